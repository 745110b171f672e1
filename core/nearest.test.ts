import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const FIELDS = ['id', 'title', 'lead', 'ask', 'paragraph', 'question', 'verdicts']

it.each([
  ['leed', 'lead'],
  ['aks', 'ask'],
  ['Title', 'title'],
  ['verdict', 'verdicts'],
  ['paragrahp', 'paragraph'],
])('finds the field that was meant: %s', (typed, meant) => {
  expect(nearest(typed, FIELDS)).toBe(meant)
})

it.each(['colour', 'zz', ''])('proposes nothing where nothing is near: %j', (typed) => {
  expect(nearest(typed, FIELDS)).toBeUndefined()
})

it('finds every word itself', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 }), fc.nat(), (words, place) => {
    const word = words[place % words.length]!
    expect(nearest(word, words)).toBe(word)
  }))
})
