import { expect, it } from 'vitest'
import { median, spreadOf } from './statistics.ts'

it('the median is the middle, or between the two middle ones', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([9, 1, 5, 7])).toBe(6)
})

it('the 95th percentile is a value that was measured', () => {
  const timesMs = Array.from({ length: 40 }, (_, index) => 40 - index)
  expect(spreadOf([timesMs])).toMatchObject({ p50Ms: 20, p95Ms: 38, count: 40 })
  expect(spreadOf([[7]])).toMatchObject({ p50Ms: 7, p95Ms: 7, count: 1 })
})

it('one slow round of three does not decide', () => {
  expect(spreadOf([[10, 20], [11, 900], [12, 22]])).toMatchObject({ p50Ms: 11, p95Ms: 22, count: 6 })
})
