import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askRoom } from './askRoom.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const address = new URL('http://room/state')
const answers = (status: number, body: string, type = 'application/json') => async () => new Response(body, { status, headers: { 'content-type': type } })

it('gives what the room answers', async () => {
  const beat = { type: 'beat', seq: 1, isSpeakerHere: true }
  expect(await askRoom(address, {}, answers(200, JSON.stringify(beat)))).toEqual(beat)
})

it('tells a room that does not exist from one that is away, and from too many tries', async () => {
  await expect(askRoom(address, {}, answers(404, '{"absence":"no-such-room"}'))).rejects.toMatchObject({ absence: 'no-such-room' })
  await expect(askRoom(address, {}, answers(429, '{"absence":"too-many-tries"}'))).rejects.toMatchObject({ absence: 'too-many-tries' })
  for (const [status, body, type] of [[503, '', 'text/plain'], [502, '{}', 'application/json']] as const)
    await expect(askRoom(address, {}, answers(status, body, type))).rejects.toMatchObject({ absence: undefined })
})

it('takes the word of the room’s own server alone for it that there is no such room', async () => {
  for (const [status, body, type] of [[404, 'Not found', 'text/html'], [404, '{"error":"Not found"}', 'application/json'], [404, 'null', 'application/json'], [200, '<p>Log in</p>', 'text/html'], [200, '{}', 'application/json']] as const)
    await expect(askRoom(address, {}, answers(status, body, type))).rejects.toMatchObject({ absence: 'something-else' })
  await expect(askRoom(address, {}, answers(429, '', 'text/plain'))).rejects.toMatchObject({ absence: undefined })
})

it('ends a request that hangs', async () => {
  const hangs = (_: unknown, { signal }: RequestInit = {}) => new Promise<Response>((_, reject) => signal!.addEventListener('abort', () => reject(new Error('ended'))))
  const asked = expect(askRoom(address, {}, hangs)).rejects.toThrow('ended')
  await vi.advanceTimersByTimeAsync(6000)
  await asked
})
