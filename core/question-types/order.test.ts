import { describe, expect, it } from 'vitest'
import { orderOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { order } from './order.ts'

const question = orderOf(['c', 'a', 'd', 'b'])

describe('an answer to an order', () => {
  it.each([[['c', 'a', 'd', 'b']], [['a', 'b', 'c', 'd']]])('may be sent with every item once: %j', (response) => {
    expect(order.validate(question, response)).toBeUndefined()
  })

  it.each([['nothing', undefined], ['an empty list', []], ['a text', 'cadb'], ['an object', { c: 0 }]])('asks to put the items in order where there is no order yet: %s', (_name, value) => {
    expect(order.validate(question, value)).toEqual({ missing: 'order' })
  })

  it.each([
    ['too few', ['c', 'a', 'd']],
    ['too many', ['c', 'a', 'd', 'b', 'b']],
    ['a double', ['c', 'a', 'd', 'd']],
    ['an unknown item', ['c', 'a', 'd', 'z']],
    ['a key of every object', ['c', 'a', 'd', '__proto__']],
    ['a number', ['c', 'a', 'd', 1]],
    // eslint-disable-next-line no-sparse-arrays
    ['a place left open', ['c', , 'd', 'b']],
  ])('refuses a list that does not hold every item once: %s', (_name, value) => {
    expect(order.validate(question, value)).toEqual({ missing: 'places' })
  })

  it.each(hostile)('may not be sent with %s', (_name, value) => {
    expect(order.validate(orderOf(['b', 'c', 'a']), value)).toBeDefined()
  })

  it.each([
    ['all pairs right', ['c', 'a', 'd', 'b'], 1],
    ['one neighbouring pair swapped, 5 of 6 right', ['a', 'c', 'd', 'b'], 2 / 3],
    ['4 of 6 right', ['a', 'd', 'c', 'b'], 1 / 3],
    ['half of the pairs right, as by chance', ['b', 'c', 'a', 'd'], 0],
    ['back to front', ['b', 'd', 'a', 'c'], 0],
  ])('scores the share of right pairs, stretched so that chance earns nothing: %s', (_name, response, score) => {
    expect(order.score(question, response)).toBeCloseTo(score, 12)
  })

  it('shows each item as right in its place or wrong', () => {
    expect(order.reveal(question, ['a', 'c', 'd', 'b']).marks).toEqual({ a: 'wrong', c: 'wrong', d: 'right', b: 'right' })
  })

  it('is solved with the right order', () => {
    expect(order.solution(question)).toEqual(['c', 'a', 'd', 'b'])
  })
})

it('an order reads as text with its items lettered as shown, and the letters in the right order', () => {
  expect(order.plain(question, ['b', 'c', 'd', 'a'], {}, plainWords)).toEqual({
    lines: ['Put in order, first to last.', 'a) Text b', 'b) Text c', 'c) Text d', 'd) Text a'],
    solution: 'b, d, c, a',
  })
})
