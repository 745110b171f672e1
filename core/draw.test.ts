import { expect, it } from 'vitest'
import { shuffle } from './draw.ts'

it('shuffles the same way for the same seed', () => {
  expect(shuffle([1, 2, 3, 4, 5], 'a')).toEqual(shuffle([1, 2, 3, 4, 5], 'a'))
})
