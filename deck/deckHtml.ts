/** What the course puts into the document that Slidev builds, which is the same for every slide. */
export interface DeckDocument {
  title: string
  /** Lines for its head */
  head: string[]
  /** The address of the same words on a page (site/early.ts looks for it) */
  reading?: string
}

/** The places of Slidev's document that are filled. */
export const deckHtmlPlaces = {
  html: /<html\b/,
  viewport: /<meta name="viewport"[^>]*>/,
  title: /<title>[^<]*<\/title>/,
}

/**
 * @returns Slidev's document with what the course puts into it; texts are put in as they are, so they come escaped
 * @throws {Error} when one of the places is not there once
 */
export function fillDeckHtml(document: string, { title, head, reading }: DeckDocument): string {
  // After the viewport: before it a phone says that it is 980 px wide, and site/early.ts asks.
  const withHead = replaceOnce(document, 'viewport', viewport => [viewport, ...head].join('\n'))
  const withTitle = replaceOnce(withHead, 'title', () => `<title>${title}</title>`)
  return replaceOnce(withTitle, 'html', start => reading === undefined ? start : `${start} data-reading="${reading}"`)
}

function replaceOnce(document: string, place: keyof typeof deckHtmlPlaces, fill: (found: string) => string): string {
  const pattern = deckHtmlPlaces[place]
  if (document.split(pattern).length !== 2)
    throw new Error(`The document that Slidev builds has to hold ${pattern} once, and does not: deck/deckHtml.ts fills it. See deck/README.md.`)
  return document.replace(pattern, fill)
}
