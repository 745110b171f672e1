import { expect, it } from 'vitest'
import { apply, foldRoom } from '../core/room/fold.ts'
import { history, opened, roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { tallyFor } from './tally-of.ts'

const asked = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 } as const
const vote = (who: string, response: unknown, ballot = roomId(2)) => ({ kind: 'voted', ballot, who: roomId(who), response }) as const

it('a tally is made once for however many who join, and anew when a vote came', () => {
  let made = 0
  const tallyOf = tallyFor({
    ...roomCourse,
    question(id) {
      made++
      return roomCourse.question(id)
    },
  })
  const room = foldRoom(history(opened, asked, vote('ann', 'a')))
  const [ballot] = room.ballots
  const first = tallyOf(ballot!, room)
  expect(tallyOf(ballot!, room)).toBe(first)
  expect(made).toBe(1)
  apply(room, { seq: 4, id: roomId(4), atMs: 4000, body: vote('ann', 'b') })
  expect(tallyOf(ballot!, room)).toMatchObject({ question: { n: 1, counts: { a: 0, b: 1 } } })
})

it('of a second round it is said who moved, once it is closed, by the first as it is now', () => {
  const room = foldRoom(history(opened, asked, vote('ann', 'a'), { kind: 'ballot-closed', ballot: roomId(2) }, { ...asked, round: 2 }, vote('ann', 'b', roomId(5)), { kind: 'ballot-closed', ballot: roomId(5) }))
  const tallyOf = tallyFor(roomCourse)
  expect(tallyOf(room.ballots[1]!, room)).toMatchObject({ question: { n: 1 }, moves: { both: 1, toRight: 1 } })
  apply(room, { seq: 8, id: roomId(8), atMs: 8000, body: { kind: 'ballot-reopened', ballot: roomId(2) } })
  apply(room, { seq: 9, id: roomId(9), atMs: 8000, body: vote('ann', 'b') })
  expect(tallyOf(room.ballots[1]!, room)).toMatchObject({ moves: { both: 1, stayedRight: 1 } })
})

it('the tally of what is closed is not made anew for votes that came too late, until they count', () => {
  const room = foldRoom(history(opened, asked, vote('ann', 'a'), { kind: 'ballot-closed', ballot: roomId(2) }))
  const tallyOf = tallyFor(roomCourse)
  const made = tallyOf(room.ballots[0]!, room)
  apply(room, { seq: 5, id: roomId(5), atMs: 60_000, body: vote('eve', 'b') })
  expect(tallyOf(room.ballots[0]!, room)).toBe(made)
  apply(room, { seq: 6, id: roomId(6), atMs: 61_000, body: { kind: 'ballot-reopened', ballot: roomId(2) } })
  expect(tallyOf(room.ballots[0]!, room)).toMatchObject({ question: { n: 2 } })
})
