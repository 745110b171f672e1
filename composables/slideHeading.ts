/** @returns the heading of the slide on the stage, which can have the focus */
const find = () => Array.from(document.querySelectorAll<HTMLElement>('#slide-content .frame-title[tabindex]')).find(heading => heading.checkVisibility())

/** Moves the focus to the slide on the stage, where a screen reader and Tab go on; nothing scrolls. */
export function focusHeading(heading: HTMLElement | null | undefined = find()): void {
  heading?.focus({ preventScroll: true })
}

let first = true

/** The focus goes along with the deck. Not to the slide that is opened first: somebody may be in the address bar. */
export function followSlide(slide: HTMLElement): void {
  if (!first)
    focusHeading(slide.querySelector<HTMLElement>('.frame-title'))
  first = false
}
