import fc from 'fast-check'
import { expect, it } from 'vitest'
import { meantPlace } from './meant-place.ts'

const PLACES = ['/', '/glossary/', '/depression', '/learn/', '/learn/depression/', '/learn/gut/', '/quiz/depression/', '/quiz/vagus-nerve/', '/handout/gut/']

it.each([
  ['/learn/depresion', '/learn/depression/'],
  ['/quiz/deppression/', '/quiz/depression/'],
  ['/Learn/Depression', '/learn/depression/'],
  ['/lern', '/learn/'],
  ['/qiuz/vagus nerve', '/quiz/vagus-nerve/'],
  ['/depresion', '/depression'],
  ['//learn//gut', '/learn/gut/'],
])('finds the place that was meant: %s', (typed, meant) => {
  expect(meantPlace(typed, PLACES)).toBe(meant)
})

it.each(['/', '', '/learn/nothing', '/learn/xyz', '/learn/gut/more', '/handout/depresion', '/no/such/place'])('proposes nothing where nothing is near: %j', (typed) => {
  expect(meantPlace(typed, PLACES)).toBeUndefined()
})

it('proposes only places that there are, whatever is typed', () => {
  fc.assert(fc.property(fc.string(), typed => [undefined, ...PLACES].includes(meantPlace(typed, PLACES))))
})
