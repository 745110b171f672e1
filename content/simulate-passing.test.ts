import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { drawQuiz, QUIZ_LENGTH } from '../core/draw.ts'
import { score, validate } from '../core/question-types/index.ts'
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

it('who knows 60 % and guesses the rest passes in at most 15 %', () => {
  expect(meanPassing(0.6)).toBeLessThanOrEqual(0.15 + MARGIN)
})

it('who knows 95 % passes in at least 95 %', () => {
  expect(meanPassing(0.95)).toBeGreaterThanOrEqual(0.95 - MARGIN)
})

it('a blind guess is an answer that may be sent, and right about as often as chance is', () => {
  const questions = course.sections.flatMap(section => section.questions)
  for (const question of questions)
    expect(validate(question, blindGuess(question, 'seed')), question.id).toBeUndefined()
  const scores = questions.flatMap(question => seeds.slice(0, 20).map(seed => score(question, blindGuess(question, `${seed} ${question.id}`))))
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  expect(mean).toBeGreaterThan(0.18)
  expect(mean).toBeLessThan(0.32)
})

it('every bank has enough for two quizzes of six with no question in common, nothing given away in either', () => {
  for (const { id, questions, mainVerdict } of course.outline.sections) {
    for (const seed of seeds) {
      const first = drawQuiz(questions, seed, { mainVerdict })
      const second = drawQuiz(questions, `${seed} again`, { mainVerdict, avoid: first })
      expect(first.length, id).toBe(QUIZ_LENGTH)
      expect(second.length, id).toBe(QUIZ_LENGTH)
      expect(second.filter(question => first.includes(question)), id).toEqual([])
    }
  }
})
