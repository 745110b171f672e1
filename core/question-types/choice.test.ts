import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { choice } from './choice.ts'

const question = choiceOf(['a', 'b', 'c'], 'b')

describe('an answer to a choice', () => {
  it.each(['a', 'b', 'c'])('may be sent with any of the options: %s', (key) => {
    expect(choice.validate(question, key)).toBeUndefined()
  })

  it.each([...hostile, ['the list of the right option', ['b']]])('may not be sent with %s', (_name, value) => {
    expect(choice.validate(question, value)).toEqual({ missing: 'option' })
  })

  it('scores 1 with the right option and 0 with any other', () => {
    expect(['a', 'b', 'c'].map(key => choice.score(question, key))).toEqual([0, 1, 0])
  })

  it('shows the chosen right option as right and leaves the others alone', () => {
    expect(choice.reveal(question, 'b').marks).toEqual({ a: 'left', b: 'right', c: 'left' })
  })

  it('shows a wrong choice as wrong and the right option as missed', () => {
    expect(choice.reveal(question, 'c').marks).toEqual({ a: 'left', b: 'missed', c: 'wrong' })
  })

  it('is solved with the right option', () => {
    expect(choice.solution(question)).toBe('b')
  })
})

it('a choice reads as text with its options lettered as shown', () => {
  expect(choice.plain(question, ['c', 'b', 'a'], {}, plainWords)).toEqual({ lines: ['a) Text c', 'b) Text b', 'c) Text a'], solution: 'b) Text b' })
})
