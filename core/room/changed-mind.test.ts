import type { RoomEvent } from './events.ts'
import { describe, expect, it } from 'vitest'
import { history, opened, roomCourse, roomId } from '../../tests/fixtures/small-room.ts'
import { decide } from './decide.ts'
import { apply, foldRoom, responsesOf } from './fold.ts'
import { luggageText, readLuggage, withLuggage } from './luggage.ts'
import { messageSchema } from './messages.schema.ts'
import { MOST_NTH } from './messages.ts'
import { emptyOutbox, nextNth, withNth, withVote } from './outbox.ts'
import { answersOf, newestNthOf } from './view.ts'

const ann = roomId('ann')
const ballot = roomId(2)
const asked = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 } as const
const voted = (response: string, nth?: number, of = ballot) => ({ kind: 'voted', ballot: of, who: ann, response, ...nth && { nth } }) as const
const message = { v: 1, id: roomId('m'), type: 'vote', who: ann, ballot, response: 'a' } as const
const at = (seq: number, atMs: number, body: RoomEvent['body']): RoomEvent => ({ seq, id: roomId(seq), atMs, body })
const counted = (...bodies: RoomEvent['body'][]) => responsesOf(foldRoom(history(opened, asked, ...bodies)).ballots[0]!)

describe('a changed mind', () => {
  it('is not replaced by the older answer of the same person that came later', () => {
    expect(counted(voted('b', 2), voted('a', 1))).toEqual(['b'])
    expect(counted(voted('b', 2), voted('a', 1), voted('c', 3))).toEqual(['c'])
  })

  it('counts by who came last where nobody says which is the newer, as in rooms of before', () => {
    expect(counted(voted('b'), voted('a'))).toEqual(['a'])
    expect(counted(voted('b', 2), voted('a'))).toEqual(['a'])
    expect(counted(voted('b', 2), voted('a', 2))).toEqual(['a'])
  })

  it('is known by ballot: an answer to one says nothing of another', () => {
    const two = { ...asked, subject: { question: 'tea.two', revision: 1 } } as const
    const room = foldRoom(history(opened, asked, { kind: 'ballot-closed', ballot }, two, voted('b', 7, roomId(4)), voted('a', 1)))
    expect(answersOf(room, ann)).toMatchObject({ [ballot]: { response: 'a' }, [roomId(4)]: { response: 'b' } })
  })

  it('stays the newest where it came too late, and what came in time is older', () => {
    const closed = history(opened, asked, voted('a', 1), { kind: 'ballot-closed', ballot })
    const room = foldRoom([...closed, at(5, 60_000, voted('c', 3)), at(6, 60_001, voted('b', 2))])
    expect(answersOf(room, ann)[ballot]!.response).toBe('c')
    expect(responsesOf(room.ballots[0]!)).toEqual(['a'])
    apply(room, at(7, 60_002, { kind: 'ballot-reopened', ballot }))
    expect(responsesOf(room.ballots[0]!)).toEqual(['c'])
  })

  it('is what its person is told that they answered, though it came too late to count', () => {
    const closed = history(opened, asked, voted('a'), { kind: 'ballot-closed', ballot })
    expect(answersOf(foldRoom([...closed, at(5, 60_000, voted('b'))]), ann)[ballot]!.response).toBe('b')
  })

  it('is written as it was said', () => {
    expect(decide(foldRoom(history(opened, asked)), { ...message, nth: 3 }, 'phone', roomCourse)).toMatchObject({ body: { nth: 3 } })
    const sound = (nth: unknown) => messageSchema.safeParse({ ...message, nth }).success
    expect([undefined, 1, MOST_NTH, 0, -1, 1.5, MOST_NTH + 1, '1', null].map(sound)).toEqual([true, true, true, false, false, false, false, false, false])
  })
})

describe('the outbox', () => {
  it('counts on over all votes of its person, also after what the room knows of them', () => {
    const one = withVote(emptyOutbox, { ...message, nth: nextNth(emptyOutbox) })
    expect([one.nth, nextNth(one), nextNth(withNth(one, 7)), nextNth(withNth(withNth(one, 7), 2))]).toEqual([1, 2, 8, 8])
    expect(nextNth(withNth(one, MOST_NTH)), 'the schema takes it').toBe(MOST_NTH)
    const room = foldRoom(history(opened, asked, voted('b', 7), voted('a', 3)))
    expect([newestNthOf(room, ann), newestNthOf(room, roomId('bob'))]).toEqual([7, 0])
  })

  it('counts on at another address', () => {
    const outbox = { waiting: [{ ...message, nth: 4 }], kept: [], nth: 4 }
    const luggage = { who: ann, outbox, own: {}, copy: '' }
    expect(readLuggage(luggageText(luggage, 'tea', 'K7QPM'), 'tea', 'K7QPM')).toEqual(luggage)
    expect(withLuggage({ outbox: { ...emptyOutbox, nth: 9 }, own: {} }, luggage).outbox).toEqual({ ...outbox, nth: 9 })
    const odd = { ...luggage, outbox: { ...outbox, waiting: [{ ...message, nth: 0.5 }], nth: -1 } }
    expect(readLuggage(luggageText(odd, 'tea', 'K7QPM'), 'tea', 'K7QPM')!.outbox).toEqual({ waiting: [message], kept: [] })
  })
})
