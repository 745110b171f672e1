/** A document of the built site: the place it stands at, and its HTML. */
export interface BuiltPage {
  path: string
  html: string
}

const ANY = 'http://course.invalid'
const HREF = /<a\b[^>]*\shref="([^"]*)"/g
const ID = /\sid="([^"]*)"/g

/** A path as it is compared: `/learn/depression/` and `/learn/depression` are one place. */
export const plainPath = (path: string) => path.replace(/\/index\.html$/, '/').replace(/(?<=.)\/$/, '')

/**
 * @param pages every document that was drawn
 * @param more links that no document holds, such as those of the search
 * @param decks places of the deck, which are drawn in the browser
 * @returns one line for each link inside the course that leads to no page, or to an anchor that its page does not have
 */
export function deadLinks(pages: readonly BuiltPage[], more: readonly string[] = [], decks: readonly string[] = []): string[] {
  const ids = new Map(pages.map(({ path, html }) => [plainPath(path), new Set(Array.from(html.matchAll(ID), match => match[1]!))]))
  const deck = new Set(decks)
  const isDead = (href: string, from: string) => {
    const { origin, pathname, hash } = new URL(href, `${ANY}${plainPath(from)}/`.replace(/\/\/$/, '/'))
    if (origin !== ANY || deck.has(plainPath(pathname)))
      return false
    const there = ids.get(plainPath(pathname))
    return !there || (hash !== '' && !there.has(decodeURIComponent(hash.slice(1))))
  }
  return [
    ...pages.flatMap(({ path, html }) => Array.from(html.matchAll(HREF), match => match[1]!)
      .filter(href => isDead(href.replaceAll('&amp;', '&'), path))
      .map(href => `${path} has a dead link: ${href}`)),
    ...more.filter(href => isDead(href, '/')).map(href => `a dead link: ${href}`),
  ]
}
