import type { Figure, FigureName } from '../../core/subject/figures.ts'
import type { Paragraph } from '../pptx/fit.ts'
import type { Box, Cell, Sheet } from '../pptx/sheet.ts'
import type { SlideInDeck } from '../pptx/slide.ts'
import { figuresIn } from '../../content/figures.ts'
import { familiesHead, pathwayHead, tableOf } from '../../words/en/slides.ts'
import { drawPicture } from '../pptx/figures/picture.ts'
import { heightOf } from '../pptx/fit.ts'
import { said, within } from '../pptx/sheet.ts'

/** A figure's share of its place that the drawing takes; its words stand beside it, or below where it takes all. */
const SHARES: Partial<Record<FigureName, number>> = { 'fibres': 0.55, 'mood-pathway': 0.22, 'reflex': 0.5, 'device-families': 0.38 }

type Words = (sheet: Sheet, box: Box, figure: Figure, slide: SlideInDeck) => void
const cell = (text: string, more: Omit<Cell, 'runs'> = {}): Cell => ({ runs: [{ text }], ...more })

const words: Partial<Record<FigureName, Words>> = {
  'mood-pathway': (sheet, box, figure, { source }) => {
    if ('rats' in figure) {
      sheet.table(box, [0.5, 0.5].map(share => share * box.w), [
        [cell(`${pathwayHead.rats}: ${figure.rats}`), cell(`${pathwayHead.people}: ${figure.people}`)],
        ...figure.steps.flatMap(({ name, job, rats, people }, place): Cell[][] => [
          [{ runs: [{ text: `${place + 1} ${name} `, bold: true }, { text: job }], span: 2 }],
          [cell(rats), cell(people)],
        ]),
      ], { size: 18, least: 15, headSize: 17, pad: 3, alt: tableOf(source.title) })
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
      sheet.text(box, figure.families.flatMap(({ name, how }, place): Paragraph[] => [said(`${place + 1} ${name}`, { bold: true }), said(how, { after: 10 })]), { size: 18, least: 14.5, valign: 'middle' })
      return
    }
    sheet.table(box, [0.73, 0.27].map(share => share * box.w), [
      [familiesHead.family, familiesHead.on].map(text => cell(text)),
      ...figure.families.map(({ name, how, allowed, on }, place) => [{ runs: [{ text: `${place + 1} ${name}: `, bold: true }, { text: `${how}. ` }, { text: allowed, colour: 'muted' as const }] }, cell(on)]),
    ], { size: 17.5, least: 15, pad: 4, alt: tableOf(source.title) })
  },
}

/** What the marks of the fibres are, in the order of their lines, and where those end: shares of the height. */
const FIBRES = [['↑', 'accent', 1 / 6], ['↓', 'ink', 1 / 2], ['◆', 'muted', 5 / 6]] as const

/** The words of the fibres stand at the ends of the lines that the drawing leads to them. */
function fibreWords(sheet: Sheet, picture: Box, box: Box, figure: Figure): void {
  if (!('kinds' in figure))
    return
  for (const [place, { head, text }] of figure.kinds.entries()) {
    const [mark, colour, share] = FIBRES[place]!
    const h = picture.h / 3
    sheet.text({ ...box, y: picture.y + share * picture.h - h / 2, h }, [{ runs: [{ text: `${mark} `, bold: true, colour }, { text: head, bold: true }], scale: 1.1 }, said(text)], { size: 18, least: 15, valign: 'middle' })
  }
}

/** A drawing of the course as a picture, and the words of the figure as text; under both its caption. */
export function drawn(sheet: Sheet, box: Box, slide: SlideInDeck): void {
  const [name] = figuresIn(slide.source.content)
  const figure = slide.course.figures[name!]!
  // A brief list beside the steps of a slide leaves the drawing more.
  const share = name === 'device-families' && 'steps' in slide.shown ? 0.5 : SHARES[name!]
  const caption = 'caption' in figure ? figure.caption : ''
  const captionLook = { size: 17, least: 15, colour: 'muted' as const }
  const captionHeight = caption ? heightOf([said(caption)], box.w, captionLook) + 12 : 0
  const main = { ...box, h: box.h - captionHeight }
  const left = share ? { ...main, w: main.w * share - 14 } : main
  const right = { ...main, x: main.x + main.w * (share ?? 1), w: main.w * (1 - (share ?? 1)) }
  const picture = slide.picture && within(left, slide.picture)
  if (slide.picture)
    drawPicture(sheet, left, slide.picture, altOf(figure))
  if (picture && name === 'fibres')
    fibreWords(sheet, picture, { ...right, x: right.x - 8, w: right.w + 8 }, figure)
  else if (share)
    words[name!]?.(sheet, right, figure, slide)
  if (caption) {
    // Where words stand beside it, the drawing may be lower than its place.
    const bottom = share && picture && name === 'fibres' ? picture.y + picture.h : box.y + main.h
    sheet.text({ ...box, y: bottom + 8, h: captionHeight - 4 }, [said(caption)], captionLook)
  }
}

function altOf(figure: Figure): string {
  if ('description' in figure)
    return figure.description
  return 'organs' in figure
    ? figure.organs.map(({ name, sympathetic, parasympathetic, by }) => `${name}: sympathetic ${sympathetic}; parasympathetic ${parasympathetic}${figure.nerves[by] ? `, ${figure.nerves[by]}` : ''}.`).join(' ')
    : ''
}
