import type { PDFFont } from '@cantoo/pdf-lib'
import type { Run } from './text.ts'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A paragraph, or a point of a list. */
export interface Paragraph {
  runs: Run[]
  bullet?: 'dot' | 'number'
  /** Room under it, in px */
  after?: number
  /** Its size beside that of the box: 1 without it */
  scale?: number
}

const pdf = await PDFDocument.create()
/** Arial has the widths of Helvetica. */
const fonts: Record<'regular' | 'bold', PDFFont> = { regular: pdf.embedStandardFont(StandardFonts.Helvetica), bold: pdf.embedStandardFont(StandardFonts.HelveticaBold) }
const known = new Set(fonts.regular.getCharacterSet())

/** Georgia, of the headings, is wider; and where it is missing, what stands in for it is wider still (DejaVu Serif). */
const HEAD = 1.26
/** Room for what another machine's letters may take more. */
const SLACK = 1.02

/** The height of a line of single spacing, by the size of the letters, with what the letters that stand in for Arial take more */
export const LINE = 1.185
/** @returns what a point of a list is set in, in px: numbers of two figures need more */
export const indentOf = (paragraphs: Paragraph[]): number => paragraphs.filter(({ bullet }) => bullet === 'number').length > 9 ? 40 : 26

/** @returns the width of the text on one line, in px */
export function widthOf(text: string, size: number, bold = false, head = false): number {
  const written = Array.from(text, sign => known.has(sign.codePointAt(0)!) ? sign : 'm').join('')
  return fonts[bold ? 'bold' : 'regular'].widthOfTextAtSize(written, size) * (head ? HEAD : 1) * SLACK
}

/** @returns how many lines the text takes at this width, both in px */
export function linesOf(runs: Run[], width: number, size: number, { bold = false, head = false } = {}): number {
  let [lines, used] = [1, 0]
  const words = runs.flatMap(run => Array.from(run.text.matchAll(/(\S*)(\s*)/g), ([, word, blank]) => ({ word: word!, blank: blank!, isBold: bold || run.bold, own: size * (run.scale ?? 1) })))
  for (const { word, blank, isBold, own } of words) {
    const needed = widthOf(word, own, isBold, head)
    if (used + needed > width && used > 0) {
      lines++
      used = 0
    }
    used += needed + widthOf(blank, own, isBold, head)
  }
  return lines
}

export interface Look {
  /** Of the letters, in px */
  size: number
  /** The least it may become, where the text is long */
  least?: number
  /** Of a line, by single spacing */
  spacing?: number
  bold?: boolean
  /** In the type of headings */
  head?: boolean
}

/** @returns the height of the paragraphs at this size, in px */
export function heightOf(paragraphs: Paragraph[], width: number, { size, spacing = 1, ...type }: Look): number {
  return paragraphs.reduce((sum, { runs, bullet, after = 0, scale = 1 }, place) =>
    sum + (linesOf(runs, width - (bullet ? indentOf(paragraphs) : 0), size * scale, type) + Math.max(0, ...runs.map(run => (run.scale ?? 1) - 1))) * size * scale * LINE * spacing + (place < paragraphs.length - 1 ? after : 0), 0)
}

/** @returns the largest size between the least and the wished-for one at which the text fits, in px; the least, where it does not */
export function sizeThatFits(paragraphs: Paragraph[], width: number, height: number, look: Look): number {
  const { size, least = size } = look
  for (let tried = size; tried > least; tried -= 0.5) {
    if (heightOf(paragraphs, width, { ...look, size: tried }) <= height)
      return tried
  }
  return least
}
