import type { AskedQuestion } from '../core/course.ts'
import type { Attempt } from '../core/progress.ts'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { QUIZ_LENGTH } from '../core/draw.ts'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { score, validate } from '../core/question-types/index.ts'
import { drawSectionQuiz } from '../core/section-quiz.ts'
import { loadCourse } from './load-course.ts'
import { blindGuess, simulatePassing } from './simulate-passing.ts'

let course: Awaited<ReturnType<typeof loadCourse>>
beforeAll(async () => {
  course = await loadCourse(fileURLToPath(new URL('..', import.meta.url)))
})

/** In each section; the mean over all sections then lies within a point of what many more would show. */
const LEARNERS = 200
const MARGIN = 0.01
const seeds = Array.from({ length: 100 }, (_, place) => `seed ${place}`)
function meanPassing(knows: number): number {
  const passing = simulatePassing(course, knows, LEARNERS)
  return passing.reduce((sum, { newRule }) => sum + newRule, 0) / passing.length
}

it('who knows 60% and guesses the rest passes in at most 15%', () => {
  expect(meanPassing(0.6)).toBeLessThanOrEqual(0.15 + MARGIN)
})

it('who knows 95% passes in at least 95%', () => {
  expect(meanPassing(0.95)).toBeGreaterThanOrEqual(0.95 - MARGIN)
})

it('a blind guess is an answer that may be sent, and right about as often as chance is', () => {
  const questions: AskedQuestion[] = [...course.sections.flatMap(section => section.questions), ...course.headlines]
  for (const question of questions)
    expect(validate(question, blindGuess(question, 'seed')), question.id).toBeUndefined()
  const scores = questions.flatMap(question => seeds.slice(0, 20).map(seed => score(question, blindGuess(question, `${seed} ${question.id}`))))
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  expect(mean).toBeGreaterThan(0.18)
  expect(mean).toBeLessThan(0.32)
})

it('every section has two quizzes of six with nothing in common, two headlines of its lessons in each, two questions on its main verdict in the first and one in the second', () => {
  const bank = new Map(course.headlines.map(headline => [headline.id, headline]))
  for (const section of course.outline.sections) {
    const abouts = new Map(section.questions.map(({ id, about }) => [id, about]))
    for (const seed of seeds) {
      const first = drawSectionQuiz(section, course.headlines, emptyProgress(), seed, true)
      const attempt: Attempt = { section: section.id, seed, questions: first, sinceMs: 0, startedAtMs: 1, feedback: 'each', origin: 'drawn' }
      const answers = first.map((question, place) => ({ question, response: null, score: 1, atMs: 2 + place, mode: 'quiz' as const, revision: 1 }))
      const second = drawSectionQuiz(section, course.headlines, { ...emptyProgress(), attempts: [attempt], answers }, `${seed} again`)
      expect(second.filter(id => first.includes(id)), section.id).toEqual([])
      const onMain = (drawn: string[]) => drawn.filter(id => abouts.get(id) === section.mainVerdict).length
      expect(onMain(first), section.id).toBeGreaterThanOrEqual(2)
      expect(onMain(second), section.id).toBeGreaterThanOrEqual(1)
      for (const drawn of [first, second]) {
        expect(drawn.length, section.id).toBe(QUIZ_LENGTH)
        const headlines = drawn.flatMap(id => bank.get(id) ?? [])
        expect(headlines.map(({ form, lessons }) => form ?? section.lessons.includes(lessons[0]!)), section.id).toEqual([true, true])
      }
    }
  }
})
