import { expect, it } from 'vitest'
import { didYouMean } from './did-you-mean.ts'

it('stands before a remedy, and is empty where nothing is near', () => {
  expect(didYouMean('leed', ['title', 'lead'])).toBe('Did you mean "lead"? ')
  expect(didYouMean('colour', ['title', 'lead'])).toBe('')
})
