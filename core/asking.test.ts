import type { AnswerMode } from './progress.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTo } from '../tests/fixtures/build.ts'
import { askingOf, policyOf } from './asking.ts'
import { answerModes } from './progress.ts'

/** The phase after these answers, by score and mode, for somebody who is asked in this mode. */
function after(asked: AnswerMode, ...given: [score: number, mode: AnswerMode][]) {
  return askingOf(given.map(([score, mode], place) => answerTo('tea.colour', score, place, { mode })), policyOf(asked)).phase
}

const answers = fc.array(fc.tuple(fc.constantFrom(0, 0.5, 1), fc.constantFrom(...answerModes)), { maxLength: 8 })

describe('how a question is asked', () => {
  it.each([
    ['slide', 2, false],
    ['page', 2, true],
    ['quiz', 1, true],
    ['review', 1, true],
  ] as const)('on a %s: %d tries, and asking how sure one is: %s', (mode, tries, asksConfidence) => {
    expect(policyOf(mode)).toEqual({ tries, tells: 'now', asksConfidence })
  })

  it('tells nothing before the end where the learner wants it so', () => {
    expect(policyOf('quiz', 'each').tells).toBe('now')
    expect(policyOf('quiz', 'end').tells).toBe('end')
  })
})

it('no other file says how many tries there are, or when the outcome is told', () => {
  const others = ['components', 'composables', 'core', 'deck', 'layouts', 'pages', 'site', 'stores']
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)))
    .filter(file => /\.(?:ts|vue)$/.test(file) && !/\.test\.ts$/.test(file) && file !== join('core', 'asking.ts'))
  expect(others.length).toBeGreaterThan(150)
  expect(others.filter(file => /\btries: [12]|\btells: '/.test(readFileSync(file, 'utf8')))).toEqual([])
})

describe('the phase of a question', () => {
  it.each(answerModes)('is open on a %s that was never answered', (mode) => {
    expect(after(mode)).toBe('open')
  })

  it.each(['slide', 'page'] as const)('on a %s is a second try after a miss, done after another answer, and a second try after a later miss', (mode) => {
    expect(after(mode, [0, mode])).toBe('second-try')
    expect(after(mode, [0.5, mode])).toBe('second-try')
    expect(after(mode, [1, mode])).toBe('done')
    expect(after(mode, [0, mode], [0, mode])).toBe('done')
    expect(after(mode, [0, mode], [1, mode])).toBe('done')
    expect(after(mode, [0, mode], [0, mode], [0, mode])).toBe('second-try')
  })

  it.each(['quiz', 'review'] as const)('in a %s is done after any answer, one on a page too', (mode) => {
    for (const score of [0, 0.5, 1])
      expect([after(mode, [score, mode]), after(mode, [score, 'page'])]).toEqual(['done', 'done'])
  })

  it.each(['quiz', 'review'] as const)('on a page is done after a miss in a %s, which was told with its solution', (mode) => {
    expect(after('page', [0, mode])).toBe('done')
    expect(after('page', [0, 'page'], [0, mode])).toBe('done')
    expect(after('page', [0, mode], [0, 'page'])).toBe('second-try')
  })

  it('is recorded, and nothing more, where it is told at the end', () => {
    const given = [answerTo('tea.colour', 0, 1)]
    expect(askingOf(given, policyOf('quiz', 'end'))).toEqual({ phase: 'recorded', answer: given[0] })
  })

  it('is open only without an answer, and holds the latest one, whatever was given where', () => {
    fc.assert(fc.property(answers, fc.constantFrom(...answerModes), fc.constantFrom('each' as const, 'end' as const), (given, mode, feedback) => {
      const history = given.map(([score, mode], place) => answerTo('tea.colour', score, place, { mode }))
      const { phase, answer } = askingOf(history, policyOf(mode, feedback))
      expect(phase === 'open').toBe(history.length === 0)
      expect(answer).toBe(history.at(-1))
      if (phase === 'second-try')
        expect([policyOf(mode).tries, answer!.score < 1]).toEqual([2, true])
    }))
  })
})
