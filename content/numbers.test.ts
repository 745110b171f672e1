import { describe, expect, it } from 'vitest'
import { numbersIn } from './numbers.ts'

const values = (text: string) => numbersIn(text).map(({ value }) => value)

describe('the numbers in a text', () => {
  it.each<[string, number[]]>([
    ['It fell by 7.4 points.', [7.4]],
    ['a change of −7.4 or -7.4', [7.4, 7.4]],
    ['10.0 is 10', [10, 10]],
    ['0.86 to 1.53, 0.86–1.53', [0.86, 1.53, 0.86, 1.53]],
    ['1,000 people, 12,345,678 cells', [1000, 12345678]],
    ['in 2005, 112 people', [2005, 112]],
    ['21%, 21 %, 21-day, 25Hz', [21, 21, 21, 25]],
    ['(p = 0.251).', [0.251]],
    ['by day 14.', [14]],
    ['under-18s, day-14', [18, 14]],
    ['3 of 111', [3, 111]],
    ['no digits, but two words', []],
  ])('%s', (text, numbers) => {
    expect(values(text)).toEqual(numbers)
  })

  it.each(['P2', 'GAD-7', 'D-02', 'IL-6 and CD4', 'PREMIUM-2'])('are not the digits of a name: %s', (text) => {
    expect(values(text)).toEqual([])
  })

  it('know where they stand', () => {
    expect(numbersIn('of 1,000 people')).toEqual([{ value: 1000, written: '1,000', index: 3 }])
  })
})
