import type { HeadlineOutline } from './headlines.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'
import { HEADLINES } from './course.ts'
import { chanceByLuck, drawHeadlines, formOf, formResults, isFormDue, lessonResults, lessonsToReview, nextForm, nextHeadline, questionsOfForm } from './headlines.ts'

function headline(slug: string, lessons: string[], more: Partial<HeadlineOutline> = {}): HeadlineOutline {
  return { id: `headlines.${slug}`, lessons, revision: 1, ...more }
}
const practice = ['sham', 'marker', 'whom'].flatMap(lesson => [1, 2, 3, 4].map(no => headline(`${lesson}-${no}`, [lesson])))
const forms = (['a', 'b'] as const).flatMap(form => [
  headline(`${form}-sham`, ['sham'], { form }),
  headline(`${form}-both`, ['marker', 'sham'], { form }),
])
const all = [...practice, ...forms]
const lessonOf = (id: string) => all.find(headline => headline.id === id)!.lessons[0]
function attempt(questions: string[], startedAtMs: number) {
  return { section: HEADLINES, seed: 's', questions, sinceMs: startedAtMs, startedAtMs, feedback: 'end' as const }
}

describe('a draw of headlines', () => {
  it('touches every lesson before one again, asks none twice, and never one of a form', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const drawn = drawHeadlines(all, seed, { count })
      expect(new Set(drawn).size).toBe(count)
      const times = ['sham', 'marker', 'whom'].map(lesson => drawn.filter(id => lessonOf(id) === lesson).length)
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
      expect(drawn.filter(id => forms.some(form => form.id === id))).toEqual([])
    }))
  })

  it('of one lesson holds no other', () => {
    expect(drawHeadlines(all, 'x', { lesson: 'marker' }).map(lessonOf)).toEqual(Array.from({ length: 4 }).fill('marker'))
  })

  it('brings another headline of the lesson before one that was seen', () => {
    const timesSeen = (id: string) => id === 'headlines.sham-2' ? 0 : 1
    expect(drawHeadlines(all, 'x', { lesson: 'sham', count: 1, timesSeen })).toEqual(['headlines.sham-2'])
  })
})

describe('a lesson in the reviews', () => {
  const [sham] = lessonsToReview(all)

  it('is practised by every headline that turns on it first, and by none of a form', () => {
    expect(lessonsToReview(all).map(({ id }) => id)).toEqual(['headlines.sham', 'headlines.marker', 'headlines.whom'])
    expect(sham!.questions).toEqual([1, 2, 3, 4].map(no => `headlines.sham-${no}`))
  })

  it('comes back with a headline that was seen least, and never with the one that was read last, though it was missed', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 }), (seed, read) => {
      const answers = read.map((no, place) => answerTo(`headlines.sham-${no}`, 0, place + 1))
      const next = nextHeadline(progressOf({ answers }), sham!, seed)
      const times = (id: string) => answers.filter(({ question }) => question === id).length
      expect(next).not.toBe(answers.at(-1)!.question)
      expect(times(next)).toBe(Math.min(...sham!.questions.filter(id => id !== answers.at(-1)!.question).map(times)))
    }))
  })

  it('of a single headline comes back with that', () => {
    const only = { id: 'headlines.x', questions: ['headlines.x-1'] }
    expect(nextHeadline(progressOf({ answers: [answerTo('headlines.x-1', 1, 1)] }), only, 'x')).toBe('headlines.x-1')
  })
})

describe('the forms before and after', () => {
  const [aSham, aBoth] = questionsOfForm(all, 'a') as [string, string]

  it('are told from practice by what was asked', () => {
    expect(formOf(attempt([aSham, aBoth], 1), all)).toBe('a')
    expect(formOf(attempt([practice[0]!.id], 1), all)).toBeUndefined()
    expect(formOf({ ...attempt([aSham], 1), section: 'tea' }, all)).toBeUndefined()
  })

  it('have no result before the last question is answered', () => {
    const progress = progressOf({ attempts: [attempt([aSham, aBoth], 10)], answers: [answerTo(aSham, 1, 11)] })
    expect(formResults(progress, all)).toEqual([])
  })

  it('count by lesson, one that mixes two in both, and whatever was answered first', () => {
    const progress = progressOf({
      attempts: [attempt([aSham, aBoth], 10)],
      answers: [answerTo(aSham, 1, 11), answerTo(aBoth, 0.5, 12), answerTo(aBoth, 1, 13)],
    })
    expect(formResults(progress, all)).toEqual([{
      form: 'a',
      atMs: 12,
      asked: 2,
      right: 1,
      lessons: [{ lesson: 'sham', asked: 2, right: 1 }, { lesson: 'marker', asked: 1, right: 0 }],
    }])
  })

  it('begun, left and taken anew are one sitting, and the answers of it count', () => {
    const progress = progressOf({
      attempts: [attempt([aSham, aBoth], 10), attempt([aSham, aBoth], 20)],
      answers: [answerTo(aSham, 0, 11), answerTo(aSham, 1, 21), answerTo(aBoth, 1, 22)],
    })
    expect(formResults(progress, all)).toMatchObject([{ asked: 2, right: 2, atMs: 22 }])
  })

  it('stay when a headline of theirs is gone from the bank, which counts as it was answered', () => {
    const answers = [answerTo(aSham, 1, 11), answerTo(aBoth, 0, 12)]
    const later = all.filter(({ id }) => id !== aSham)
    expect(formResults(progressOf({ attempts: [attempt([aSham, aBoth], 10)], answers }), later))
      .toMatchObject([{ asked: 2, right: 1, lessons: [{ lesson: 'marker', asked: 1 }, { lesson: 'sham', asked: 1, right: 0 }] }])
    expect(formResults(progressOf({ attempts: [attempt([aSham, aBoth], 10)], answers: answers.slice(1) }), later)).toMatchObject([{ asked: 1, right: 0 }])
  })

  it('are dated by what the clock said, where answers are dated after a clock that once ran ahead', () => {
    const progress = progressOf({ attempts: [attempt([aSham], 1000)], answers: [answerTo(aSham, 1, 1001)], clocks: [{ atMs: 1001, clockMs: 12 }] })
    expect(formResults(progress, all)).toMatchObject([{ atMs: 12 }])
  })

  it('go by turns, and chance decides only which is first', () => {
    const after = (...read: ('a' | 'b')[]) => progressOf({
      attempts: read.map((form, place) => attempt(questionsOfForm(all, form), 100 * place)),
      answers: read.flatMap((form, place) => questionsOfForm(all, form).map((id, index) => answerTo(id, 1, 100 * place + index))),
    })
    expect(nextForm(after(), all, 0.49)).toBe('a')
    expect(nextForm(after(), all, 0.5)).toBe('b')
    expect(nextForm(after('a'), all, 0)).toBe('b')
    expect(nextForm(after('a', 'b'), all, 0.9)).toBe('a')
  })

  it('is drawn once: a first form that was begun and left is the one to ask, though others were practised since', () => {
    const begun = progressOf({ attempts: [attempt(questionsOfForm(all, 'b'), 1), attempt(['headlines.sham-1'], 2)] })
    expect(nextForm(begun, all, 0)).toBe('b')
  })

  it('is due once more 30 days after the one that followed the course', () => {
    const result = { form: 'a' as const, atMs: 5, asked: 8, right: 4, lessons: [] }
    const dayAt = (atMs: number) => atMs
    expect(isFormDue([result], dayAt, 100)).toBe(false)
    expect(isFormDue([result, result], dayAt, 34)).toBe(false)
    expect(isFormDue([result, result], dayAt, 35)).toBe(true)
  })
})

it('practice is told by lesson, each headline as it was read the last time', () => {
  const progress = progressOf({ answers: [answerTo('headlines.sham-1', 0, 1), answerTo('headlines.sham-1', 1, 2, { confidence: 'sure' }), answerTo('headlines.sham-2', 0.5, 3, { confidence: 'sure' }), answerTo('headlines.a-sham', 1, 4)] })
  expect(lessonResults(progress, all, ['sham', 'marker'])).toEqual([{ lesson: 'sham', asked: 2, right: 1, sure: 2, sureRight: 1 }, { lesson: 'marker', asked: 0, right: 0, sure: 0, sureRight: 0 }])
})

describe('luck', () => {
  it('moves two tosses of one coin by one in half of the cases', () => {
    expect(chanceByLuck(1, 0.5, 1)).toBeCloseTo(0.5)
  })

  it('is certain for no change at all, impossible beyond the number of questions, and falls with the change', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (questions, share) => {
      const chances = Array.from({ length: questions + 2 }, (_, change) => chanceByLuck(questions, share, change))
      expect(chances[0]).toBeCloseTo(1)
      expect(chances.at(-1)).toBe(0)
      expect(chances.every((chance, change) => change === 0 || chance <= chances[change - 1]! + 1e-9)).toBe(true)
    }))
  })
})
