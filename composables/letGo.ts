/**
 * After a click with a pointer the focus is let go, as Slidev's keys rest while a button has it and a presenter's
 * clicker would do nothing. A keyboard's press counts no clicks and keeps its place; so does the heading of a slide
 * that has come by the click already.
 */
export function letGo(event: MouseEvent): void {
  const pressed = event.target instanceof Element && event.target.closest('button, a, summary')
  const held = document.activeElement
  if (pressed && event.detail > 0 && held instanceof HTMLElement && !held.matches('.frame-title'))
    held.blur()
}
