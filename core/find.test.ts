import { expect, it } from 'vitest'
import { matchesWords } from './find.ts'

it.each([
  ['', true],
  ['  ', true],
  ['nerve', true],
  ['NERVE', true],
  ['nerve vagus', true],
  ['vag', true],
  ['agus', true],
  ['nerve heart', false],
  ['meniere', true],
])('"%s" is found in "The vagus nerve" and "Ménière": %s', (query, found) => {
  expect(matchesWords(['The vagus nerve', 'Ménière'], query)).toBe(found)
})
