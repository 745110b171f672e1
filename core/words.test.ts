import { expect, it } from 'vitest'
import { capitalised, counted, inWords } from './words.ts'

it.each([[0, 'no'], [1, 'one'], [9, 'nine'], [12, 'twelve'], [13, '13']])('writes %i as %s in a sentence', (count, words) => {
  expect(inWords(count)).toBe(words)
})

it('writes the noun for one and for many, and a capital where a sentence begins', () => {
  expect(counted(1, 'lesson')).toBe('one lesson')
  expect(capitalised(counted(6, 'lesson'))).toBe('Six lessons')
})
