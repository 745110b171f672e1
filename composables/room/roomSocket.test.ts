import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BEAT_MS } from '../../core/room/messages.ts'
import { LONGEST_SILENCE_MS, roomSocket } from './roomSocket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hello = { v: 1, id: 'hello', type: 'hello', who: 'ann', build: 'b1' } as const
const beat = { type: 'beat', seq: 1, isSpeakerHere: true } as const

/** A socket of which the test is the other end. */
function line() {
  const ends: FakeSocket[] = []
  class FakeSocket {
    onopen = () => {}
    onclose = () => {}
    onmessage: (event: { data: string }) => void = () => {}
    sent: string[] = []
    isClosed = false
    constructor() {
      ends.push(this)
    }

    send(text: string) {
      this.sent.push(text)
    }

    close() {
      this.isClosed = true
    }
  }
  const heard: unknown[] = []
  const onLost = vi.fn()
  const socket = roomSocket(new URL('ws://room'), { WebSocket: FakeSocket as never, onOpen: () => socket.ask(hello), onMessage: message => heard.push(message), onLate: () => socket.ask(hello), onLost })
  const end = ends[0]!
  return { socket, end, heard, onLost, say: () => end.onmessage({ data: JSON.stringify(beat) }) }
}

it('is given up where it does not open, where nothing answers, and where a beat is late and nothing answers then', () => {
  const closed = line()
  vi.advanceTimersByTime(5999)
  expect(closed.onLost).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(closed.onLost).toHaveBeenCalledOnce()
  expect(closed.end.isClosed).toBe(true)

  const dumb = line()
  dumb.end.onopen()
  vi.advanceTimersByTime(3000)
  expect(dumb.onLost).toHaveBeenCalledOnce()

  const silent = line()
  silent.end.onopen()
  silent.say()
  vi.advanceTimersByTime(BEAT_MS / 10 * 11 - 1)
  expect(silent.end.sent).toHaveLength(1)
  expect(silent.socket.silentMs()).toBe(BEAT_MS / 10 * 11 - 1)
  vi.advanceTimersByTime(BEAT_MS / 10 + 1)
  expect(silent.end.sent).toHaveLength(2)
  expect(silent.onLost).not.toHaveBeenCalled()
  vi.advanceTimersByTime(3000)
  expect(silent.onLost).toHaveBeenCalledOnce()
  // It is no server that was started again: that says at once that it goes.
  expect(silent.onLost.mock.calls[0]![0]).toBeGreaterThanOrEqual(BEAT_MS / 10 * 11 + 3000)
  expect(silent.onLost.mock.calls[0]![0]).toBeLessThanOrEqual(LONGEST_SILENCE_MS)
  const ended = line()
  ended.end.onopen()
  ended.say()
  vi.advanceTimersByTime(BEAT_MS)
  ended.end.onclose()
  expect(ended.onLost.mock.calls).toEqual([[0]])
})

it('a beat that is late costs a question, and no line that answers', () => {
  const slow = line()
  slow.end.onopen()
  slow.say()
  vi.advanceTimersByTime(BEAT_MS / 10 * 12)
  slow.say()
  vi.advanceTimersByTime(BEAT_MS)
  expect(slow.end.sent).toHaveLength(2)
  expect(slow.onLost).not.toHaveBeenCalled()
})

it('stays as long as it answers; asking again does not give a dead one more time', () => {
  const alive = line()
  alive.end.onopen()
  for (let asked = 0; asked < 10; asked++) {
    alive.socket.ask(hello)
    vi.advanceTimersByTime(2000)
    alive.say()
  }
  expect(alive.onLost).not.toHaveBeenCalled()
  alive.socket.ask(hello)
  vi.advanceTimersByTime(2000)
  alive.socket.ask(hello)
  vi.advanceTimersByTime(1000)
  expect(alive.onLost).toHaveBeenCalledOnce()
})

it('is lost once, says nothing before it is open, and nothing is heard of it afterwards', () => {
  const { socket, end, heard, onLost, say } = line()
  socket.ask(hello)
  expect(end.sent).toEqual([])
  end.onopen()
  say()
  expect(heard).toEqual([beat])
  socket.drop()
  say()
  end.onclose()
  vi.advanceTimersByTime(100_000)
  expect(heard).toEqual([beat])
  expect(onLost).toHaveBeenCalledOnce()
})
