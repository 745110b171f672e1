/** Waits until the browser has painted a frame; in a tab that nobody sees, until somebody does. */
export function nextPaint(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}
