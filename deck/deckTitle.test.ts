import { expect, it } from 'vitest'
import { deckTitle } from './deckTitle.ts'

it('names the course once in the title of a slide that is of no section', () => {
  expect(deckTitle('Wandering Nerve')).toBe('Slides')
})

it('names the section of a slide', () => {
  expect(deckTitle('Who is approved', 'Depression')).toBe('Who is approved · Depression')
})

it('says of the cover of a section that it is the slides', () => {
  expect(deckTitle('Depression', 'Depression')).toBe('slides · Depression')
})
