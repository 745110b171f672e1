import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt, progressOf } from '../tests/fixtures/build.ts'
import { emptyProgress, mergeProgress } from './progress-parts/index.ts'
import { latestAnswer, nextReadMs, nextTimeMs } from './progress.ts'

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

describe('the time of what happens now', () => {
  it('is what the clock says', () => {
    expect(nextTimeMs(emptyProgress(), 5)).toBe(5)
    expect(nextTimeMs(progressOf({ answers: [answerTo('tea.a', 1, 4)] }), 5)).toBe(5)
  })

  it.each([
    ['an answer', progressOf({ answers: [answerTo('tea.a', 1, 10)] })],
    ['a quiz that was begun', progressOf({ attempts: [attemptAt(['tea.a'], 10)] })],
    ['a belief', progressOf({ beliefs: [{ section: 'tea', moment: 'before', approved: true, evidence: 'mixed', atMs: 10 }] })],
    ['what was read', progressOf({ seen: { 'tea.end': 10, 'tea.start': 4 } })],
  ])('is after everything that happened, also when the clock was set back: after %s', (_, progress) => {
    expect([nextTimeMs(progress, 5), nextReadMs(progress, 5)]).toEqual([11, 11])
  })

  it('is after everything of any history', () => {
    fc.assert(fc.property(anyProgress, fc.nat(), (progress, nowMs) => {
      const { answers, attempts, beliefs, seen } = progress
      const times = [...answers, ...beliefs].map(({ atMs }) => atMs).concat(attempts.map(({ startedAtMs }) => startedAtMs), Object.values(seen))
      const atMs = nextTimeMs(progress, nowMs)
      expect(times.every(time => time < atMs)).toBe(true)
      expect(atMs === nowMs || times.includes(atMs - 1)).toBe(true)
    }))
  })
})
