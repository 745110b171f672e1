const SIGNS = ['pointerdown', 'focusin']

/**
 * What asks the questions of a reading page comes once the page is hydrated and somebody has come to one. Who answers one
 * before that waits for it: it is asked for at the first press, beside what hydrates the page. The document names it
 * (scripts/build-site.ts).
 */
export function askWhenAnswered(): void {
  function listen({ target }: Event) {
    if (!(target instanceof Element) || !target.closest('[data-then]'))
      return
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload][media="not all"]'))
      link.replaceWith(Object.assign(link.cloneNode() as HTMLLinkElement, { media: 'all' }))
    SIGNS.forEach(sign => document.removeEventListener(sign, listen))
  }
  SIGNS.forEach(sign => document.addEventListener(sign, listen, { passive: true }))
}
