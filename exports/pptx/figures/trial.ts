import type { Course } from '../../../content/load-course.ts'
import type { Trial } from '../../../core/course.ts'
import type { Paragraph } from '../fit.ts'
import type { Box, Sheet } from '../sheet.ts'
import { resultWords } from '../../../words/en/evidence.ts'
import { decimalsOf, written } from '../../../words/en/numbers.ts'
import { ALSO_MEASURED, asPublished, barsDrawn, counted, inHundred, JUDGED, MAIN_GOAL, MEASURED, NOBODY, NOBODY_DRAWN, ofPeople, peopleCount, peopleDrawn, published } from '../../../words/en/slides.ts'
import { heightOf } from '../fit.ts'
import { said } from '../sheet.ts'
import { trialOf } from '../slide.ts'
import { crowd } from './crowd.ts'

type Outcome = Trial['outcomes'][number]
type Arm = NonNullable<Outcome['arms']>[number]

/** A trial drawn from its data, as the slides draw it: people in 100, bars, the people of small groups, or all goals. */
export function trialFigure(sheet: Sheet, box: Box, course: Course, id: string, outcomeId?: string): void {
  const { outcomes } = trialOf(id, course)
  const outcome = outcomes.find(({ id }) => id === outcomeId)
  if (outcome?.groups)
    groups(sheet, box, outcome.label, outcome.groups)
  else if (outcome?.arms && outcome.unit === 'percent-of-people')
    people(sheet, box, outcome.label, outcome.arms)
  else if (outcome?.arms)
    barsFigure(sheet, box, outcome.label, outcome.unit === 'percent-change' ? '%' : outcome.unit === 'points' ? 'points' : '', outcome.arms)
  else
    goals(sheet, box, outcomes)
}

/** @returns where the drawing begins under its label, in px */
function labelled(sheet: Sheet, box: Box, label: string, unit = ''): number {
  return box.y + 10 + sheet.text({ ...box, h: 60 }, [said(label, { bold: true }), ...unit ? [said(unit, { colour: 'muted' })] : []], { size: 18, least: 15 })
}

/** Two or three arms side by side, each as a hundred people of the same size. */
function people(sheet: Sheet, box: Box, label: string, arms: Arm[]): void {
  const top = labelled(sheet, box, label)
  const gap = 20
  const width = (box.w - gap * (arms.length - 1)) / arms.length
  const words = arms.map(({ name, people, value }): Paragraph[] => [
    said(inHundred(Math.round(value)), { bold: true, scale: 1.35 }),
    { runs: [{ text: `${name} ` }, ...people ? [{ text: counted(people), colour: 'muted' as const }] : []] },
    ...Number.isInteger(value) ? [] : [said(asPublished(String(value).replace('-', '−')), { colour: 'muted' })],
  ])
  const size = arms.length > 2 ? 15 : 17
  const height = Math.max(...words.map(paragraphs => heightOf(paragraphs, width, { size })))
  const crowdHeight = Math.min(210, box.y + box.h - top - height - 16)
  for (const [place, { value }] of arms.entries()) {
    const x = box.x + place * (width + gap)
    const filled = Math.min(100, Math.max(0, Math.round(value)))
    sheet.text({ x, y: top, w: width, h: height + 2 }, words[place]!, { size })
    crowd(sheet, { x, y: top + height + 12, w: Math.min(width, crowdHeight / 1.3), h: crowdHeight }, { people: 100, filled, perRow: 10 }, peopleDrawn(filled, 100))
  }
}

/** The people of a small study, each drawn once, group beside group. */
function groups(sheet: Sheet, box: Box, label: string, list: NonNullable<Outcome['groups']>): void {
  const top = labelled(sheet, box, label)
  const gap = 24
  const width = (box.w - gap * (list.length - 1)) / list.length
  const most = Math.max(...list.map(({ people = 0 }) => people))
  const perRow = most > 20 ? 10 : 5
  const size = 16
  const heads = list.map(({ name, people }): Paragraph[] => [said(people ? peopleCount(people) : NOBODY, { bold: true, scale: 1.3 }), said(name)])
  const headHeight = Math.max(...heads.map(paragraphs => heightOf(paragraphs, width, { size })))
  const person = Math.min(width / perRow, 46)
  for (const [place, { people = 0, filled = 0, says, ...group }] of list.entries()) {
    const x = box.x + place * (width + gap)
    sheet.text({ x, y: top, w: width, h: headHeight + 2 }, heads[place]!, { size })
    const height = Math.ceil((people || most) / perRow) * person * 1.3
    const at = { x, y: top + headHeight + 10, w: person * perRow, h: height }
    if (people > 0)
      crowd(sheet, at, { people, filled, perRow }, peopleDrawn(filled, people))
    else
      sheet.box(at, { colour: 'line', dashed: true, width: 1.2 }, { alt: NOBODY_DRAWN })
    const y = at.y + Math.ceil(most / perRow) * person * 1.3 + 10
    sheet.text({ x, y, w: width, h: box.y + box.h - y }, [{ runs: [...group && filled && people ? [{ text: `${ofPeople(filled, people)} `, bold: true }] : [], { text: says }] }], { size: 17, least: 14.5 })
  }
}

/** Bars as PowerPoint draws them, with their numbers in a table that can be changed. */
export function barsFigure(sheet: Sheet, box: Box, label: string, unit: string, arms: Arm[]): void {
  const top = labelled(sheet, box, label, unit === '%' ? '' : unit)
  const decimals = decimalsOf(arms.map(({ value }) => value))
  const sign = unit === '%' ? '%' : ''
  const named = arms.map(({ name, people, value }) => ({ name: people ? `${name} ${counted(people)}` : name, value }))
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0'
  sheet.bars({ x: box.x, y: top, w: box.w, h: Math.min(box.y + box.h - top, Math.max(150, arms.length * 82)) }, label, named, {
    format: `${digits}${sign && '"%"'};−${digits}${sign && '"%"'}`,
    alt: barsDrawn(unit && !sign ? `${label}, in ${unit}` : label, named.map(({ name, value }) => `${name} ${written(value, decimals)}${sign}`)),
  })
}

const marks = { 'favours-device': '▲', 'no-clear-difference': '=', 'favours-control': '▼', 'not-compared': '○' } as const

/** A trial's scoreboard: its main goal first and set apart, then everything else it looked at. */
function goals(sheet: Sheet, box: Box, outcomes: Outcome[]): void {
  const main = outcomes.filter(({ kind }) => kind === 'main')
  const rest = outcomes.filter(({ kind }) => kind === 'secondary')
  let { y } = box
  if (main.length > 0) {
    const words: Paragraph[] = [said(MAIN_GOAL, { colour: 'muted', after: 4 }), ...main.flatMap(({ label, result, p }): Paragraph[] => [
      said(label, { bold: true, scale: 1.08 }),
      { runs: [{ text: `${marks[result]}\u00A0 ` }, { text: resultWords[result], bold: true }, ...p ? [{ text: `  ${published(p)}`, colour: 'muted' as const }] : []], after: 6 },
    ])]
    const look = { size: 18 }
    const height = heightOf(words, box.w - 28, look) + 24
    sheet.box({ ...box, y, h: height }, { colour: 'ink', fill: 'surface', width: 1.5 })
    sheet.text({ x: box.x + 14, y: y + 12, w: box.w - 28, h: height - 24 }, words, look)
    y += height + 10
  }
  const results = [...new Set(rest.map(({ result }) => result))]
  const words: Paragraph[] = [
    ...rest.length > 0 ? [said(main.length > 0 ? ALSO_MEASURED : MEASURED, { colour: 'muted', after: 4 })] : [],
    ...results.flatMap((result): Paragraph[] => [
      { runs: [{ text: `${marks[result]}\u00A0 ` }, { text: resultWords[result], bold: true }], after: 2 },
      ...rest.filter(outcome => outcome.result === result).map(({ label, p }): Paragraph => ({ runs: [{ text: label }, ...p ? [{ text: `  ${published(p)}`, colour: 'muted' as const }] : []], after: 5 })),
    ]),
    ...main.length > 0 ? [said(JUDGED, { colour: 'muted' })] : [],
  ]
  sheet.text({ ...box, y, h: box.y + box.h - y }, words, { size: 18, least: 14.5, spacing: 1.02 })
}
