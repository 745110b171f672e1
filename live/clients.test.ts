import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clientsOf } from './clients.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The longest that lies between two rounds of requests: a wait, a socket that does not come up, another wait. */
const ROUND_MS = 13_500

it('who steers by plain requests is here as long as they ask, and away a while after the last', () => {
  const onSteered = vi.fn()
  const clients = clientsOf(10, { onSteered, onCount() {} })
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
  const clients = clientsOf(10, { onSteered, onCount() {} })
  clients.asked('speaker')
  clients.join({ role: 'speaker', send() {}, drop() {} })
  vi.advanceTimersByTime(60_000)
  expect(clients.isSteered()).toBe(true)
  expect(onSteered).toHaveBeenCalledOnce()
})

it('a phone that asks by plain requests is here as long as it does, once with its line', () => {
  const onCount = vi.fn()
  const clients = clientsOf(2, { onSteered() {}, onCount })
  const phone = (who: string) => ({ role: 'phone', who, send() {}, drop() {} }) as const
  for (let round = 0; round < 3; round++) {
    clients.asked('phone', 'ann')
    clients.asked('phone', 'eve')
    vi.advanceTimersByTime(ROUND_MS)
  }
  expect([clients.phones(), onCount.mock.calls.length]).toEqual([2, 2])
  clients.join(phone('ann'))
  clients.hasLine('phone', 'ann')
  expect(clients.phones()).toBe(2)
  for (const who of ['made-up', 'made-up-too', 'one-more'])
    clients.asked('phone', who)
  expect(clients.join(phone('bob')), 'made-up people shut nobody out').toBe(true)
  clients.asked('projector', 'ann')
  vi.advanceTimersByTime(60_000)
  expect(clients.phones(), 'the two that have a line').toBe(2)
})
