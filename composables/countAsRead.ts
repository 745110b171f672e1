/** How long the end of a part, or a slide, stays before the eyes until it counts as read: who scrolls or steps past it has not read it. */
const READ_AFTER_MS = 1000

/** The upper quarter of a window shows the end of what somebody has been led past, by a link or a search. */
const BELOW_TOP = '-25% 0px 0px 0px'

/** Calls `read` once enough time has passed. @returns how to call it off */
export function countAsRead(read: () => void): () => void {
  const timer = setTimeout(read, READ_AFTER_MS)
  return () => clearTimeout(timer)
}

/**
 * Watches the ends of a page's parts.
 * @param ends one element for each part
 * @param read called once for each whose end has stayed in sight
 * @returns how to stop
 */
export function countEndsAsRead(ends: Iterable<HTMLElement>, read: (end: HTMLElement) => void): () => void {
  const inSight = new Map<Element, () => void>()
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      inSight.get(target)?.()
      inSight.delete(target)
      if (isIntersecting) {
        inSight.set(target, countAsRead(() => {
          observer.unobserve(target)
          read(target as HTMLElement)
        }))
      }
    }
  }, { rootMargin: BELOW_TOP })
  for (const end of ends)
    observer.observe(end)
  return () => {
    observer.disconnect()
    inSight.forEach(callOff => callOff())
  }
}
