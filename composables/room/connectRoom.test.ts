import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { join } from '../../tests/fixtures/room-clients.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Where no socket comes up. */
const noSocket = class {
  constructor() {
    throw new Error('none here')
  }
} as never

describe('a room that is not there', () => {
  it('is asked for again and again, and says why where a server answers', async () => {
    const answers: (() => Promise<Response>)[] = [
      async () => new Response(null, { status: 429 }),
      async () => Promise.reject(new Error('nobody')),
      async () => new Response(null, { status: 404 }),
    ]
    const told: unknown[] = []
    const connection = join('http://localhost:1', 'K7QPM', {
      WebSocket: noSocket,
      fetch: () => answers.shift()?.() ?? new Promise(() => {}),
      onState: ({ line, absence }) => line === 'lost' && told.push(absence),
    })
    // The first answer comes at once: somebody looks at the page.
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['too-many-tries'])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(told).toEqual(['too-many-tries', undefined, 'no-such-room'])
    connection.close()
  })
})
