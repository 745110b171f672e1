import type { BenchResult } from './run.ts'
import { DECK, PLAIN_SLIDEV, QUIZ, READING, REVEAL, SECTION_DECK } from './contestants.ts'
import { pointers } from './measure-answer.ts'

/** One thing that was asked for, and what was found. */
export interface Goal {
  what: string
  /** At most that much */
  goal: number
  found: number
  unit: 'KiB' | 'ms' | 's' | '×' | '' | 'tasks'
}

const ours = [READING, QUIZ, SECTION_DECK, DECK]

/** @returns all that the course set out to keep, beside what this run found */
export function goalsOf({ loads, answers, steps, course, growth }: BenchResult): Goal[] {
  const feedback = answers[READING]!.feedback!
  const load = (name: string) => loads[name]!
  const worst = (key: 'longestTaskMs' | 'tasksOver200Ms') => Math.max(...ours.map(name => load(name).median[key]))
  const decks = [SECTION_DECK, DECK].flatMap((path): Goal[] => [
    { what: `first load of ${path}, JavaScript`, goal: 120, found: load(path).weightKib.jsKib, unit: 'KiB' },
    { what: `largest paint of ${path}`, goal: 1100, found: load(path).median.lcpMs, unit: 'ms' },
    { what: `largest paint of ${path}, against reveal.js`, goal: 1.1, found: load(path).median.lcpMs / load(REVEAL).median.lcpMs, unit: '×' },
  ])
  const grown: Goal[] = growth
    ? [
        { what: `build of ${growth.size.slides} slides, ${growth.size.questions} questions`, goal: 30, found: growth.buildMs / 1000, unit: 's' },
        { what: `first load of ${READING} there, JavaScript, against the real course`, goal: 1.1, found: growth.readingKib.jsKib / load(READING).weightKib.jsKib, unit: '×' },
        { what: `first load of ${READING} there, all, against the real course`, goal: 1.1, found: growth.readingKib.totalKib / load(READING).weightKib.totalKib, unit: '×' },
        { what: 'slide step there, 95th percentile, against the real course', goal: 1.2, found: growth.steps.p95Ms / steps[DECK]!.p95Ms, unit: '×' },
      ]
    : []
  return [
    { what: 'fonts, worst of our pages', goal: 40, found: Math.max(...ours.map(name => load(name).weightKib.fontKib)), unit: 'KiB' },
    { what: `first load of ${READING}, all`, goal: 135, found: load(READING).weightKib.totalKib, unit: 'KiB' },
    ...decks,
    { what: `largest paint of ${READING}`, goal: 1100, found: load(READING).median.lcpMs, unit: 'ms' },
    { what: `largest paint of ${READING}, against the plain Slidev deck`, goal: 0.42, found: load(READING).median.lcpMs / load(PLAIN_SLIDEV).median.lcpMs, unit: '×' },
    { what: `layout shift of ${READING}`, goal: 0.02, found: load(READING).median.cls, unit: '' },
    { what: `largest paint of ${QUIZ}`, goal: 1200, found: load(QUIZ).median.lcpMs, unit: 'ms' },
    ...[READING, QUIZ].map((page): Goal => ({ what: `a question on ${page} can be answered`, goal: 2000, found: answers[page]!.answerable.medianMs, unit: 'ms' })),
    { what: 'longest task in the first ten seconds, worst of our pages', goal: 200, found: worst('longestTaskMs'), unit: 'ms' },
    { what: 'tasks over 200 ms in the first ten seconds, worst of our pages', goal: 0, found: worst('tasksOver200Ms'), unit: 'tasks' },
    { what: 'slide step, 95th percentile', goal: 100, found: steps[DECK]!.p95Ms, unit: 'ms' },
    ...pointers.flatMap((pointer): Goal[] => [
      { what: `answer to feedback, ${pointer}, median`, goal: 50, found: feedback[pointer].p50Ms, unit: 'ms' },
      { what: `answer to feedback, ${pointer}, 95th percentile`, goal: 60, found: feedback[pointer].p95Ms, unit: 'ms' },
    ]),
    { what: 'build of the course', goal: 30, found: course.buildMs / 1000, unit: 's' },
    ...grown,
  ]
}
