import { describe, expect, it } from 'vitest'
import { choiceOf, estimateOf, gapOf, hotspotOf, matchOf, orderOf, sortOf } from '../tests/fixtures/build.ts'
import { listOrders, optionOrder } from './option-order.ts'

const seeds = Array.from({ length: 200 }, (_, index) => `seed ${index}`)

describe('the order in which options are shown', () => {
  const order = orderOf(['c', 'a', 'd', 'b'])

  it('is the same for the same seed and another for another question', () => {
    expect(optionOrder(order, 'seed')).toEqual(optionOrder(order, 'seed'))
    const differing = seeds.filter(seed => optionOrder(choiceOf(['a', 'b', 'c', 'd'], 'a'), seed).join() !== optionOrder({ ...choiceOf(['a', 'b', 'c', 'd'], 'a'), id: 'tea.other' }, seed).join())
    expect(differing.length).toBeGreaterThan(150)
  })

  it.each([choiceOf(['a', 'b', 'c'], 'a'), matchOf({ a: 'x', b: 'y', c: 'z' }), orderOf(['b', 'a', 'c']), sortOf({ a: 'x', b: 'y', c: 'x' }), hotspotOf(['a', 'b', 'c'], 'b')])('shows every option once: $type', (question) => {
    for (const seed of seeds)
      expect(optionOrder(question, seed).sort()).toEqual(['a', 'b', 'c'])
  })

  it('is never the right order of an order question', () => {
    for (const question of [order, orderOf(['a', 'b', 'c']), orderOf(['c', 'b', 'a'])]) {
      for (const seed of seeds)
        expect(optionOrder(question, seed)).not.toEqual(question.answer)
    }
  })

  it('may put the right option of a choice in any place', () => {
    const places = new Set(seeds.map(seed => optionOrder(choiceOf(['a', 'b', 'c'], 'a'), seed).indexOf('a')))
    expect([...places].sort()).toEqual([0, 1, 2])
  })

  it.each([gapOf({ a: 'x' }), estimateOf(5, 1)])('is empty for a type without options: $type', (question) => {
    expect(optionOrder(question, 'seed')).toEqual([])
  })
})

describe('the order of the other lists', () => {
  const match = matchOf({ a: 'x', b: 'y' }, ['x', 'y', 'z'])
  const gap = gapOf({ a: 'x', b: ['typed'], c: 'y' })

  it('holds the partners of a match, each once', () => {
    for (const seed of seeds) {
      expect(Object.keys(listOrders(match, seed))).toEqual(['targets'])
      expect(listOrders(match, seed).targets!.sort()).toEqual(['x', 'y', 'z'])
    }
  })

  it('holds the choices of each chosen gap, and nothing for a typed one', () => {
    for (const seed of seeds) {
      expect(Object.keys(listOrders(gap, seed))).toEqual(['a', 'c'])
      expect(Object.values(listOrders(gap, seed)).map(keys => keys.sort())).toEqual([['x', 'y', 'z'], ['x', 'y', 'z']])
    }
  })

  it('is the same for the same seed, and not the same for every gap', () => {
    expect(listOrders(gap, 'seed')).toEqual(listOrders(gap, 'seed'))
    expect(seeds.some(seed => listOrders(gap, seed).a!.join() !== listOrders(gap, seed).c!.join())).toBe(true)
  })

  it('may put the right choice in any place', () => {
    expect(new Set(seeds.map(seed => listOrders(gap, seed).a!.indexOf('x')))).toEqual(new Set([0, 1, 2]))
  })

  it.each([choiceOf(['a', 'b'], 'a'), orderOf(['b', 'a', 'c']), sortOf({ a: 'x', b: 'y', c: 'x' }), estimateOf(5, 1), hotspotOf(['a', 'b', 'c'], 'a')])('is empty for a type without other lists: $type', (question) => {
    expect(listOrders(question, 'seed')).toEqual({})
  })
})
