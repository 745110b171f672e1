import type { Card } from 'ts-fsrs'
import type { Answer, Progress } from './progress.ts'
import fc from 'fast-check'
import { createEmptyCard, FSRS, generatorParameters, Rating } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, progressOf } from '../tests/fixtures/build.ts'
import { dayOf } from './days.ts'
import { shuffle } from './draw.ts'
import { packProgress } from './packed-progress.ts'
import { emptyProgress, mergeProgress } from './progress-parts/index.ts'
import { latestAnswer, withAnswer } from './progress.ts'
import { dueCards, gradeOf, questionToReview, reviewCards } from './review.ts'
import { readSaved } from './saved-progress.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const dayAt = (atMs: number) => dayOf(atMs, 0)
const noon = (day: number) => day * DAY + 12 * HOUR
const cardOf = (answers: Answer[], today = 1000) => reviewCards(progressOf({ answers }), [questionToReview('tea.a')], dayAt, today)[0]

describe('the grade of an answer', () => {
  it.each([
    [0, undefined, Rating.Again],
    [0, 'sure', Rating.Again],
    [0.5, 'sure', Rating.Again],
    [0.51, 'sure', Rating.Hard],
    [0.99, undefined, Rating.Hard],
    [1, 'guess', Rating.Hard],
    [1, undefined, Rating.Good],
    [1, 'fairly-sure', Rating.Good],
    [1, 'sure', Rating.Easy],
  ] as const)('comes from the score %d and the confidence %s', (score, confidence, grade) => {
    expect(gradeOf({ score, confidence })).toBe(grade)
  })
})

describe('a question', () => {
  it('enters the reviews after its first answer, and not before', () => {
    expect(reviewCards(emptyProgress(), [questionToReview('tea.a')], dayAt, 0)).toEqual([])
    expect(cardOf([answerTo('tea.a', 1, noon(5))])).toMatchObject({ item: 'tea.a', reviews: 0 })
  })

  it('is not due again on the day it was answered', () => {
    for (const score of [0, 0.6, 1])
      expect(cardOf([answerTo('tea.a', score, noon(5))])!.dueDay).toBeGreaterThan(5)
  })

  it('comes back sooner after a miss than after a right answer, and later the surer it was', () => {
    const due = (score: number, confidence?: Answer['confidence']) => cardOf([answerTo('tea.a', score, noon(5), { confidence })])!.dueDay
    expect(due(0)).toBeLessThan(due(1))
    expect(due(1, 'guess')).toBeLessThan(due(1))
    expect(due(1)).toBeLessThan(due(1, 'sure'))
  })

  it('counts with its first answer of a day alone', () => {
    const first = [answerTo('tea.a', 0, noon(5))]
    expect(cardOf([...first, answerTo('tea.a', 1, noon(5) + 1000), answerTo('tea.a', 1, noon(5) + 15 * HOUR)])).toEqual(cardOf(first))
    expect(cardOf([...first, answerTo('tea.a', 1, noon(5) + 17 * HOUR)])!.reviews).toBe(1)
  })

  it('that any of several questions practises has one card, folded from the answers to all of them', () => {
    const lesson = { id: 'headlines.sham', questions: ['headlines.b', 'headlines.a'] }
    const answers = [answerTo('headlines.a', 1, noon(5)), answerTo('headlines.b', 0, noon(9)), answerTo('tea.a', 1, noon(10))]
    const [card, ...more] = reviewCards(progressOf({ answers }), [lesson], dayAt, 1000)
    expect(more).toEqual([])
    expect(card).toEqual({ ...cardOf([answerTo('tea.a', 1, noon(5)), answerTo('tea.a', 0, noon(9))]), item: 'headlines.sham' })
  })

  it('that the course no longer has is left out', () => {
    expect(reviewCards(progressOf({ answers: [answerTo('tea.gone', 1, 1)] }), [questionToReview('tea.a')], dayAt, 5)).toEqual([])
  })

  it('is not lost for years when the clock was once wrong', () => {
    const future = noon(20_000)
    const card = cardOf([answerTo('tea.a', 1, noon(5)), answerTo('tea.a', 0, future)], 10)!
    expect(card.dueDay).toBeLessThan(20)
    expect(card.reviews).toBe(1)
  })

  it('has a card that can be worked out for any history and any day', () => {
    fc.assert(fc.property(anyProgress, fc.integer({ min: 0, max: 30_000 }), (progress, today) => {
      for (const { dueDay, intervalDays } of reviewCards(progress, ['tea.a', 'tea.b', 'tea.c', 'rain.a'].map(questionToReview), dayAt, today)) {
        expect(Number.isInteger(dueDay)).toBe(true)
        expect(intervalDays).toBeGreaterThanOrEqual(1)
      }
    }))
  })
})

describe('a month of one learner who answers daily', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `tea.q${index}`)
  const start = 20_000
  /** Chance, but the same on every machine: a number from 0 to 99 for a text. */
  const roll = (seed: string) => shuffle(Array.from({ length: 100 }, (_, n) => n), seed)[0]!

  it('has the due counts and intervals of ts-fsrs replayed on the same grades', () => {
    const reference = new FSRS(generatorParameters({ request_retention: 0.9, enable_short_term: false }))
    const replayed = new Map<string, { card: Card }>()
    let progress = emptyProgress()
    const dueCounts: number[] = []

    for (let day = start; day < start + 30; day++) {
      const due = dueCards(reviewCards(progress, ids.map(questionToReview), dayAt, day), day).map(card => card.item)
      const expected = [...replayed].filter(([, { card }]) => card.due.getTime() <= day * DAY).map(([id]) => id)
      expect(due.toSorted()).toEqual(expected.toSorted())
      dueCounts.push(due.length)

      const fresh = ids.filter(id => !replayed.has(id)).slice(0, 4)
      for (const [index, id] of [...due, ...fresh].entries()) {
        const rolled = roll(`${day} ${id}`)
        const score = rolled < 15 ? 0 : rolled < 25 ? 2 / 3 : 1
        const confidence = (['guess', 'fairly-sure', 'sure', undefined] as const)[rolled % 4]
        progress = { ...progress, answers: [...progress.answers, answerTo(id, score, noon(day) + index * 60_000, { mode: 'review', confidence })] }
        const grade = score < 0.6
          ? Rating.Again
          : score < 1 || confidence === 'guess' ? Rating.Hard : confidence === 'sure' ? Rating.Easy : Rating.Good
        const card: Card = replayed.get(id)?.card ?? createEmptyCard(new Date(0))
        replayed.set(id, { card: reference.next(card, new Date(day * DAY), grade).card })
      }
      for (const { item: question, intervalDays } of reviewCards(progress, ids.map(questionToReview), dayAt, day))
        expect(intervalDays).toBe(replayed.get(question)!.card.scheduled_days)
    }
    expect(dueCounts.filter(count => count > 0).length, 'something came due on most days').toBeGreaterThan(15)
    expect(replayed.size).toBe(40)
  })
})

describe('a clock that was wrong for a while', () => {
  const YEAR = 365
  const give = (progress: Progress, question: string, clockMs: number, score = 1) =>
    withAnswer(progress, { question, response: 'a', score, mode: 'page', revision: 1 }, clockMs)
  const dueOf = (progress: Progress, question: string, today: number) => reviewCards(progress, [questionToReview(question)], dayAt, today)[0]!.dueDay

  it('that said 2100 for one answer keeps no review away: today’s answers count as today’s', () => {
    let progress = give(emptyProgress(), 'tea.a', noon(130 * YEAR))
    progress = give(progress, 'tea.b', noon(56 * YEAR))
    progress = give(progress, 'tea.c', noon(56 * YEAR) + HOUR)
    const alone = dueOf(give(emptyProgress(), 'tea.b', noon(56 * YEAR)), 'tea.b', 56 * YEAR)
    for (const today of [56 * YEAR, 56 * YEAR + 1, 56 * YEAR + 40])
      expect(['tea.a', 'tea.b', 'tea.c'].map(question => dueOf(progress, question, today))).toEqual([alone, alone, alone])
  })

  it('does not matter for what is answered now: it is due when it should be, on this day and later', () => {
    const clock = fc.oneof(fc.integer({ min: 50 * YEAR, max: 60 * YEAR }), fc.nat(130 * YEAR)).map(noon)
    const earlier = fc.array(fc.tuple(fc.constantFrom('tea.a', 'tea.b'), clock, fc.constantFrom(0, 1)), { maxLength: 8 })
    fc.assert(fc.property(earlier, fc.integer({ min: 50 * YEAR, max: 60 * YEAR }), fc.nat(100), (earlier, now, later) => {
      const before = earlier.reduce((progress, [question, clockMs, score]) => give(progress, question, clockMs, score), emptyProgress())
      const progress = give(give(before, 'tea.a', noon(now)), 'tea.c', noon(now) + HOUR)
      for (const today of [now, now + later]) {
        const [card] = reviewCards(progress, [questionToReview('tea.a')], dayAt, today)
        expect(card!.dueDay - card!.intervalDays, 'counts as answered on its day').toBe(now)
        expect(dueOf(progress, 'tea.c', today), 'as if nothing was before').toBe(dueOf(give(emptyProgress(), 'tea.c', noon(now) + HOUR), 'tea.c', today))
      }
    }))
  })

  it('changes nothing in how histories are put together: what was answered last is the latest', () => {
    const mine = give(give(emptyProgress(), 'tea.a', noon(130 * YEAR), 0), 'tea.a', noon(56 * YEAR), 1)
    const other = give(emptyProgress(), 'tea.b', noon(55 * YEAR))
    expect(mergeProgress(mine, other)).toEqual(mergeProgress(other, mine))
    expect(latestAnswer(mergeProgress(mine, other), 'tea.a')?.score).toBe(1)
    expect(readSaved(JSON.stringify(packProgress(mine)))).toEqual({ progress: mine, newer: false, lost: false })
  })
})
