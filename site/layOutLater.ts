/*
 * A long page is laid out anew with each piece of its text and each font that comes, all of it, though one window of it
 * is seen. While it loads, a browser lays out only what is in sight (styles/frame.css). The rest follows part by part
 * when nothing else is to be done, so that a screen reader, a search and a jump find a page like any other.
 */
const PARTS = '.on-page.frame'
/** At the latest after that long for each part, however busy the page is. */
const LONGEST_WAIT_MS = 1000
/** Where something hangs, the page is not loaded for a long time, and those who listen wait for the rest of it. */
const LOADS_AT_MOST_MS = 5000

/** Begins with the document. Who comes back, or to a place within it, is led there by the browser, which must know how long the page is. */
export function layOutLater(html: HTMLElement): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!('requestIdleCallback' in window) || navigation?.type !== 'navigate' || location.hash)
    return
  html.dataset.loading = ''
  layOutRest(html).catch(console.warn)
}

async function layOutRest(html: HTMLElement): Promise<void> {
  await new Promise<unknown>((resolve) => {
    addEventListener('load', resolve)
    setTimeout(resolve, LOADS_AT_MOST_MS)
  })
  for (const part of document.querySelectorAll<HTMLElement>(PARTS)) {
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS }))
    part.dataset.laidOut = ''
  }
  delete html.dataset.loading
}
