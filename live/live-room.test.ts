import type { RoomEvent } from '../core/room/events.ts'
import type { LiveRoomOptions } from './live-room.ts'
import { expect, it, vi } from 'vitest'
import { GRACE_MS } from '../core/room/fold.ts'
import { history, opened, roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { liveRoom } from './live-room.ts'
import { tallyFor } from './tally-of.ts'

const ballot = roomId(2)
const asked = history(opened, { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 })
const vote = (who: string) => ({ v: 1, id: roomId(who), type: 'vote', who: roomId(who), ballot, response: 'a' }) as const

/** @returns a room, and what it has written */
function roomOf(options: Partial<LiveRoomOptions> = {}) {
  const events: RoomEvent[] = [...options.events ?? asked]
  const live = liveRoom({
    code: 'K7QPM',
    epoch: 1,
    events: asked,
    course: roomCourse,
    tallyOf: tallyFor(roomCourse),
    now: () => events.at(-1)!.atMs,
    most: 2,
    onLost: () => {},
    async commit(_code, _epoch, event) {
      events.push({ ...event, seq: events.length + 1 })
      return { seq: events.length, isNew: true }
    },
    ...options,
  })
  return { live, events }
}

it('who is here by a line answers, though made-up people have taken every place by plain requests', async () => {
  const { live } = roomOf()
  for (const who of ['one', 'two'])
    await live.take(vote(who), { role: 'phone' })
  await expect(live.take(vote('three'), { role: 'phone' })).resolves.toMatchObject({ reason: 'full' })
  await expect(live.take(vote('ann'), { role: 'phone', who: roomId('ann') })).resolves.toMatchObject({ type: 'ack' })
  live.stop()
})

it('a room holds no more than ten times as many people as phones, however they come', async () => {
  const { live } = roomOf()
  const said = []
  for (let n = 0; n < 21; n++)
    said.push((await live.take(vote(`p${n}`), { role: 'phone', who: roomId(`p${n}`) })).type)
  expect(said.slice(0, 20)).not.toContain('refused')
  expect(said[20]).toBe('refused')
  await expect(live.take(vote('p3'), { role: 'phone', who: roomId('p3') }), 'who is known answers on').resolves.toMatchObject({ type: 'ack' })
  live.stop()
})

it('a line that joins when the room is over is given up, and does not stay in what nobody tells anything', () => {
  const { live } = roomOf()
  live.stop()
  const drop = vi.fn()
  live.join({ role: 'phone', who: roomId('ann'), send() {}, drop })
  expect(drop).toHaveBeenCalledOnce()
  expect(live.size()).toBe(0)
})

it('a vote of long after the close does not count, though the machine began again with a clock that is an hour behind', async () => {
  const closed = history(opened, asked[1]!.body, { kind: 'ballot-closed', ballot })
  let nowMs = closed.at(-1)!.atMs - 3_600_000
  const { live, events } = roomOf({ events: closed, now: () => nowMs })
  nowMs += GRACE_MS + 1
  await live.take(vote('ann'), { role: 'phone' })
  expect(events.at(-1)!.atMs).toBe(closed.at(-1)!.atMs + GRACE_MS + 1)
  expect(live.snapshot({ role: 'phone' }).room.ballots[0]).toMatchObject({ answered: 0 })
  live.stop()
})
