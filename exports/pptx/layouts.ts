import type { Verdict } from '../../core/course.ts'
import type { Paragraph } from './fit.ts'
import type { Sheet } from './sheet.ts'
import type { SlideInDeck } from './slide.ts'
import type { Block, Run } from './text.ts'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { plain } from '../../core/question-types/index.ts'
import { goalWords } from '../../words/en/evidence.ts'
import { plainWords } from '../../words/en/questions.ts'
import { APPROVED, articleSays, courseOn, NARROWED, partOf, PROOF, tableOf, trialRows } from '../../words/en/slides.ts'
import { forWhom, isNone, meterRuns, stampRuns } from './badges.ts'
import { drawComponent } from './figures/index.ts'
import { heightOf, linesOf, sizeThatFits } from './fit.ts'
import { lineOf, said, within } from './sheet.ts'
import { questionOf, trialOf, verdictOf } from './slide.ts'
import { wordsOf } from './text.ts'

const LEFT = 56
const WIDTH = 868
/** Where the foot begins */
const BOTTOM = 504

/** One order of options for the slide and for its notes. */
export const SEED = 'slides'

const TITLES: Record<string, number> = { cover: 68, claim: 40, people: 40, takeaway: 40 }

/** Draws what stands above all else. @returns where the rest begins, in px */
function head(sheet: Sheet, { source: { layout, title } }: SlideInDeck, over?: string, width = WIDTH): number {
  const full = (TITLES[layout] ?? 35) * 0.93
  let y = layout === 'cover' ? 64 : 30
  const linesAt = (size: number) => linesOf([{ text: title }], width, size, { head: true, bold: true })
  // A little smaller on one line is better than two.
  const size = [1, 0.95, 0.9, 0.85].map(share => full * share).find(tried => linesAt(tried) === 1) ?? full * 0.9
  const lines = linesAt(size)
  // The title comes first in the order of reading, whatever stands above it.
  const overHeight = over ? 32 : 0
  const height = lines * lineOf(size) * 0.95 + 4
  sheet.text({ x: LEFT, y: y + overHeight, w: width, h: height }, [said(title)], { size, spacing: 0.95, head: true, bold: true, placeholder: 'title' })
  if (over)
    sheet.text({ x: LEFT, y, w: width, h: 28 }, [said(over, { bold: true })], { size: layout === 'cover' ? 23 : 20, least: 18, colour: 'accent' })
  y += overHeight + height
  return y + (layout === 'cover' ? 18 : 12)
}

function paragraphsOf(blocks: Block[], after = 12): Paragraph[] {
  return blocks.flatMap((block): Paragraph[] => block.kind === 'paragraph'
    ? [{ runs: block.runs, after }]
    : block.kind === 'list'
      ? block.items.map(runs => ({ runs, after, bullet: block.ordered ? 'number' : 'dot' }))
      : [])
}

const componentsOf = (blocks: Block[] = []) => blocks.filter(block => block.kind === 'component')

type Draw = (sheet: Sheet, slide: SlideInDeck) => void

/** Of a cover: its words, and beside them the drawing of its station, as on the slides of the course */
const COVER = { words: 452, drawing: { x: 532, y: 36, w: 400, h: 440 } }

const cover: Draw = (sheet, slide) => {
  const y = head(sheet, slide, slide.part === 0 ? courseOn(slide.course.about.subject) : partOf(slide.part, slide.parts), COVER.words)
  if (slide.source.lead)
    sheet.text({ x: LEFT, y, w: COVER.words, h: BOTTOM - y }, [said(slide.source.lead)], { size: 27, least: 20, spacing: 1.15, placeholder: 'body' })
  if (slide.picture)
    sheet.picture(within(COVER.drawing, slide.picture), slide.picture.png)
}

const claim: Draw = (sheet, slide) => {
  const { paragraph, ask } = slide.source
  const y = head(sheet, slide, paragraph && articleSays(paragraph))
  const askLook = { size: 27, least: 20, head: true, colour: 'accent' as const }
  const askHeight = ask ? linesOf([{ text: ask }], WIDTH - 60, 27, { head: true }) * lineOf(27) + 10 : 0
  sheet.text({ x: LEFT, y, w: WIDTH, h: BOTTOM - y - askHeight - 10 }, paragraphsOf(slide.shown.default ?? []), { size: 28, least: 20, spacing: 1.15, placeholder: 'body' })
  if (ask) {
    sheet.path({ x: LEFT, y: BOTTOM - askHeight + 16, w: 40, h: 1 }, [{ to: [0, 0], move: true }, { to: [40, 0] }], { colour: 'accent-line', width: 3 })
    sheet.text({ x: LEFT + 60, y: BOTTOM - askHeight, w: WIDTH - 60, h: askHeight }, [said(ask)], askLook)
  }
}

const mechanism: Draw = (sheet, slide) => {
  const y = head(sheet, slide)
  const steps = paragraphsOf(slide.shown.steps ?? [], 14)
  const box = { x: LEFT, y, w: steps.length > 0 ? 524 : WIDTH, h: BOTTOM - y }
  for (const component of componentsOf(slide.shown.default))
    drawComponent(sheet, box, component, slide)
  if (steps.length > 0)
    sheet.text({ x: LEFT + 560, y, w: 308, h: BOTTOM - y }, steps, { size: 22, least: 18, spacing: 1.1, valign: 'middle', placeholder: 'body' })
}

/** Beside the words, as on the slides of the course. */
const goalMarks = { 'met': '✓', 'missed': '✗', 'none': '–', 'not-known': '–' } as const

const trial: Draw = (sheet, slide) => {
  const y = head(sheet, slide)
  for (const component of componentsOf(slide.shown.default))
    drawComponent(sheet, { x: LEFT, y, w: 393, h: BOTTOM - y }, component, slide)
  const { name, goal, goalText, lessons = [], ...facts } = trialOf(slide.source.trial!, slide.course)
  const named = lessons.flatMap(id => slide.course.glossary.lessons.find(lesson => lesson.id === id)?.name ?? [])
  const box = { x: LEFT + 429, y, w: 439, h: BOTTOM - y - 4 }
  const words: Paragraph[] = [
    ...Object.entries(trialRows).map(([field, word]): Paragraph => ({ runs: [{ text: `${word} · `, colour: 'muted' }, { text: facts[field as keyof typeof trialRows] }], after: 8 })),
    { runs: [{ text: `${goalMarks[goal]}\u00A0${goalWords[goal]}. `, bold: true }, { text: goalText }], after: 8 },
    ...named.length > 0 ? [said(named.join(' · '), { colour: 'muted' })] : [],
  ]
  const look = { size: 18, least: 13.5, spacing: 1.08 }
  const inside = { x: box.x + 16, y: box.y + 46, w: box.w - 32, h: box.h - 56 }
  const height = heightOf(words, inside.w, { ...look, size: sizeThatFits(words, inside.w, inside.h, look) })
  sheet.box({ ...box, h: Math.min(box.h, height + 62) }, { colour: 'hairline', fill: 'surface' })
  sheet.text({ x: inside.x, y: box.y + 12, w: inside.w, h: 28 }, [said(name, { bold: true })], { size: 20, least: 14, head: true })
  sheet.text(inside, words, look)
}

const verdict: Draw = (sheet, slide) => {
  const y = head(sheet, slide)
  const note = paragraphsOf(slide.shown.default ?? [])
  const noteHeight = note.reduce((sum, { runs }) => sum + linesOf(runs, WIDTH, 21) * lineOf(21) * 1.1 + 8, 0)
  const verdicts = slide.source.verdicts.map(id => verdictOf(id, slide.course))
  const box = { x: LEFT, y, w: WIDTH, h: BOTTOM - y - noteHeight - 6 }
  if (verdicts.length === 1) {
    card(sheet, box, verdicts[0]!, slide)
  }
  else {
    sheet.table(box, [330, 304, 234], [[NARROWED, APPROVED, PROOF].map(text => ({ runs: [{ text }] })), ...verdicts.map(({ title, approval, evidence }) => [
      { runs: [{ text: title }] },
      { runs: stampRuns(approval) },
      { runs: meterRuns(evidence) },
    ])], { size: verdicts.length < 4 ? 21 : 19, least: 15, headSize: 18, pad: verdicts.length < 4 ? 12 : 8, alt: tableOf(slide.source.title) })
  }
  if (note.length > 0)
    sheet.text({ x: LEFT, y: BOTTOM - noteHeight, w: WIDTH, h: noteHeight }, note, { size: 21, least: 17, spacing: 1.1, colour: 'muted', valign: 'bottom' })
}

function card(sheet: Sheet, box: { x: number, y: number, w: number, h: number }, { statement, approval, evidence, because, lessons = [] }: Verdict, { course }: SlideInDeck): void {
  sheet.box(box, { colour: 'hairline', fill: 'surface' })
  const [x, w, half] = [box.x + 20, box.w - 40, 540]
  let y = box.y + 12
  y += sheet.text({ x, y, w, h: 72 }, [said(statement)], { size: 18.5, least: 16, colour: 'muted' }) + 10
  sheet.path({ x, y, w, h: 1 }, [{ to: [0, 0], move: true }, { to: [w, 0] }], { colour: 'hairline' })
  y += 8
  sheet.text({ x, y, w: half, h: 22 }, [said(APPROVED)], { size: 17, colour: 'muted' })
  const stamp = stampRuns(approval)
  const stampWidth = Math.min(half, wordsOf(stamp).length * 12.6 + 24)
  sheet.stamp({ x: x + 2, y: y + 28, w: stampWidth, h: 32 }, stamp, isNone(approval))
  const whom = forWhom(approval)
  const whomHeight = whom ? sheet.text({ x, y: y + 68, w: half, h: 100 }, [said(whom)], { size: 17, least: 14 }) : 0
  sheet.path({ x: x + half + 20, y, w: 1, h: 68 + whomHeight }, [{ to: [0, 0], move: true }, { to: [0, 68 + whomHeight] }], { colour: 'hairline' })
  sheet.text({ x: x + half + 40, y, w: w - half - 40, h: 22 }, [said(PROOF)], { size: 17, colour: 'muted' })
  sheet.text({ x: x + half + 40, y: y + 32, w: w - half - 40, h: 28 }, [{ runs: meterRuns(evidence) }], { size: 20, least: 16 })
  y += 68 + whomHeight + 10
  sheet.path({ x, y, w, h: 1 }, [{ to: [0, 0], move: true }, { to: [w, 0] }], { colour: 'hairline' })
  const named = lessons.flatMap(id => course.glossary.lessons.find(lesson => lesson.id === id)?.name ?? [])
  sheet.text({ x, y: y + 8, w, h: box.y + box.h - y - 14 }, [said(because, { after: 6 }), ...named.length > 0 ? [said(named.join(' · '), { colour: 'muted' })] : []], { size: 19, least: 14, spacing: 1.05 })
}

const people: Draw = (sheet, slide) => {
  const y = head(sheet, slide)
  const blocks = slide.shown.default ?? []
  const box = { x: LEFT, y, w: WIDTH, h: BOTTOM - y }
  for (const component of componentsOf(blocks))
    drawComponent(sheet, box, component, slide)
  const words = paragraphsOf(blocks, 16)
  const table = blocks.find(block => block.kind === 'table')
  const below = table && words.length > 0 ? 90 : 0
  const first = 300
  const height = table
    ? sheet.table({ ...box, h: box.h - below }, [first, WIDTH - first], table.rows.map((row, at) => row.map((runs, column) => ({ runs, bold: at > 0 && column === 0 }))), { size: 20, least: 15, headSize: 18, pad: 8, alt: tableOf(slide.source.title) }) + 18
    : 0
  if (words.length > 0)
    sheet.text({ ...box, y: y + height, h: BOTTOM - y - height }, words, { size: below ? 25 : 28, least: 17, spacing: 1.15, placeholder: 'body' })
}

const check: Draw = (sheet, slide) => {
  const y = head(sheet, slide)
  const question = questionOf(slide.source.question!, slide.course)
  const { lines } = plain(question, optionOrder(question, SEED), listOrders(question, SEED), plainWords)
  const words = [said(question.prompt, { bold: true, after: 18 }), ...lines.map(line => said(line, { after: 12 }))]
  const look = { size: 25, least: 16, spacing: 1.08 }
  const inside = { x: LEFT + 22, y: y + 18, w: WIDTH - 44, h: BOTTOM - y - 36 }
  const height = heightOf(words, inside.w, { ...look, size: sizeThatFits(words, inside.w, inside.h, look) })
  sheet.box({ x: LEFT, y, w: WIDTH, h: height + 36 }, { colour: 'hairline', fill: 'surface' })
  sheet.text(inside, words, { ...look, placeholder: 'body' })
}

const takeaway: Draw = (sheet, slide) => {
  const y = head(sheet, slide) + 10
  const items: Run[][] = (slide.shown.default ?? []).flatMap(block => block.kind === 'list' ? block.items : [])
  sheet.text({ x: LEFT, y, w: WIDTH, h: BOTTOM - y - 10 }, items.map(runs => ({ runs, after: 26, bullet: 'dot' })), { size: 28, least: 20, spacing: 1.15, placeholder: 'body' })
}

/** The eight layouts of the course, each drawn for PowerPoint. */
export const layouts: Record<string, Draw> = { cover, claim, mechanism, trial, verdict, people, check, takeaway }
