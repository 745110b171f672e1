import type { PrintedDeck } from '../target.ts'
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { create } from 'xmlbuilder2'

/** Tags that Chromium takes from HTML and that PDF does not know, with what they are for a reader. */
const ROLES = { Strong: 'Span', Em: 'Span', Aside: 'Sect', Title: 'H1' }

/**
 * Adds to Chromium's tagged PDF what it leaves out: alternative texts of drawings, what its own tags mean, the title
 * where readers look for it. It makes no claim of PDF/UA, which nothing here could check.
 */
export async function finish({ pdf, alts }: PrintedDeck, { title, author, lang, changedMs, headings }: { title: string, author: string, lang: string, changedMs: number, headings: string[] }): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  const tags = context.enumerateIndirectObjects().flatMap(([, object]) => object instanceof PDFDict && object.get(PDFName.of('S')) instanceof PDFName && object.has(PDFName.of('P')) ? [object] : [])
  const named = (name: string) => tags.filter(tag => tag.get(PDFName.of('S')) === PDFName.of(name))
  // A button of the course is a word on paper.
  for (const tag of named('Form')) {
    tag.set(PDFName.of('S'), PDFName.of('Span'))
    // What it was to a press goes with it: a word has no role and no tick.
    tag.delete(PDFName.of('A'))
  }
  describe(catalog, alts)
  nameOutline(catalog, headings)
  catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).set(PDFName.of('RoleMap'), context.obj(Object.fromEntries(Object.entries(ROLES).map(([own, standard]) => [own, PDFName.of(standard)]))))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmpOf(title, author, lang), { Type: 'Metadata', Subtype: 'XML' })))
  for (const page of document.getPages())
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  document.setTitle(title)
  document.setAuthor(author)
  document.setLanguage(lang)
  document.setProducer('Chromium, pdf-lib')
  document.setCreationDate(new Date(changedMs))
  document.setModificationDate(new Date(changedMs))
  return document.save()
}

/** Gives the drawings their alternative texts, in the order of reading. @throws {Error} when there are more or fewer of them than were drawn */
function describe(catalog: PDFDict, alts: string[]): void {
  const figures = figuresUnder(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))
  if (figures.length !== alts.length)
    throw new Error(`The PDF has ${figures.length} figures, and ${alts.length} were drawn.`)
  for (const [place, figure] of figures.entries())
    figure.set(PDFName.of('Alt'), PDFHexString.fromText(alts[place]!))
}

/** Chromium loses the blank where a heading is broken into lines. @throws {Error} when the outline has more or fewer entries than there are headings */
function nameOutline(catalog: PDFDict, headings: string[]): void {
  const entries = entriesUnder(catalog.lookup(PDFName.of('Outlines'), PDFDict))
  if (entries.length !== headings.length)
    throw new Error(`The outline has ${entries.length} entries, and there are ${headings.length} slides.`)
  for (const [place, entry] of entries.entries())
    entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[place]!))
}

/** @returns the entries of an outline, each before those under it */
function entriesUnder(item: PDFDict): PDFDict[] {
  const entries: PDFDict[] = []
  for (let entry = item.lookupMaybe(PDFName.of('First'), PDFDict); entry; entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict))
    entries.push(entry, ...entriesUnder(entry))
  return entries
}

/** @returns the tags of figures in the order of reading */
function figuresUnder(tag: PDFDict): PDFDict[] {
  const kids = tag.lookup(PDFName.of('K'))
  const list = kids instanceof PDFDict ? [kids] : kids && 'asArray' in kids ? (kids as any).asArray().map((kid: any) => tag.context.lookup(kid)) : []
  return [
    ...tag.get(PDFName.of('S')) === PDFName.of('Figure') ? [tag] : [],
    ...list.flatMap((kid: unknown) => kid instanceof PDFDict ? figuresUnder(kid) : []),
  ]
}

/** @returns title and language in the form that readers and archives look for */
function xmpOf(title: string, author: string, lang: string): string {
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  const root = create().ele('adobe:ns:meta/', 'x:xmpmeta')
  const description = root.ele(rdf, 'rdf:RDF').ele(rdf, 'rdf:Description', { 'rdf:about': '', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' })
  description.ele('dc:title').ele(rdf, 'rdf:Alt').ele(rdf, 'rdf:li', { 'xml:lang': 'x-default' }).txt(title)
  description.ele('dc:creator').ele(rdf, 'rdf:Seq').ele(rdf, 'rdf:li').txt(author)
  description.ele('dc:language').ele(rdf, 'rdf:Bag').ele(rdf, 'rdf:li').txt(lang)
  return root.end({ headless: true })
}
