/** How far under the window's edge a part is hydrated: far enough to be ready, near enough to load nothing unread. */
const MARGIN = '100%'

/**
 * Lazy hydration: waits until a part of the page is nearly in view, or a finger or a key reaches it; `margin` says how
 * near. Vue's own strategies hydrate late, too, but load the code at once. Where nothing was prerendered there is
 * nothing to wait for.
 */
export function whenNear(selector: string, margin = MARGIN): Promise<void> {
  const element = import.meta.env.SSR ? null : document.querySelector(selector)
  if (!element)
    return Promise.resolve()
  return new Promise((resolve) => {
    const signs = ['pointerdown', 'focusin']
    const observer = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && begin(), { rootMargin: `${margin} 0px` })
    function begin() {
      observer.disconnect()
      signs.forEach(sign => element!.removeEventListener(sign, begin))
      resolve()
    }
    signs.forEach(sign => element.addEventListener(sign, begin, { passive: true }))
    observer.observe(element)
  })
}
