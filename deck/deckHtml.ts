import { WIDE_ENOUGH_FOR_SLIDES } from '../core/places.ts'
import { FIRST_SLIDE } from './firstSlide.ts'

/** What the course puts into the document that Slidev builds, which is the same for every slide. */
export interface DeckDocument {
  title: string
  /** Lines for its head */
  head: string[]
  /** The address of the same words on a page (site/early.ts looks for it) */
  reading?: string
  /** The slide that the deck opens with, drawn already, and the styles of its parts */
  first?: { slide: string, styles: string }
}

/** The places of Slidev's document that are filled. */
export const deckHtmlPlaces = {
  html: /<html\b/,
  viewport: /<meta name="viewport"[^>]*>/,
  title: /<title>[^<]*<\/title>/,
  app: /<div id="app"><\/div>/,
}

/** @returns lines for the head of Slidev's document that ask for what it will load, before its first script: where that leads to the words, for nothing */
export function aheadOf(document: string): string[] {
  return (document.match(/<link rel="(?:module)?preload"[^>]*>/g) ?? []).map(link => link.replace('<link', `<link media="${WIDE_ENOUGH_FOR_SLIDES}"`))
}

/**
 * @returns Slidev's document with what the course puts into it; texts are put in as they are, so they come escaped
 * @throws {Error} when one of the places is not there once
 */
export function fillDeckHtml(document: string, { title, head, reading, first }: DeckDocument): string {
  // After the viewport: before it a phone says that it is 980 px wide, and site/early.ts asks.
  const withHead = replaceOnce(document, 'viewport', viewport => [viewport, ...head].join('\n'))
  const withTitle = replaceOnce(withHead, 'title', () => `<title>${title}</title>`)
  const withReading = replaceOnce(withTitle, 'html', start => reading === undefined ? start : `${start} data-reading="${reading}"`)
  return first ? withFirstSlide(withReading, first) : withReading
}

/** As Slidev scales it; site/early.ts says how large. What may be pressed waits for the deck. */
const STAGE = `[data-${FIRST_SLIDE}=stage]{position:fixed;z-index:50;overflow:hidden;background:var(--paper);inset:0;pointer-events:none}`
  + `[data-${FIRST_SLIDE}=stage]>*{position:absolute;top:50%;left:50%;transform:translate(-50%,-50%) scale(var(--first-slide-scale,1))}`

/**
 * The slide stands over the deck until that shows it by itself. Slidev's style sheets come after it, as nothing is
 * painted before those that stand above.
 */
function withFirstSlide(document: string, { slide, styles }: NonNullable<DeckDocument['first']>): string {
  const sheets = document.match(/<link rel="stylesheet"[^>]*>/g) ?? []
  const without = sheets.reduce((text, sheet) => text.replace(sheet, ''), document)
  return replaceOnce(without, 'app', app => [
    `<style data-${FIRST_SLIDE}>${styles}${STAGE}</style>`,
    `<div data-${FIRST_SLIDE}="stage">${slide}</div>`,
    app,
    ...sheets,
  ].join('\n'))
}

function replaceOnce(document: string, place: keyof typeof deckHtmlPlaces, fill: (found: string) => string): string {
  const pattern = deckHtmlPlaces[place]
  if (document.split(pattern).length !== 2)
    throw new Error(`The document that Slidev builds has to hold ${pattern} once, and does not: deck/deckHtml.ts fills it. See deck/README.md.`)
  return document.replace(pattern, fill)
}
