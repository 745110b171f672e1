import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { choices } from './choices.ts'

const question = choicesOf(['a', 'b', 'c', 'd'], ['a', 'b'])

describe('an answer to choices', () => {
  it.each([[['a']], [['d', 'c']], [['a', 'b', 'c', 'd']]])('may be sent with one option or more: %j', (response) => {
    expect(choices.validate(question, response)).toBeUndefined()
  })

  it.each([['nothing', undefined], ['an empty list', []], ['one key that is no list', 'a'], ['an object', { 0: 'a', length: 1 }]])('asks for an option where there is none: %s', (_name, value) => {
    expect(choices.validate(question, value)).toEqual({ missing: 'options' })
  })

  it.each([['a double', ['a', 'a']], ['an unknown key', ['a', 'z']], ['a key of every object', ['a', 'constructor']], ['a hole', Array.from({ length: 2 }).fill('a', 1)]])('refuses what is not shown: %s', (_name, value) => {
    expect(choices.validate(question, value)).toEqual({ missing: 'shown-options' })
  })

  it.each(hostile)('may not be sent with %s', (_name, value) => {
    expect(choices.validate(question, value)).toBeDefined()
  })

  it.each([
    [['a', 'b'], 1],
    [['b', 'a'], 1],
    [['a'], 0.5],
    [['a', 'b', 'c'], 0.5],
    [['a', 'c'], 0],
    [['a', 'b', 'c', 'd'], 0],
    [['c'], 0],
  ])('adds a share for each right option and takes it for each wrong one, never below 0: %j scores %d', (response, score) => {
    expect(choices.score(question, response)).toBe(score)
  })

  it('shows each option as right, wrong, missed or rightly left', () => {
    expect(choices.reveal(question, ['a', 'c']).marks).toEqual({ a: 'right', b: 'missed', c: 'wrong', d: 'left' })
  })

  it('is solved with all right options', () => {
    expect(choices.solution(question)).toEqual(['a', 'b'])
  })
})

it('choices read as text with their options lettered as shown', () => {
  expect(choices.plain(question, ['d', 'b', 'a', 'c'], {}, plainWords)).toEqual({
    lines: ['Choose all that fit.', 'a) Text d', 'b) Text b', 'c) Text a', 'd) Text c'],
    solution: 'b) Text b; c) Text a',
  })
})
