/**
 * Takes the focus off a control that was clicked with a pointer: Slidev's keys do nothing while a button or link has
 * it. A press by keyboard (`detail` is 0) keeps its focus; so does the heading of a slide that the click has shown.
 */
export function releaseFocus(event: MouseEvent): void {
  const pressed = event.target instanceof Element && event.target.closest('button, a, summary')
  const held = document.activeElement
  if (pressed && event.detail > 0 && held instanceof HTMLElement && !held.matches('.frame-title'))
    held.blur()
}
