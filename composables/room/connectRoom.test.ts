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
      async () => Response.json({ absence: 'too-many-tries' }, { status: 429 }),
      async () => Promise.reject(new Error('nobody')),
      async () => new Response(null, { status: 404 }),
      async () => Response.json({ absence: 'no-such-room' }, { status: 404 }),
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
    expect(told).toEqual(['too-many-tries', undefined, 'something-else', 'no-such-room'])
    connection.close()
  })
})

describe('without a socket', () => {
  it('a request that hangs does not make a room lost that has answered a later one', async () => {
    const ballot = { id: 'ballot', subject: { question: 'tea.one', revision: 1 }, round: 1, slide: '', phase: 'open', openedAtMs: 0 }
    const room = { v: 1, type: 'room', role: 'phone', mine: {}, room: { code: 'K7QPM', build: '', agenda: [], at: { slide: '', clicks: 0, black: false }, ballots: [ballot], ended: false, seq: 1 } }
    const said = (message: object) => new Response(JSON.stringify(message), { headers: { 'content-type': 'application/json' } })
    const lines: string[] = []
    let votes = 0
    const connection = join('http://localhost:1', 'K7QPM', {
      WebSocket: noSocket,
      async fetch(url, init) {
        if (!String(url).endsWith('/vote'))
          return said(room)
        if (votes++ === 0)
          return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new Error('ended'))))
        return said({ type: 'ack', id: JSON.parse(String(init!.body)).id, seq: 2 })
      },
      onState: ({ line }) => lines.push(line),
    })
    await vi.advanceTimersByTimeAsync(0)
    connection.vote({ ballot: 'ballot', response: 'a' })
    await vi.advanceTimersByTimeAsync(10)
    connection.vote({ ballot: 'ballot', response: 'b' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(votes).toBe(2)
    expect(connection.state()).toMatchObject({ line: 'requests', mine: {}, outbox: { waiting: [], kept: ['ballot'] } })
    expect(lines).not.toContain('lost')
    connection.close()
  })
})
