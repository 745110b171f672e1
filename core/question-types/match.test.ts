import { describe, expect, it } from 'vitest'
import { matchOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { match } from './match.ts'

const question = matchOf({ a: 'y', b: 'z', c: 'x' })

describe('an answer to a match', () => {
  it.each([[{ a: 'y', b: 'z', c: 'x' }], [{ c: 'x', b: 'x', a: 'x' }]])('may be sent with a partner for every item: %j', (response) => {
    expect(match.validate(question, response)).toBeUndefined()
  })

  it.each([
    ['an item is left out', { a: 'y', b: 'z' }],
    ['a partner is unknown', { a: 'y', b: 'z', c: 'q' }],
    ['a partner is a key of every object', { a: 'y', b: 'z', c: 'constructor' }],
    ['a partner is a number', { a: 'y', b: 'z', c: 1 }],
    ['a partner is inherited', Object.assign(Object.create({ c: 'x' }), { a: 'y', b: 'z' })],
  ])('says that one item has no partner when %s', (_name, value) => {
    expect(match.validate(question, value)).toEqual({ missing: 'partners', count: 1 })
  })

  it.each([['nothing', undefined], ['null', null], ['an empty object', {}], ['a list', ['y', 'z', 'x']], ['a text', 'yzx']])('says how many items have no partner: %s', (_name, value) => {
    expect(match.validate(question, value)).toEqual({ missing: 'partners', count: 3 })
  })

  it('refuses items that are not shown', () => {
    expect(match.validate(question, { a: 'y', b: 'z', c: 'x', d: 'x' })).toEqual({ missing: 'shown-items' })
    expect(match.validate(question, JSON.parse('{ "a": "y", "b": "z", "c": "x", "__proto__": "x" }'))).toEqual({ missing: 'shown-items' })
  })

  it.each(hostile)('may not be sent with %s', (_name, value) => {
    expect(match.validate(question, value)).toBeDefined()
  })

  it.each([
    [{ a: 'y', b: 'z', c: 'x' }, 1],
    [{ a: 'y', b: 'x', c: 'x' }, 2 / 3],
    [{ a: 'x', b: 'x', c: 'x' }, 1 / 3],
    [{ a: 'x', b: 'y', c: 'z' }, 0],
  ])('scores the share of items with the right partner: %j', (response, score) => {
    expect(match.score(question, response)).toBe(score)
  })

  it('may give two items the same partner', () => {
    const shared = matchOf({ a: 'x', b: 'x', c: 'y' }, ['x', 'y', 'z'])
    expect(match.score(shared, { a: 'x', b: 'x', c: 'y' })).toBe(1)
  })

  it('shows each item as right or wrong', () => {
    expect(match.reveal(question, { a: 'y', b: 'y', c: 'x' }).marks).toEqual({ a: 'right', b: 'wrong', c: 'right' })
  })

  it('is solved with the right partner for every item', () => {
    expect(match.solution(question)).toEqual({ a: 'y', b: 'z', c: 'x' })
  })
})

describe('a match as text', () => {
  it('has its items numbered and its partners lettered as shown', () => {
    expect(match.plain(question, ['b', 'a', 'c'], { targets: ['x', 'z', 'y'] }, plainWords)).toEqual({
      lines: ['1. Text b', '2. Text a', '3. Text c', 'a) Partner x', 'b) Partner z', 'c) Partner y'],
      solution: '1 b) Partner z; 2 c) Partner y; 3 a) Partner x',
    })
  })

  it('letters partners that nobody needs too', () => {
    const spare = matchOf({ a: 'x', b: 'x' }, ['x', 'y'])
    expect(match.plain(spare, ['a', 'b'], { targets: ['y', 'x'] }, plainWords).lines.slice(2)).toEqual(['a) Partner y', 'b) Partner x'])
  })
})
