/** @returns the heading of the slide on the stage, which can have the focus */
const shownHeading = () => Array.from(document.querySelectorAll<HTMLElement>('#slide-content .frame-title[tabindex]')).find(heading => heading.checkVisibility())

/** Moves the focus to the heading of a slide, without scrolling: a screen reader and Tab go on from there. */
export function focusHeading(heading: HTMLElement | null | undefined = shownHeading()): void {
  heading?.focus({ preventScroll: true })
}

/** The focus goes along with the deck. Not to the slide that it is opened at: somebody may be in the address bar. */
export function focusOnSlideChange(slide: HTMLElement, opening: boolean): void {
  if (!opening)
    focusHeading(slide.querySelector<HTMLElement>('.frame-title'))
}
