/** What stands in the document before the deck is awake (deckHtml.ts). */
export const FIRST_SLIDE = 'first-slide'

/** Takes the drawn slide away: the deck shows the same, or something else, by itself now. */
export function dropFirstSlide(): void {
  document.querySelectorAll(`[data-${FIRST_SLIDE}]`).forEach(part => part.remove())
}
