import type { Question, Verdict } from '../../core/course.ts'
import type { Look, Paragraph } from './fit.ts'
import type { Sheet } from './sheet.ts'
import type { SlideInDeck } from './slide.ts'
import type { Block, Run } from './text.ts'
import { goalWords } from '../../words/en/evidence.ts'
import { APPROVED, articleSays, courseOn, lettersMark, NARROWED, partOf, peopleDrawn, PROOF, tableOf, trialRows } from '../../words/en/slides.ts'
import { answeredLines, askedLines, placesOf } from './answer.ts'
import { forWhom, isNone, meterRuns, stampRuns } from './badges.ts'
import { crowd } from './figures/crowd.ts'
import { drawComponent } from './figures/index.ts'
import { drawPicture } from './figures/picture.ts'
import { heightOf, linesOf, sizeThatFits } from './fit.ts'
import { lineOf, said, within } from './sheet.ts'
import { questionOf, trialOf, verdictOf } from './slide.ts'

const LEFT = 56
const WIDTH = 868
/** Where the foot begins */
const BOTTOM = 504

const TITLES: Record<string, number> = { cover: 68, claim: 40, people: 40, takeaway: 40 }

/** Draws what stands above all else. @returns where the rest begins, in px */
function head(sheet: Sheet, { source: { layout }, title }: SlideInDeck, over?: string, width = WIDTH): number {
  const full = (TITLES[layout] ?? 35) * 0.93
  let y = layout === 'cover' ? 64 : 30
  const linesAt = (size: number) => linesOf([{ text: title }], width, size, { head: true, bold: true })
  // A little smaller on one line is better than two.
  const size = [1, 0.95, 0.9, 0.85, ...layout === 'cover' ? [0.8, 0.75] : []].map(share => full * share).find(tried => linesAt(tried) === 1) ?? full * (layout === 'cover' ? 0.8 : 0.9)
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
    drawPicture(sheet, COVER.drawing, slide.picture)
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
  const look = { size: 18, least: 14.5, spacing: 1.08 }
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
    sheet.table(box, [300, 316, 252], [[NARROWED, APPROVED, PROOF].map(text => ({ runs: [{ text }] })), ...verdicts.map(({ title, approval, evidence }) => [
      { runs: [{ text: title }] },
      { runs: stampRuns(approval, slide.course), stamp: { isNone: isNone(approval) } },
      { runs: meterRuns(evidence) },
    ])], { size: verdicts.length < 4 ? 21 : 19, least: 15, headSize: 18, pad: verdicts.length < 4 ? 12 : 8, alt: tableOf(slide.source.title) })
  }
  if (note.length > 0)
    sheet.text({ x: LEFT, y: BOTTOM - noteHeight, w: WIDTH, h: noteHeight }, note, { size: 21, least: 17, spacing: 1.1, colour: 'muted', valign: 'bottom' })
}

function card(sheet: Sheet, box: { x: number, y: number, w: number, h: number }, { statement, approval, evidence, because, lessons = [] }: Verdict, { course }: SlideInDeck): void {
  const [x, w, half] = [box.x + 20, box.w - 40, 540]
  const named = lessons.flatMap(id => course.glossary.lessons.find(lesson => lesson.id === id)?.name ?? [])
  const [claimed, decided, proven] = [[said(statement, { colour: 'muted' })], [said(forWhom(approval))], [said(because, { after: 6 }), ...named.length > 0 ? [said(named.join(' · '), { colour: 'muted' })] : []]]
  const heights = (size: number) => [heightOf(claimed, w, { size }), forWhom(approval) ? heightOf(decided, half, { size: size - 1 }) + 6 : 0, heightOf(proven, w, { size, spacing: 1.05 })] as const
  const allAt = (size: number) => heights(size).reduce((sum, height) => sum + height, 0) + 130
  const size = [20, 19.5, 19, 18.5, 18, 17.5, 17, 16.5, 16].find(tried => allAt(tried) <= box.h) ?? 15.5
  const [claimHeight, whomHeight, whyHeight] = heights(size)
  sheet.box({ ...box, h: Math.min(box.h, allAt(size) + 6) }, { colour: 'hairline', fill: 'surface' })
  let y = box.y + 12
  sheet.text({ x, y, w, h: claimHeight + 2 }, claimed, { size })
  y += claimHeight + 10
  sheet.path({ x, y, w, h: 1 }, [{ to: [0, 0], move: true }, { to: [w, 0] }], { colour: 'hairline' })
  y += 8
  sheet.text({ x, y, w: half, h: 22 }, [said(APPROVED)], { size: 17, colour: 'muted' })
  sheet.stamp({ x: x + 2, y: y + 27 }, stampRuns(approval, course), isNone(approval))
  if (whomHeight > 0)
    sheet.text({ x, y: y + 66, w: half, h: whomHeight }, decided, { size: size - 1 })
  sheet.path({ x: x + half + 20, y, w: 1, h: 66 + whomHeight }, [{ to: [0, 0], move: true }, { to: [0, 66 + whomHeight] }], { colour: 'hairline' })
  sheet.text({ x: x + half + 40, y, w: w - half - 40, h: 22 }, [said(PROOF)], { size: 17, colour: 'muted' })
  sheet.text({ x: x + half + 40, y: y + 26, w: w - half - 40, h: 36 }, [{ runs: meterRuns(evidence) }], { size: 20, least: 16, valign: 'middle' })
  y += 66 + whomHeight + 10
  sheet.path({ x, y, w, h: 1 }, [{ to: [0, 0], move: true }, { to: [w, 0] }], { colour: 'hairline' })
  sheet.text({ x, y: y + 8, w, h: whyHeight + 4 }, proven, { size, spacing: 1.05 })
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

/** How much of a question's frame the drawing beside it takes, in px */
const BESIDE = 330

/** A question or its answer in a frame, beside the drawing of its places or the people that are to be guessed. */
function framed(sheet: Sheet, slide: SlideInDeck, question: Question, wording: Paragraph[][], look: Look & { least: number }): void {
  const y = head(sheet, slide)
  const people = question.type === 'estimate' && question.as === 'people'
  const isDrawn = slide.picture !== undefined || people
  const inside = { x: LEFT + 22, y: y + 14, w: WIDTH - 44 - (isDrawn ? BESIDE : 0), h: BOTTOM - y - 34 }
  const words = wording.find(paragraphs => heightOf(paragraphs, inside.w, { ...look, size: look.least }) <= inside.h) ?? wording.at(-1)!
  const height = isDrawn ? inside.h : heightOf(words, inside.w, { ...look, size: sizeThatFits(words, inside.w, inside.h, look) })
  sheet.box({ x: LEFT, y, w: WIDTH, h: height + 34 }, { colour: 'hairline', fill: 'surface' })
  sheet.text({ ...inside, h: height + 2 }, words, { ...look, placeholder: 'body' })
  const beside = { x: LEFT + WIDTH - BESIDE, y: y + 14, w: BESIDE - 22, h: inside.h + 6 }
  if (slide.picture)
    drawPicture(sheet, beside, slide.picture, lettersMark(placesOf(question)), slide.isAnswer ? answeredLines(question).find(({ isRight }) => isRight)?.sign : undefined)
  if (people) {
    const filled = slide.isAnswer ? question.answer : 0
    crowd(sheet, within(beside, { width: 100, height: 130 }), { people: 100, filled, perRow: 10 }, peopleDrawn(filled, 100))
  }
}

const signed = (sign = '', isBold = false): Run[] => sign ? [{ text: `${sign}\u00A0\u00A0`, colour: 'accent', bold: isBold }] : []

const check: Draw = (sheet, slide) => {
  const question = questionOf(slide.source.question!, slide.course)
  framed(sheet, slide, question, [[said(question.prompt, { bold: true, after: 16 }), ...askedLines(question).map(({ sign, text }): Paragraph => ({ runs: [...signed(sign, true), { text }], after: 11 }))]], { size: 25, least: 18, spacing: 1.05 })
}

/** What the slide of the course shows once it is answered. Where that is too much, what is said of the rest is in the notes. */
const answer: Draw = (sheet, slide) => {
  const question = questionOf(slide.source.question!, slide.course)
  const wording = [true, false].map((saysAll): Paragraph[] => [
    said(question.prompt, { colour: 'muted', after: 10 }),
    ...answeredLines(question).flatMap(({ sign, text, belongs, isRight, says }): Paragraph[] => {
      const isSaid = says !== undefined && (saysAll || isRight)
      return [
        { runs: [...isRight ? [{ text: '✓\u00A0', bold: true }] : [], ...signed(sign, isRight), { text, bold: isRight }, ...belongs ? [{ text: ` → ${belongs}`, bold: true }] : []], after: isSaid ? 1 : 8 },
        ...isSaid ? [said(says, { colour: isRight ? 'ink' : 'muted', scale: 0.9, after: 7 })] : [],
      ]
    }),
    said(question.explanation, { colour: 'accent' }),
  ])
  framed(sheet, slide, question, wording, { size: 22, least: 17, spacing: 1.02 })
}

const takeaway: Draw = (sheet, slide) => {
  const y = head(sheet, slide) + 10
  const items: Run[][] = (slide.shown.default ?? []).flatMap(block => block.kind === 'list' ? block.items : [])
  sheet.text({ x: LEFT, y, w: WIDTH, h: BOTTOM - y - 10 }, items.map(runs => ({ runs, after: 26, bullet: 'dot' })), { size: 28, least: 20, spacing: 1.15, placeholder: 'body' })
}

/** The eight layouts of the course, each drawn for PowerPoint, and the answer to a check. */
export const layouts: Record<string, Draw> = { cover, claim, mechanism, trial, verdict, people, check, answer, takeaway }
