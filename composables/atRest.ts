/** That long without anything over the line, a page is at rest. */
const QUIET_MS = 2000

/** Resolves when the document is loaded and nothing has come over the line for a while. */
export async function atRest(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise(resolve => window.addEventListener('load', resolve, { once: true }))
  await new Promise<void>((resolve) => {
    let timer = setTimeout(done, QUIET_MS)
    const observer = new PerformanceObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, QUIET_MS)
    })
    observer.observe({ type: 'resource' })
    function done() {
      observer.disconnect()
      resolve()
    }
  })
}
