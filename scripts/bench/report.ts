import type { Goal } from './goals.ts'
import type { BenchResult } from './run.ts'
import { earlier, PLAIN_SLIDEV, READING, REVEAL } from './contestants.ts'
import { goalsOf } from './goals.ts'
import { pointers } from './measure-answer.ts'

/** A title, a heading per column, and rows of text. */
interface Table {
  title: string
  head: string[]
  rows: string[][]
}

const kib = (size: number) => size.toFixed(1)
const ms = (time: number) => String(Math.round(time))
const ratio = (a: number, b: number) => b > 0 ? (a / b).toFixed(2) : '–'

function amount({ unit }: Goal, value: number): string {
  const digits = { 'KiB': 1, 'ms': 0, 's': 1, '×': 2, '': 3, 'tasks': 0 }[unit]
  return `${value.toFixed(digits)} ${unit}`.trim()
}

/** @returns the result as tables: what was asked for, and everything it was made of */
export function tablesOf(result: BenchResult): Table[] {
  const { loads, steps, course, growth } = result
  const goals = goalsOf(result).map(goal => [goal.what, `≤ ${amount(goal, goal.goal)}`, amount(goal, goal.found), goal.found <= goal.goal ? 'yes' : 'NO'])
  const contestants = Object.entries(loads)
  const ours = contestants.filter(([name]) => name !== PLAIN_SLIDEV && name !== REVEAL)
  const against = (nameFor: (page: string) => string) => ours.flatMap(([page, { weightKib, median }]) => {
    const other = loads[nameFor(page)]
    return other ? [[page, nameFor(page), ratio(weightKib.jsKib, other.weightKib.jsKib), ratio(weightKib.totalKib, other.weightKib.totalKib), ratio(median.fcpMs, other.median.fcpMs), ratio(median.lcpMs, other.median.lcpMs), ratio(median.longestTaskMs, other.median.longestTaskMs)]] : []
  })
  const courses = [{ name: 'the course', ...course, weight: loads[READING]!.weightKib, steps: steps['/1']! }, ...growth ? [{ name: 'the course, grown', ...growth, weight: growth.readingKib }] : []]
  return [
    { title: 'What is asked for', head: ['what', 'goal', 'found', 'kept'], rows: goals },
    {
      title: 'First load: KiB, gzipped',
      head: ['page', 'HTML', 'CSS', 'JavaScript', 'fonts', 'all'],
      rows: contestants.map(([name, { weightKib: w }]) => [name, ...[w.htmlKib, w.cssKib, w.jsKib, w.fontKib, w.totalKib].map(kib)]),
    },
    {
      title: 'First load: times in ms, medians',
      head: ['page', 'first paint', 'largest paint', 'layout shift', 'longest task', 'tasks over 200 ms'],
      rows: contestants.map(([name, { median: m }]) => [name, ms(m.fcpMs), ms(m.lcpMs), m.cls.toFixed(3), ms(m.longestTaskMs), String(m.tasksOver200Ms)]),
    },
    { title: 'Ratios in the same run', head: ['page', 'against', 'JavaScript', 'all', 'first paint', 'largest paint', 'longest task'], rows: [...against(() => PLAIN_SLIDEV), ...against(() => REVEAL), ...against(earlier)] },
    {
      title: 'A slide step: ms from the key to the painted slide',
      head: ['deck', 'median', '95th percentile', 'steps', 'against plain Slidev', 'against reveal.js'],
      rows: Object.entries(steps).map(([name, { p50Ms, p95Ms, count }]) => [name, ms(p50Ms), ms(p95Ms), String(count), ratio(p95Ms, steps[PLAIN_SLIDEV]!.p95Ms), ratio(p95Ms, steps[REVEAL]!.p95Ms)]),
    },
    {
      title: 'A question',
      head: ['what', 'median', '95th percentile', 'measured'],
      rows: Object.entries(result.answers).flatMap(([page, { answerable, feedback }]) => [
        [`from navigation to the first outcome on ${page}, ms`, ms(answerable.medianMs), '', `${answerable.roundsMs.length} loads`],
        ...feedback ? pointers.map(pointer => [`from the press (${pointer}) to the painted feedback on ${page}, ms`, ms(feedback[pointer].p50Ms), ms(feedback[pointer].p95Ms), `${feedback[pointer].count} answers`]) : [],
      ]),
    },
    {
      title: 'Growth',
      head: ['course', 'slides', 'questions', 'build, s', 'reading page, JavaScript KiB', 'reading page, all KiB', 'slide step, 95th percentile, ms'],
      rows: courses.map(({ name, size, buildMs, weight, steps }) => [name, String(size.slides), String(size.questions), (buildMs / 1000).toFixed(1), kib(weight.jsKib), kib(weight.totalKib), ms(steps.p95Ms)]),
    },
  ]
}

/** @returns when and on what it was measured */
export function circumstances({ takenAt, rounds, machine }: BenchResult): string {
  return `${takenAt.slice(0, 10)}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${machine.cores} cores (${machine.cpu}), load ${machine.loadAtStart} before it began, Node ${machine.node.slice(1)}, Chromium ${machine.chromium}`
}

/** @returns the tables for a terminal */
export function asText(tables: Table[]): string {
  return tables.map(({ title, head, rows }) => {
    const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]!.length)))
    const line = (row: string[]) => row.map((cell, column) => column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)).join('  ')
    return `\n${title}\n${[head, ...rows].map(line).join('\n')}`
  }).join('\n')
}

/** @returns the tables as Markdown */
export function asMarkdown(tables: Table[]): string {
  return tables.map(({ title, head, rows }) => {
    const rule = head.map((_, column) => column === 0 ? '---' : '---:')
    return `### ${title}\n\n${[head, rule, ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')}`
  }).join('\n\n')
}
