import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { estimateSchema } from './estimate.schema.ts'
import { estimate, readNumber } from './estimate.ts'

const question = estimateOf(24, 6)

describe('an answer to an estimate', () => {
  it.each([0, 24, 33.5, 100])('may be sent with any number of its range: %d', (guess) => {
    expect(estimate.validate(question, guess)).toBeUndefined()
  })

  it.each([-1, 100.5, 1e9])('is told the range when it lies outside: %d', (guess) => {
    expect(estimate.validate(question, guess)).toEqual({ missing: 'guess-in-range', min: 0, max: 100 })
  })

  it.each([...hostile.filter(([name]) => name !== 'a number'), ['a text of digits', '24'], ['infinity', Number.POSITIVE_INFINITY]])('may not be sent with %s', (_name, value) => {
    expect(estimate.validate(question, value)).toEqual({ missing: 'guess-in-range', min: 0, max: 100 })
  })

  it.each([
    [24, 1],
    [30, 1],
    [18, 1],
    [33, 0.5],
    [15, 0.5],
    [36, 0],
    [12, 0],
    [100, 0],
  ])('scores 1 within the tolerance, 0 from twice the tolerance on, and evenly between: %d scores %d', (guess, score) => {
    expect(estimate.score(question, guess)).toBe(score)
  })

  it('is right at the very edge of the tolerance where binary fractions are a hair off', () => {
    const fine = estimateOf(0.3, 0.1, { min: 0, max: 1, step: 0.1 })
    expect([0.2, 0.4].map(guess => estimate.score(fine, guess))).toEqual([1, 1])
    expect(estimate.score(fine, 0.41)).toBeLessThan(1)
  })

  it.each([
    ['low', 17.9, { low: 'wrong', near: 'missed', high: 'left' }],
    ['low at the edge', 18, { low: 'left', near: 'right', high: 'left' }],
    ['near', 24, { low: 'left', near: 'right', high: 'left' }],
    ['high at the edge', 30, { low: 'left', near: 'right', high: 'left' }],
    ['high', 30.1, { low: 'left', near: 'missed', high: 'wrong' }],
  ])('shows on which side the guess lies: %s', (_name, guess, marks) => {
    expect(estimate.reveal(question, guess).marks).toEqual(marks)
  })

  it('is solved with the true figure', () => {
    expect(estimate.solution(question)).toBe(24)
  })
})

it('an estimate reads as text with its range, its unit and its tolerance', () => {
  expect(estimate.plain(question, [], {}, plainWords)).toEqual({
    lines: ['Your estimate (0 to 100): ______ people in 100'],
    solution: '24 people in 100 (a guess within 6 counts as right)',
  })
})

describe('a guess as people type it', () => {
  const unit = 'people in 100'

  it.each([
    ['15 people', 15],
    ['15 people in 100', 15],
    ['15 in 100', 15],
    ['15/100', 15],
    ['about 15', 15],
    ['15 %', 15],
    ['30,3', 30.3],
    ['30.3', 30.3],
    ['.5', 0.5],
    ['1,200', 1200],
    ['1 200', 1200],
    ['1\u202F200', 1200],
    ['0,125', 0.125],
    ['\uFF11\uFF15', 15],
    ['\u200B15\u00A0', 15],
    ['\u22123', -3],
  ])('reads %j as %d', (typed, number) => {
    expect(readNumber(typed, unit)).toBe(number)
  })

  it.each(['', ' ', 'many', '15-20', '15 to 20', 'between 15 and 20', '15 or 100', '1.2.3', '-', ','])('reads no number in %j', (typed) => {
    expect(readNumber(typed, typed === '15 or 100' ? '' : unit)).toBeUndefined()
  })

  it('reads every number that can be guessed, however it is written', () => {
    const written = fc.constantFrom(
      (number: number) => String(number),
      (number: number) => String(number).replace('.', ','),
      (number: number) => ` ${number}\u00A0${unit}`,
      (number: number) => `about ${number}.`.replace(/(\d)\.$/, '$1'),
      (number: number) => String(number).replace(/\d/g, digit => String.fromCodePoint(0xFF10 + Number(digit))),
    )
    fc.assert(fc.property(fc.integer({ min: -9_999, max: 9_999 }), written, (tenths, write) => {
      expect(readNumber(write(tenths / 10), unit)).toBe(tenths / 10)
    }), { numRuns: 2000 })
  })
})

describe('an estimate in a bank', () => {
  const inBank = (more: object) => estimateSchema.safeParse({ ...estimateOf(24, 6), id: 'question', ...more }).error?.issues.map(issue => issue.message)

  it('may count people from 0 to 100, and numbers of any size', () => {
    expect(inBank({})).toBeUndefined()
    expect(inBank({ as: 'number', min: -20, max: 1000 })).toBeUndefined()
  })

  it('may not ask for more people than are drawn, nor for less than none', () => {
    expect(inBank({ max: 1000 })).toEqual([expect.stringMatching(/between 0 and 100/)])
    expect(inBank({ min: -1 })).toEqual([expect.stringMatching(/between 0 and 100/)])
  })
})
