import { expect, it } from 'vitest'
import { allowance, STEERING } from './gate.ts'

it.each([['a phone', []], ['who steers', STEERING]] as const)('%s is heard at once where the clock is set back by an hour', (_who, limits) => {
  let nowMs = 10_000_000
  const { take } = allowance(() => nowMs, ...limits)
  take()
  nowMs -= 3_600_000
  expect(take()).toBe(true)
})
