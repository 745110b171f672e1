import type { Router } from 'vue-router'

/** Links are plain; those from slide to slide are routes of Slidev's app and need no new document. */
export function routeDeckLinks(router: Router): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin)
      return
    const path = link.pathname.slice(import.meta.env.BASE_URL.length - 1)
    if (!/^\/(?:presenter\/)?\d+$/.test(path))
      return
    event.preventDefault()
    router.push(path)
  })
}
