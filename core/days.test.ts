import { describe, expect, it } from 'vitest'
import { dayOf } from './days.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('the learner’s day', () => {
  it('begins at four in the morning', () => {
    expect(dayOf(10 * DAY + 4 * HOUR - 1, 0)).toBe(9)
    expect(dayOf(10 * DAY + 4 * HOUR, 0)).toBe(10)
  })

  it('is the local one', () => {
    expect(dayOf(10 * DAY + 2 * HOUR, 2 * HOUR)).toBe(10)
    expect(dayOf(10 * DAY + 8 * HOUR, -5 * HOUR)).toBe(9)
  })
})
