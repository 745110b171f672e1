import type { Progress } from './progress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress, nearlyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt, progressOf } from '../tests/fixtures/build.ts'
import { answerModes, emptyProgress, latestAnswer, latestAttempt, mergeProgress, PROGRESS_VERSION, readProgress } from './progress.ts'

const id = expect.stringMatching(/^[a-z0-9-]+\.[a-z0-9-]+$/)

function expectTime(value: number) {
  expect(Number.isFinite(value) && value >= 0, `${value} is a time`).toBe(true)
}

function expectValid({ version, answers, attempts, seen }: Progress) {
  expect(version).toBe(PROGRESS_VERSION)
  for (const answer of answers) {
    expect(answer.question).toEqual(id)
    expect(answer.score >= 0 && answer.score <= 1).toBe(true)
    expectTime(answer.atMs)
    expect(answerModes).toContain(answer.mode)
    expect(Number.isInteger(answer.revision)).toBe(true)
  }
  expect(answers.map(answer => answer.atMs)).toEqual(answers.map(answer => answer.atMs).sort((a, b) => a - b))
  for (const attempt of attempts) {
    expect(attempt).toMatchObject({ section: expect.any(String), seed: expect.any(String) })
    for (const question of attempt.questions)
      expect(question).toEqual(id)
    expectTime(attempt.sinceMs)
    expectTime(attempt.startedAtMs)
  }
  for (const [slide, atMs] of Object.entries(seen)) {
    expect(slide).toEqual(id)
    expectTime(atMs)
  }
}

describe('reading saved progress', () => {
  it('gives valid progress whatever was saved, and never throws', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBoxedValues: true, withDate: true, withMap: true }), saved => expectValid(readProgress(saved).progress)), { numRuns: 1000 })
  })

  it('gives valid progress of what is nearly progress, and never throws', () => {
    fc.assert(fc.property(nearlyProgress, saved => expectValid(readProgress(saved).progress)), { numRuns: 1000 })
  })

  it('gives back what was saved', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual({ progress, newer: false })
    }))
  })

  it.each([undefined, null, 'text', 7, [], [[]]])('starts empty where nothing can be read: %j', (saved) => {
    expect(readProgress(saved)).toEqual({ progress: emptyProgress(), newer: false })
  })

  it('gives nobody the same empty progress as somebody else', () => {
    emptyProgress().answers.push(answerTo('tea.a', 1, 1))
    expect(emptyProgress()).toEqual({ version: 1, answers: [], attempts: [], seen: {} })
  })

  it.each([
    ['the id of a question', { question: 'tea' }],
    ['a score above 1', { score: 1.01 }],
    ['a score below 0', { score: -0.01 }],
    ['a score that is no number', { score: Number.NaN }],
    ['a score as text', { score: '1' }],
    ['a time before all times', { atMs: -1 }],
    ['a time without end', { atMs: Infinity }],
    ['an unknown mode', { mode: 'dream' }],
    ['a mode of every object', { mode: 'constructor' }],
    ['half a revision', { revision: 1.5 }],
  ])('keeps the readable answers where one is damaged: %s', (_name, damage) => {
    const good = [answerTo('tea.a', 1, 10), answerTo('tea.b', 0, 30, { mode: 'slide' })]
    const saved = { version: 1, answers: [good[0], { ...answerTo('tea.c', 1, 20), ...damage }, good[1]], attempts: 'gone', seen: null }
    expect(readProgress(saved).progress).toEqual(progressOf({ answers: good }))
  })

  it('keeps the readable attempts and slides beside damaged ones', () => {
    const good = attemptAt(['tea.a'], 5)
    const saved = {
      version: 1,
      answers: 'gone',
      attempts: [null, { ...good, questions: ['tea'] }, { ...good, seed: 7 }, { ...good, sinceMs: null }, good],
      seen: { 'tea.start': 5, 'tea': 5, 'tea.check': 'yesterday', 'tea.verdict': -1 },
    }
    expect(readProgress(saved).progress).toEqual(progressOf({ attempts: [good], seen: { 'tea.start': 5 } }))
  })

  it('keeps answers whose version is missing or no number', () => {
    const answers = [answerTo('tea.a', 1, 10)]
    expect(readProgress({ answers }).progress.answers).toEqual(answers)
    expect(readProgress({ version: 'one', answers })).toEqual({ progress: progressOf({ answers }), newer: false })
  })

  it('puts answers in the order of their times', () => {
    const saved = progressOf({ answers: [answerTo('tea.b', 1, 20), answerTo('tea.a', 1, 10)] })
    expect(readProgress(saved).progress.answers.map(answer => answer.atMs)).toEqual([10, 20])
  })

  it('says when a later version of the course saved it, and reads nothing of it', () => {
    const saved = { ...progressOf({ answers: [answerTo('tea.a', 1, 10)] }), version: PROGRESS_VERSION + 1 }
    expect(readProgress(saved)).toEqual({ progress: emptyProgress(), newer: true })
  })
})

describe('putting two histories together', () => {
  it('is the same in either order', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (a, b) => {
      expect(mergeProgress(a, b)).toEqual(mergeProgress(b, a))
    }))
  })

  it('is the same in whichever pairs', () => {
    fc.assert(fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) => {
      expect(mergeProgress(mergeProgress(a, b), c)).toEqual(mergeProgress(a, mergeProgress(b, c)))
    }))
  })

  it('is the same any number of times', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (a, b) => {
      const both = mergeProgress(a, b)
      expect(mergeProgress(a, a)).toEqual(a)
      expect(mergeProgress(both, b)).toEqual(both)
      expect(mergeProgress(both, both)).toEqual(both)
    }))
  })

  it('keeps all that either knows, stays valid, and changes neither', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (a, b) => {
      const before = structuredClone([a, b])
      const both = mergeProgress(a, b)
      expectValid(both)
      expect(both.answers).toEqual(expect.arrayContaining([...a.answers, ...b.answers]))
      expect(both.attempts).toEqual(expect.arrayContaining([...a.attempts, ...b.attempts]))
      expect(Object.keys(both.seen).sort()).toEqual([...new Set([...Object.keys(a.seen), ...Object.keys(b.seen)])].sort())
      expect([a, b]).toEqual(before)
    }))
  })

  it('counts an answer that both know once, and two different answers twice', () => {
    const shared = answerTo('tea.a', 1, 10)
    const merged = mergeProgress(progressOf({ answers: [shared] }), progressOf({ answers: [{ ...shared }, answerTo('tea.a', 0, 20)] }))
    expect(merged.answers).toEqual([shared, answerTo('tea.a', 0, 20)])
  })

  it('keeps when a slide was first seen', () => {
    const merged = mergeProgress(progressOf({ seen: { 'tea.a': 20, 'tea.b': 0 } }), progressOf({ seen: { 'tea.a': 10, 'tea.b': 5 } }))
    expect(merged.seen).toEqual({ 'tea.a': 10, 'tea.b': 0 })
  })
})

describe('the newest answer', () => {
  const progress = progressOf({ answers: [answerTo('tea.a', 0, 10), answerTo('tea.b', 1, 15), answerTo('tea.a', 1, 20)] })

  it('is the last one given to this question', () => {
    expect(latestAnswer(progress, 'tea.a')).toEqual(answerTo('tea.a', 1, 20))
  })

  it('is none where the question was never answered', () => {
    expect(latestAnswer(progress, 'tea.c')).toBeUndefined()
  })

  it('counts from the given moment on, that moment included', () => {
    expect(latestAnswer(progress, 'tea.a', 20)?.score).toBe(1)
    expect(latestAnswer(progress, 'tea.a', 21)).toBeUndefined()
    expect(latestAnswer(progress, 'tea.b', 16)).toBeUndefined()
  })

  it('counts up to the given moment, that moment left out', () => {
    expect(latestAnswer(progress, 'tea.a', 0, 20)?.score).toBe(0)
    expect(latestAnswer(progress, 'tea.a', 0, 21)?.score).toBe(1)
    expect(latestAnswer(progress, 'tea.a', 11, 20)).toBeUndefined()
  })
})

describe('the newest attempt', () => {
  it('is the last one of this section', () => {
    const [first, second] = [attemptAt(['tea.a'], 1), attemptAt(['tea.b'], 2)]
    const progress = progressOf({ attempts: [first!, second!, { ...attemptAt(['rain.a'], 3), section: 'rain' }] })
    expect(latestAttempt(progress, 'tea')).toEqual(second)
    expect(latestAttempt(progress, 'pain')).toBeUndefined()
  })
})
