import type { Approval, EvidenceLevel } from '../../../core/course.ts'
import type { Paragraph } from '../fit.ts'
import type { Box, Cell, Sheet } from '../sheet.ts'
import type { SlideInDeck } from '../slide.ts'
import { decisionsOf, planeCounts, planeOf, usesOf } from '../../../core/course-map.ts'
import { goalWords, planeInWords, resultWords } from '../../../words/en/evidence.ts'
import { decimalsOf, written } from '../../../words/en/numbers.ts'
import { APPROVED, COMPARISON, headacheHead, MAIN_GOAL, PROOF, SUBGROUP, tableOf, timelineHead, WITH_DEVICE } from '../../../words/en/slides.ts'
import { meterRuns, stampRuns } from '../badges.ts'
import { said } from '../sheet.ts'
import { trialOf } from '../slide.ts'

const cell = (text: string, more: Omit<Cell, 'runs'> = {}): Cell => ({ runs: [{ text }], ...more })

/** The trials of one device, by aim: each result beside its comparison. */
export function headacheTrials(sheet: Sheet, box: Box, { course, source }: SlideInDeck): void {
  const figure = course.figures['headache-trials']!
  if (!('aims' in figure))
    return
  const rows = figure.aims.flatMap(({ name, trials }) => trials.flatMap((slug, at) => {
    const trial = trialOf(`${source.section}.${slug}`, course)
    // What was only measured beside a goal is in the course: a slide has no room for it.
    return trial.outcomes.filter(({ id, kind, arms = [] }) => arms.length > 1 && (kind === 'main' || figure.subgroups.includes(id))).map((outcome, place): Cell[] => {
      const arms = outcome.arms!
      const decimals = decimalsOf(arms.map(({ value }) => value))
      const number = (value: number) => `${written(value, decimals)}${outcome.unit === 'percent-of-people' ? '%' : ''}`
      const what = outcome.kind === 'main' ? MAIN_GOAL : figure.subgroups.includes(outcome.id) ? SUBGROUP : ''
      return [
        { runs: at === 0 && place === 0 ? [{ text: `${name}: `, bold: true }, { text: trial.name }] : [{ text: place === 0 ? trial.name : ' ' }] },
        { runs: [...what ? [{ text: `${what}: `, bold: true }] : [], { text: `${outcome.label}, ` }, { text: resultWords[outcome.result], bold: true }] },
        cell(number(arms[0]!.value)),
        cell(number(arms.at(-1)!.value)),
      ]
    })
  }))
  sheet.table(box, [148, 576, 74, 70], [[headacheHead.trial, headacheHead.measured, headacheHead.device, headacheHead.sham].map(text => cell(text)), ...rows], { size: 17, least: 14.5, pad: 3, alt: tableOf(source.title) })
}

/** The two badges side by side, each with what its words mean. */
export function scale(sheet: Sheet, box: Box, { course }: SlideInDeck): void {
  const figure = course.figures['evidence-scale']!
  if (!('stamps' in figure))
    return
  const half = box.w / 2 - 16
  const left = Object.entries(figure.stamps).map(([status, means]): Cell[] => [{ runs: stampRuns({ status } as Approval, course), stamp: { isNone: false } }, cell(means)])
  const right = Object.entries(figure.levels).map(([level, means]): Cell[] => [{ runs: meterRuns(level as EvidenceLevel) }, cell(means)])
  const draw = (x: number, title: string, says: string, rows: Cell[][], first: number) => sheet.table({ ...box, x, w: half }, [first, half - first], [[cell(title, { bold: true, colour: 'ink' }), cell(says)], ...rows], { size: 19, least: 15, pad: 7, alt: tableOf(title) })
  draw(box.x, APPROVED, figure.approval, left, 168)
  draw(box.x + half + 32, PROOF, figure.proof, right, 216)
}

/** The lessons by name: what each means, and what to ask. */
export function lessons(sheet: Sheet, box: Box, { course }: SlideInDeck): void {
  const all = course.glossary.lessons
  const column = Math.ceil(all.length / 2)
  for (const side of [0, 1]) {
    sheet.text({ ...box, x: box.x + side * (box.w / 2 + 16), w: box.w / 2 - 16 }, all.slice(side * column, (side + 1) * column).flatMap(({ name, text, ask }): Paragraph[] => [
      said(name, { bold: true, scale: 1.1, after: 2 }),
      // As on the slide of the course: why it fools us is for the page.
      said(text.replace(/(?<=\.) .*/s, ''), { after: 2 }),
      said(ask, { colour: 'accent', after: 14 }),
    ]), { size: 20, least: 15 })
  }
}

/** The regulators' decisions from the first to the last, each beside what the proof is now. */
export function timeline(sheet: Sheet, box: Box, { course, source }: SlideInDeck): void {
  const decisions = decisionsOf(course.map.verdicts)
  sheet.table(box, [64, 418, 206, 180], [
    [timelineHead.year, timelineHead.use, timelineHead.decision, timelineHead.now].map(text => cell(text)),
    ...decisions.map(({ approval, title, evidence }): Cell[] => [cell(String(approval.year), { bold: true }), cell(title), { runs: [{ text: `${course.about.approval.words[approval.status].toUpperCase()}\u00A0│ ${approval.by}`, bold: true }], stamp: { isNone: false } }, { runs: meterRuns(evidence) }]),
  ], { size: 17, least: 14.5, pad: 2.5, alt: tableOf(source.title) })
}

/** Every verdict as a dot: how strong the proof is, by what a regulator decided. */
export function map(sheet: Sheet, box: Box, { course, source }: SlideInDeck): void {
  const uses = usesOf(course.map.verdicts)
  const rows = planeOf(uses)
  const says = sheet.text({ ...box, h: 76 }, [said(planeInWords(planeCounts(uses)))], { size: 18, least: 15 })
  // The longest badge stays on its line.
  const first = 222
  const width = (box.w - first) / rows[0]!.cells.length
  sheet.table({ ...box, y: box.y + says + 12, h: box.h - says - 12 }, [first, ...rows[0]!.cells.map(() => width)], [
    [cell(`${PROOF} ↓ ${APPROVED} →`), ...rows[0]!.cells.map(({ status }) => cell(course.about.approval.words[status]))],
    ...rows.map(({ level, cells }): Cell[] => [{ runs: meterRuns(level) }, ...cells.map(({ verdicts }): Cell => ({ runs: verdicts.length > 0 ? [{ text: `${verdicts.length}`, bold: true }, { text: ` ${'•'.repeat(verdicts.length)}`, colour: level, scale: 1.3 }] : [{ text: '–', colour: 'muted' }] }))]),
  ], { size: 17, least: 14.5, headSize: 15, pad: 6, alt: tableOf(source.title) })
}

/** How large the effects are: each trial that counted people, in 100 of each group. */
export function effects(sheet: Sheet, box: Box, { course, source }: SlideInDeck): void {
  sheet.table(box, [380, 130, 130, 228], [
    [headacheHead.trial, `${WITH_DEVICE}, in 100`, `${COMPARISON}, in 100`, MAIN_GOAL].map(text => cell(text)),
    ...course.map.trials.map(({ name, outcome, goal }): Cell[] => [
      { runs: [{ text: `${name} `, bold: true }, { text: outcome.inShort ?? outcome.label }] },
      cell(outcome.arms.slice(0, -1).map(({ value }) => written(value)).join('; '), { bold: true }),
      cell(written(outcome.arms.at(-1)!.value)),
      cell(goalWords[goal]),
    ]),
  ], { size: 17, least: 14.5, pad: 2.5, alt: tableOf(source.title) })
}

export function questionsToTake(sheet: Sheet, box: Box, { section }: SlideInDeck): void {
  sheet.text(box, (section?.questionsToTake ?? []).map(question => said(question, { bullet: 'number', after: 9 })), { size: 22, least: 16, placeholder: 'body' })
}
