import type { SectionOutline } from './course.ts'
import type { Attempt, Progress } from './progress.ts'
import { describe, expect, it } from 'vitest'
import { answerTo, attemptAt, progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { questionsToAvoid, quizKind, sectionRecord } from './records.ts'

const DAY = 86_400_000
const dayAt = (atMs: number) => Math.floor(atMs / DAY)
const recordOf = (progress: Progress, section: SectionOutline) => sectionRecord(progress, section, dayAt)

describe('what “passed” means', () => {
  const bank = Array.from({ length: 12 }, (_, place) => `q${place}`)
  const part = sectionOf('tea', ['start'], ['q0'], bank)
  const ids = bank.map(slug => `tea.${slug}`)
  const [first, second] = [ids.slice(0, 6), ids.slice(6)]

  /** A quiz of these questions on this day, all of them right or all but `misses`. */
  function quizOn(day: number, questions: string[], { misses = 0, ...more }: Partial<Attempt> & { misses?: number } = {}) {
    const startedAtMs = day * DAY + DAY / 2
    return {
      attempt: { ...attemptAt(questions, startedAtMs), origin: 'drawn' as const, ...more },
      answers: questions.map((id, place) => answerTo(id, place < misses ? 0 : 1, startedAtMs + 1 + place)),
    }
  }
  const standing = (quizzes: ReturnType<typeof quizOn>[], section = part) =>
    recordOf(progressOf({ answers: quizzes.flatMap(({ answers }) => answers), attempts: quizzes.map(({ attempt }) => attempt) }), section)

  it('is practised after one quiz from 80 per cent, and lights no station yet', () => {
    expect(standing([quizOn(1, first, { misses: 1 })])).toMatchObject({ quiz: 'practised', isOldRule: false, state: 'learning' })
    expect(standing([quizOn(1, first, { misses: 2 })])).toMatchObject({ quiz: 'open', quizScore: 4 / 6 })
  })

  it('is passed after two of them on two days with no question in common', () => {
    expect(standing([quizOn(1, first), quizOn(2, second, { misses: 1 })])).toMatchObject({ quiz: 'passed', isOldRule: false, state: 'learned' })
  })

  it.each([
    ['on the same day', [quizOn(1, first), quizOn(1.2, second)]],
    ['with a question in common', [quizOn(1, first), quizOn(2, [...second.slice(1), first[0]!])]],
    ['of which one was not enough', [quizOn(1, first), quizOn(2, second, { misses: 2 })]],
    ['of which one is shared', [quizOn(1, first), quizOn(2, second, { origin: 'shared' })]],
    ['of which one repeats questions', [quizOn(1, first), quizOn(2, second, { origin: 'repeated' })]],
    ['of which one has five questions', [quizOn(1, first), quizOn(2, second.slice(1))]],
  ])('is not passed after two %s', (_, quizzes) => {
    expect(standing(quizzes).quiz).toBe('practised')
  })

  it('takes any two that fit, whatever lies between them', () => {
    expect(standing([quizOn(1, first), quizOn(2, [first[0]!, ...second.slice(1)]), quizOn(3, second, { misses: 3 }), quizOn(4, second)]).quiz).toBe('passed')
  })

  it('allows a question in common where the bank has too few for two quizzes', () => {
    expect(standing([quizOn(1, first), quizOn(2, [first[0]!, ...second.slice(1)])], { ...part, questions: part.questions.slice(0, 11) }).quiz).toBe('passed')
  })

  it('does not count what was repeated or shared as the best quiz', () => {
    expect(standing([quizOn(1, first, { misses: 3 }), quizOn(2, first, { origin: 'repeated' }), quizOn(3, ids.slice(0, 1), { origin: 'shared' })])).toMatchObject({ quiz: 'open', quizScore: 0.5 })
  })

  it('keeps what was passed by one quiz under the old rule, marked until it is passed anew', () => {
    const old = quizOn(1, ids.slice(0, 1), { origin: undefined })
    expect(standing([old])).toMatchObject({ quiz: 'passed', isOldRule: true, quizScore: 1, state: 'learned' })
    expect(standing([old, quizOn(2, first)])).toMatchObject({ quiz: 'passed', isOldRule: true })
    expect(standing([old, quizOn(2, first), quizOn(3, second)])).toMatchObject({ quiz: 'passed', isOldRule: false })
  })

  it('is kept when a copy brings in a quiz that was begun elsewhere while this one went on', () => {
    const [one, two] = [quizOn(1, first), quizOn(8, second)]
    const went = two.answers.map((answer, place) => place < 3 ? answer : { ...answer, atMs: answer.atMs + 2 * DAY })
    const elsewhere = { ...quizOn(9, ids.slice(12)).attempt, seed: 'elsewhere' }
    const answers = [...one.answers, ...went]
    const bigger = sectionOf('tea', ['start'], ['q0'], [...bank, ...Array.from({ length: 6 }, (_, place) => `q${12 + place}`)])
    const attempts = [one.attempt, two.attempt, { ...elsewhere, questions: bigger.questions.slice(12).map(({ id }) => id) }]
    expect(recordOf(progressOf({ answers, attempts }), bigger).quiz).toBe('passed')
    // What the other one asks too is answered in that one, and what is answered on a page in none of them.
    expect(recordOf(progressOf({ answers, attempts: [one.attempt, two.attempt, { ...elsewhere, questions: second }] }), bigger).quiz).toBe('practised')
    expect(recordOf(progressOf({ answers: answers.map(answer => ({ ...answer, mode: 'page' as const })), attempts }), bigger).quiz).toBe('practised')
  })

  it('goes by what the clock said, as reviews do', () => {
    const [one, two] = [quizOn(1, first), quizOn(2, second)]
    const progress = progressOf({ answers: [...one.answers, ...two.answers], attempts: [one.attempt, two.attempt], clocks: [{ atMs: two.answers.at(-1)!.atMs, clockMs: one.answers.at(-1)!.atMs + 60_000 }] })
    expect(recordOf(progress, part).quiz).toBe('practised')
  })

  it('has a second quiz avoid the questions of the first that was enough', () => {
    const avoided = (...quizzes: ReturnType<typeof quizOn>[]) => questionsToAvoid(progressOf({ answers: quizzes.flatMap(({ answers }) => answers), attempts: quizzes.map(({ attempt }) => attempt) }), part)
    expect(avoided(quizOn(1, first, { misses: 3 }))).toEqual([])
    expect(avoided(quizOn(1, first), quizOn(2, second, { misses: 3 }))).toEqual(first)
    expect(avoided(quizOn(1, first, { origin: 'shared' }))).toEqual([])
  })

  it.each([
    ['counted', 'drawn', 6],
    ['short', 'drawn', 5],
    ['repeated', 'repeated', 6],
    ['shared', 'shared', 6],
    ['old-rule', undefined, 6],
  ] as const)('is %s: a quiz that was %s, of %i questions', (kind, origin, length) => {
    expect(quizKind({ ...attemptAt(ids.slice(0, length), 1), origin })).toBe(kind)
  })
})
