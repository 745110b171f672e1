import { expect, it } from 'vitest'
import { approvalsInWords } from './figures.ts'

const FDA = 'US FDA'

it('says of each word of a regulator what it is for, in the order in which the words come up', () => {
  expect(approvalsInWords([
    { as: 'cluster headache', status: 'granted', by: FDA },
    { as: 'migraine', status: 'cleared', by: FDA },
    { as: 'cluster prevention', status: 'cleared', by: FDA },
  ])).toBe('US granted: cluster headache. US cleared: migraine, cluster prevention.')
})

it('sets apart what is said before a use, and says a note with each word', () => {
  expect(approvalsInWords([
    { as: 'epilepsy', status: 'approved', by: FDA },
    { as: 'arthritis', with: 'in one piece', status: 'approved', by: FDA },
  ])).toBe('US approved: epilepsy; in one piece, arthritis.')
  expect(approvalsInWords([{ as: 'IBS pain', status: 'cleared', by: FDA }], 'on several nerves')).toBe('US cleared, on several nerves: IBS pain.')
})
