import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PrintedDeck, Selection } from '../../exports/target.ts'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import { pdf } from '../../exports/pdf/pdf.ts'
import { pagesOf } from '../../exports/pptx/pages.ts'
import { pptx } from '../../exports/pptx/pptx.ts'
import { shownOn, wordsOf } from '../../exports/pptx/text.ts'
import { buildForTests, builtForTests } from '../../scripts/build-for-tests.ts'
import { withDeck } from '../../scripts/draw-deck.ts'
import { drawFigures } from '../../scripts/draw-figures.ts'
import { ensureOffice, findOffice } from '../../scripts/office.ts'
import { printDeck } from '../../scripts/print-deck.ts'
import { selectionOf } from '../fixtures/selections.ts'

const SECTION = 'depression'
const BUILT = builtForTests.public

/** Blanks alike, and quotation marks: the slides of the deck have round ones. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, '\'').trim()

let selection: Selection
let printed: PrintedDeck
beforeAll(async () => {
  await buildForTests()
  selection = {
    ...await selectionOf(SECTION),
    drawFigures: slides => drawFigures(slides, BUILT),
    printDeck: async (slides, options) => printed = await printDeck(slides, options, BUILT),
  }
})

/** What a slide shows for those who can press, and a page need not */
const ONLY_PRESSED: Record<string, string> = {
  'vagus-nerve.course': 'Brainstem Ear Throat voice Heart Lungs Stomach Bowel nerves, side, bowel. Choose branch.',
  'anxiety.mechanism': '',
  'pain.headache-trials': 'Prevent migraine Prevent migraine',
  'immune.reflex': 'Back Next step of',
}

/** What the authors wrote for a slide, a line each. */
function linesOf({ source: { content, lead, ask }, title }: ReturnType<typeof pagesOf>[number]): string[] {
  const blocks = Object.values(shownOn(content)).flat()
  return [title, lead ?? '', ask ?? '', ...blocks.flatMap(block => block.kind === 'paragraph' ? [block.runs] : block.kind === 'list' ? block.items : []).map(wordsOf)].map(plain).filter(Boolean)
}

describe('the deck for PowerPoint, opened by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pptx-'))
  const missing = ensureOffice()
  if (missing)
    console.log(missing)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.skipIf(missing)('has every word as text, every picture with its alternative text, and notes for each slide', async () => {
    const [bytes] = Object.values(await pptx.make(selection))
    writeFileSync(join(folder, 'deck.pptx'), bytes!)
    execFileSync(findOffice()!, [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', 'odp', '--outdir', folder, join(folder, 'deck.pptx')], { stdio: 'ignore' })
    const content = create(strFromU8(unzipSync(new Uint8Array(readFileSync(join(folder, 'deck.odp'))))['content.xml']!)).node as any
    const all = (node: any, name: string): any[] => Array.from(node.getElementsByTagName(name))
    const pages = all(content, 'draw:page')
    const slides = pagesOf(selection)
    expect(pages).toHaveLength(slides.length)
    for (const [place, slide] of slides.entries()) {
      const notes = all(pages[place], 'presentation:notes')[0]
      if (!slide.isAnswer)
        expect(plain(notes.textContent)).toContain(plain(slide.source.note.split('\n')[1]!))
      notes.parentNode.removeChild(notes)
      const text = plain(all(pages[place], 'text:p').map(({ textContent }) => textContent).join(' '))
      for (const line of linesOf(slide))
        expect(text).toContain(line)
    }
    const pictures = all(content, 'draw:image').filter(image => /\.png$/.test(image.getAttribute('xlink:href')) && !image.parentNode.getAttribute('draw:name')?.startsWith('Ornament'))
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures)
      expect(all(picture.parentNode, 'svg:desc')[0]?.textContent.length).toBeGreaterThan(20)
  })
})

describe('the deck as PDF, read by pdf.js', () => {
  let read: PDFDocumentProxy
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = Object.values(await pdf.make(selection))[0]!
    // The reader takes what it is given for itself.
    read = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  })

  /** The tags of a page as a tree, flattened: what each is, its words, its alternative text. */
  async function tagsOf(no: number): Promise<{ role: string, text: string, alt?: string }[]> {
    const page = await read.getPage(no)
    const words = new Map<string, string>()
    let open: string[] = []
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items as any[]) {
      if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent')
        open.push(item.id ?? '')
      else if (item.type === 'endMarkedContent')
        open = open.slice(0, -1)
      else if (open.at(-1))
        words.set(open.at(-1)!, (words.get(open.at(-1)!) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    }
    const textOf = (node: any): string => node.type === 'content' ? words.get(node.id) ?? '' : (node.children ?? []).map(textOf).join('')
    const flat = (node: any): { role: string, text: string, alt?: string }[] => node.role ? [{ role: node.role, text: plain(textOf(node)), alt: node.alt }, ...node.children.flatMap(flat)] : []
    return flat(await page.getStructTree())
  }

  it('has a page for each slide, whose heading is its title, and every word in it', async () => {
    const slides = pagesOf(selection)
    expect(read.numPages).toBe(slides.length)
    for (const [place, slide] of slides.entries()) {
      const tags = await tagsOf(place + 1)
      expect(tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role, text }) => [role, text])).toEqual([[slide.source.layout === 'cover' ? 'H1' : 'H2', plain(slide.title)]])
      const squeezed = (text: string) => text.replace(/\s/g, '')
      for (const line of linesOf(slide))
        expect(squeezed(tags[0]!.text)).toContain(squeezed(line))
    }
  })

  it('keeps each word that the deck shows of a drawing, but for what asks to be pressed', async () => {
    // In other sections: figures in which a word is a button, too.
    const { course } = selection
    const slides = course.slides.flatMap((slide, index) => slide.id in ONLY_PRESSED ? [{ no: index + 1, id: slide.id, level: 2 as const, heading: slide.title, notes: [] }] : [])
    const shown = await withDeck(async ({ show }) => {
      const words: string[][] = []
      for (const { no, id } of slides)
        // eslint-disable-next-line unicorn/prefer-dom-node-text-content -- what is hidden is not shown
        words.push(plain(await (await show(no, id)).locator('figure').innerText()).split(' '))
      return words
    }, BUILT)
    const { pdf } = await printDeck(slides, { title: 'Drawings', lang: 'en', notes: false }, BUILT)
    const document = await getDocument({ data: pdf, verbosity: 0 }).promise
    const lost = await Promise.all(slides.map(async ({ id }, place) => {
      const { items } = await (await document.getPage(place + 1)).getTextContent() as any
      const printed = plain(items.map(({ str }: { str: string }) => str).join('')).replace(/\s/g, '')
      return [id, shown[place]!.filter(word => !printed.includes(word)).join(' ')]
    }))
    expect(Object.fromEntries(lost)).toEqual(ONLY_PRESSED)
    expect(Math.min(...shown.map(words => words.length))).toBeGreaterThan(30)
  })

  it('says what each drawing shows, and knows no tag that PDF does not', async () => {
    const tags = (await Promise.all(pagesOf(selection).map((_, place) => tagsOf(place + 1)))).flat()
    const figures = tags.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(printed.alts)
    expect(figures.length).toBeGreaterThan(0)
    expect(tags.filter(({ role }) => ['Strong', 'Em', 'Aside', 'Form'].includes(role))).toEqual([])
  })

  it('has no attribute of a form, as it has no form', async () => {
    const document = await PDFDocument.load(bytes.slice())
    const attributes = document.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFDict && object.toString().includes('/PrintField'))
    expect(attributes).toEqual([])
  })

  it('draws the station of the section on its cover', async () => {
    const { fnArray } = await (await read.getPage(1)).getOperatorList()
    // The rest of a cover is words, and the line at its foot.
    expect(fnArray.filter(operator => operator === OPS.constructPath).length).toBeGreaterThan(20)
  })

  it('has an outline of the part and its slides, a title, and a language', async () => {
    const [cover, ...others] = pagesOf(selection)
    const outline = await read.getOutline()
    expect(outline.map(({ title, items }) => [title, items.map(({ title }: { title: string }) => title)])).toEqual([[cover!.title, others.map(({ title }) => title)]])
    const { info, metadata } = await read.getMetadata() as any
    expect(info).toMatchObject({ Title: 'Wandering Nerve: Depression', Language: 'en' })
    expect(metadata.get('dc:title')).toBe('Wandering Nerve: Depression')
    expect(await read.getMarkInfo()).toMatchObject({ Marked: true })
  })
})
