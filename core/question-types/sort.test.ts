import { describe, expect, it } from 'vitest'
import { sortOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { sort } from './sort.ts'

const question = sortOf({ a: 'x', b: 'y', c: 'x', d: 'y' }, ['y', 'x', 'z'])

describe('an answer to a sort', () => {
  it.each([[{ a: 'x', b: 'y', c: 'x', d: 'y' }], [{ d: 'z', c: 'z', b: 'z', a: 'z' }]])('may be sent with a bin for every item: %j', (response) => {
    expect(sort.validate(question, response)).toBeUndefined()
  })

  it.each([
    ['an item is left out', { a: 'x', b: 'y', c: 'x' }],
    ['a bin is unknown', { a: 'x', b: 'y', c: 'x', d: 'q' }],
    ['a bin is a key of every object', { a: 'x', b: 'y', c: 'x', d: 'constructor' }],
    ['a bin is inherited', Object.assign(Object.create({ d: 'y' }), { a: 'x', b: 'y', c: 'x' })],
  ])('says that one item is not sorted when %s', (_name, value) => {
    expect(sort.validate(question, value)).toEqual({ missing: 'bins', count: 1 })
  })

  it.each([['nothing', undefined], ['an empty object', {}], ['a list', ['x', 'y', 'x', 'y']]])('says how many items are not sorted: %s', (_name, value) => {
    expect(sort.validate(question, value)).toEqual({ missing: 'bins', count: 4 })
  })

  it('refuses items that are not shown', () => {
    expect(sort.validate(question, { a: 'x', b: 'y', c: 'x', d: 'y', e: 'x' })).toEqual({ missing: 'shown-items' })
  })

  it.each(hostile)('may not be sent with %s', (_name, value) => {
    expect(sort.validate(question, value)).toBeDefined()
  })

  it.each([
    [{ a: 'x', b: 'y', c: 'x', d: 'y' }, 1],
    [{ a: 'x', b: 'y', c: 'x', d: 'z' }, 0.75],
    [{ a: 'x', b: 'x', c: 'x', d: 'x' }, 0.5],
    [{ a: 'y', b: 'x', c: 'z', d: 'z' }, 0],
  ])('scores the share of items in the right bin: %j', (response, score) => {
    expect(sort.score(question, response)).toBe(score)
  })

  it('shows each item as right or wrong', () => {
    expect(sort.reveal(question, { a: 'x', b: 'x', c: 'z', d: 'y' }).marks).toEqual({ a: 'right', b: 'wrong', c: 'wrong', d: 'right' })
  })

  it('is solved with the right bin for every item', () => {
    expect(sort.solution(question)).toEqual({ a: 'x', b: 'y', c: 'x', d: 'y' })
  })
})

it('a sort reads as text with its items numbered as shown, and its bins lettered in the order of the bank', () => {
  expect(sort.plain(question, ['c', 'a', 'd', 'b'], {}, plainWords)).toEqual({
    lines: ['1. Text c', '2. Text a', '3. Text d', '4. Text b', 'a) Bin y', 'b) Bin x', 'c) Bin z'],
    solution: '1 b) Bin x; 2 b) Bin x; 3 a) Bin y; 4 a) Bin y',
  })
})
