import type { ServerMessage } from '../core/room/messages.ts'
import { expect, it } from 'vitest'
import { GRACE_MS } from '../core/room/fold.ts'
import { history, opened, roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { liveRoom } from './live-room.ts'
import { tallyFor } from './tally-of.ts'

const ballot = roomId(2)
const closed = history(opened, { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 }, { kind: 'ballot-closed', ballot })
const vote = (id: string) => ({ v: 1, id: roomId(id), type: 'vote', who: roomId(id), ballot, response: 'a' }) as const

/** A room that was read with these events. @returns it, and the place of its newest event */
function roomOf(events: typeof closed, now: () => number) {
  let seq = events.at(-1)!.seq
  const live = liveRoom({
    code: 'K7QPM',
    epoch: 1,
    events,
    course: roomCourse,
    tallyOf: tallyFor(roomCourse),
    now,
    most: 10,
    onLost: () => {},
    commit: async () => ({ seq: ++seq, isNew: true }),
  })
  return { live, newest: () => seq }
}

it('everyone sees the count as it is, though a vote came in just after the question was closed', async () => {
  let nowMs = closed.at(-1)!.atMs
  const { live, newest } = roomOf(closed, () => nowMs)
  const heard: Record<string, ServerMessage[]> = { phone: [], projector: [] }
  for (const role of ['phone', 'projector'] as const)
    live.join({ role, send: text => heard[role]!.push(JSON.parse(text)), drop: () => {} })
  const counts = (role: string) => heard[role]!.flatMap(message => message.type === 'counted' && message.ballot ? [message.ballot.answered] : [])
  await live.take(vote('ann'), { role: 'phone', who: roomId('ann') })
  await live.take(vote('eve'), { role: 'phone', who: roomId('eve') })
  await expect.poll(() => counts('projector')).toContain(2)
  // Thousands of them are told once, when no more can come.
  expect(counts('phone')).toEqual([])
  const asked = live.countedSeq()
  nowMs += GRACE_MS + 1
  await expect.poll(() => counts('phone')).toEqual([2])
  expect(live.countedSeq(), 'who has no socket and asks whether there is more is told, too').toBeGreaterThan(asked)
  expect(live.snapshot({ role: 'phone' }).room.countedSeq).toBe(live.countedSeq())
  await live.take(vote('bob'), { role: 'phone', who: roomId('bob') })
  await expect.poll(() => heard.projector!.findLast(message => message.type === 'counted')).toMatchObject({ upTo: newest() })
  expect(counts('phone')).toEqual([2])
  // How many are here is nobody's business but the speaker's and the projector's.
  expect(heard.phone!.filter(message => 'here' in message)).toEqual([])
  live.stop()
})

it('who answers after the close is told that it does not count, also later, until the question is opened again', async () => {
  const before = history(opened, closed[1]!.body, { kind: 'voted', ballot, who: roomId('ann'), response: 'b' }, closed[2]!.body)
  const { live } = roomOf(before, () => before.at(-1)!.atMs + GRACE_MS + 1)
  const own = (who: string) => live.snapshot({ role: 'phone', who: roomId(who) }).mine[ballot]
  expect(own('ann')).toEqual({ response: 'b' })
  for (const who of ['ann', 'eve']) {
    expect(await live.take(vote(who), { role: 'phone', who: roomId(who) })).toMatchObject({ type: 'ack', isLate: true })
    expect(own(who)).toEqual({ response: 'a', isLate: true })
  }
  expect(live.snapshot({ role: 'phone' }).room.ballots[0]).toMatchObject({ answered: 1, tally: { question: { counts: { a: 0, b: 1 } } } })
  await live.take({ v: 1, id: roomId(90), type: 'reopen', ballot }, { role: 'speaker' })
  expect(own('ann')).toEqual({ response: 'a' })
  expect(await live.take({ ...vote('ann'), id: roomId(91) }, { role: 'phone', who: roomId('ann') })).not.toHaveProperty('isLate')
  live.stop()
})
