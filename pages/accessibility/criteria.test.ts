import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { criteria } from './criteria.ts'

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' }).map(file => file.split('/').at(-1)!)

describe('the statement of accessibility', () => {
  it('has all 55 criteria of WCAG 2.2 at levels A and AA, each once, in their order', () => {
    const numbers = criteria.map(({ no }) => no)
    expect(new Set(numbers).size).toBe(55)
    const inOrder = numbers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    expect(numbers).toEqual(inOrder)
    expect(criteria.filter(({ level }) => level === 'A')).toHaveLength(31)
  })

  it('names only tests that there are', () => {
    for (const { no, tests: named = [] } of criteria) {
      for (const file of named)
        expect(tests, `${no} names ${file}`).toContain(file)
    }
  })

  it('says what is missing where something is', () => {
    for (const { page, quiz, deck, how } of criteria) {
      if ([page, quiz, deck].some(standing => standing === 'partly' || standing === 'not-met'))
        expect(how).toMatch(/reading page has the same words|Slidev’s own/)
    }
  })
})
