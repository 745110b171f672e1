import { describe, expect, it } from 'vitest'
import { estimateOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { estimateSchema } from './estimate.schema.ts'
import { estimate } from './estimate.ts'

const question = estimateOf(24, 6)

describe('an answer to an estimate', () => {
  it.each([0, 24, 33.5, 100])('may be sent with any number of its range: %d', (guess) => {
    expect(estimate.validate(question, guess)).toBeUndefined()
  })

  it.each([-1, 100.5, 1e9])('is told the range when it lies outside: %d', (guess) => {
    expect(estimate.validate(question, guess)).toBe('Guess a number from 0 to 100.')
  })

  it.each([...hostile.filter(([name]) => name !== 'a number'), ['a text of digits', '24'], ['infinity', Number.POSITIVE_INFINITY]])('may not be sent with %s', (_name, value) => {
    expect(estimate.validate(question, value)).toBe('Make a guess first.')
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
  expect(estimate.plain(question, [], {})).toEqual({
    lines: ['Your estimate (0 to 100): ______ people in 100'],
    solution: '24 people in 100 (a guess within 6 counts as right)',
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
