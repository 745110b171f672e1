import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clientsOf } from './clients.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The longest that lies between two rounds of requests: a wait, a socket that does not come up, another wait. */
const ROUND_MS = 13_500

it('who steers by plain requests is here as long as they ask, and away a while after the last', () => {
  const onSteered = vi.fn()
  const clients = clientsOf(10, onSteered)
  clients.asked('phone')
  expect(clients.isSteered()).toBe(false)
  for (let round = 0; round < 3; round++) {
    clients.asked('remote')
    vi.advanceTimersByTime(ROUND_MS)
    expect(clients.isSteered()).toBe(true)
  }
  expect(onSteered, 'that they came is told once').toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(clients.isSteered()).toBe(false)
  expect(onSteered).toHaveBeenCalledTimes(2)
})

it('a speaker whose requests end as a line comes up is not away in between', () => {
  const onSteered = vi.fn()
  const clients = clientsOf(10, onSteered)
  clients.asked('speaker')
  clients.join({ role: 'speaker', send() {}, drop() {} })
  vi.advanceTimersByTime(60_000)
  expect(clients.isSteered()).toBe(true)
  expect(onSteered).toHaveBeenCalledOnce()
})
