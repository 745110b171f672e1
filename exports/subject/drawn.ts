import type { Figure, FigureName } from '../../core/subject/figures.ts'
import type { Paragraph } from '../pptx/fit.ts'
import type { Box, Cell, Sheet } from '../pptx/sheet.ts'
import type { SlideInDeck } from '../pptx/slide.ts'
import { figuresIn } from '../../content/figures.ts'
import { familiesHead, pathwayHead, tableOf } from '../../words/en/slides.ts'
import { said, within } from '../pptx/sheet.ts'

/** A figure's share of its place that the drawing takes; its words stand beside it, or below where it takes all. */
const SHARES: Partial<Record<FigureName, number>> = { 'fibres': 0.55, 'mood-pathway': 0.22, 'reflex': 0.5, 'device-families': 0.36 }

type Words = (sheet: Sheet, box: Box, figure: Figure, slide: SlideInDeck) => void
const cell = (text: string, more: Omit<Cell, 'runs'> = {}): Cell => ({ runs: [{ text }], ...more })

const words: Partial<Record<FigureName, Words>> = {
  'fibres': (sheet, box, figure) => {
    if ('kinds' in figure)
      sheet.text(box, figure.kinds.flatMap(({ head, text }): Paragraph[] => [said(head, { bold: true, scale: 1.1 }), said(text, { after: 20 })]), { size: 19, least: 15, valign: 'middle' })
  },
  'mood-pathway': (sheet, box, figure, { source }) => {
    if ('rats' in figure) {
      sheet.table(box, [0.36, 0.32, 0.32].map(share => share * box.w), [
        [cell(pathwayHead.step), cell(`${pathwayHead.rats}: ${figure.rats}`), cell(`${pathwayHead.people}: ${figure.people}`)],
        ...figure.steps.map(({ name, job, rats, people }, place) => [{ runs: [{ text: `${place + 1} ${name} `, bold: true }, { text: job }] }, cell(rats), cell(people)]),
      ], { size: 17, least: 12.5, headSize: 15, pad: 4, alt: tableOf(source.title) })
    }
  },
  'reflex': (sheet, box, figure) => {
    if ('steps' in figure)
      sheet.text(box, figure.steps.map(({ name }) => said(name, { after: 10, bullet: 'number' })), { size: 19, least: 15, valign: 'middle' })
  },
  'device-families': (sheet, box, figure, { source, shown }) => {
    if (!('families' in figure))
      return
    const isBrief = 'steps' in shown
    if (isBrief) {
      sheet.text(box, figure.families.flatMap(({ name, how }, place): Paragraph[] => [said(`${place + 1} ${name}`, { bold: true }), said(how, { after: 10 })]), { size: 18, least: 14, valign: 'middle' })
      return
    }
    sheet.table(box, [0.3, 0.44, 0.26].map(share => share * box.w), [
      [familiesHead.family, familiesHead.allowed, familiesHead.on].map(text => cell(text)),
      ...figure.families.map(({ name, how, allowed, on }, place) => [{ runs: [{ text: `${place + 1} ${name}: `, bold: true }, { text: how }] }, cell(allowed), cell(on)]),
    ], { size: 17, least: 12.5, pad: 4, alt: tableOf(source.title) })
  },
}

/** A drawing of the course as a picture, and the words of the figure as text. */
export function drawn(sheet: Sheet, box: Box, slide: SlideInDeck): void {
  const [name] = figuresIn(slide.source.content)
  const figure = slide.course.figures[name!]!
  const share = SHARES[name!]
  const caption = 'caption' in figure ? figure.caption : ''
  const captionHeight = caption ? 46 : 0
  const main = { ...box, h: box.h - captionHeight }
  const left = share ? { ...main, w: main.w * share - 14 } : main
  if (slide.picture)
    sheet.picture(within(left, slide.picture), slide.picture.png, altOf(figure))
  if (share)
    words[name!]?.(sheet, { ...main, x: main.x + main.w * share, w: main.w * (1 - share) }, figure, slide)
  if (caption)
    sheet.text({ ...box, y: box.y + box.h - captionHeight + 4, h: captionHeight - 4 }, [said(caption)], { size: 16, least: 13.5, colour: 'muted', valign: 'bottom' })
}

function altOf(figure: Figure): string {
  if ('description' in figure)
    return figure.description
  return 'organs' in figure
    ? figure.organs.map(({ name, sympathetic, parasympathetic, by }) => `${name}: sympathetic ${sympathetic}; parasympathetic ${parasympathetic}${figure.nerves[by] ? `, ${figure.nerves[by]}` : ''}.`).join(' ')
    : ''
}
