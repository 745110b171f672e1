import type { BallotPhase } from './fold.ts'
import type { Role } from './messages.ts'
import type { TallyOf } from './view.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyHistory } from '../../tests/fixtures/any-room.ts'
import { history, opened, roomCourse, roomId } from '../../tests/fixtures/small-room.ts'
import { decide } from './decide.ts'
import { apply, emptyRoom, foldRoom, GRACE_MS, responsesOf } from './fold.ts'
import { idFrom, readCode, roomCode } from './ids.ts'
import { messageSchema } from './messages.schema.ts'
import { ownAfter, received } from './messages.ts'
import { deliveryOf, emptyOutbox, withAck, withVote } from './outbox.ts'
import { answersOf, changeOf, roomView } from './view.ts'

const roles: Role[] = ['speaker', 'remote', 'projector', 'phone']
const tallyOf: TallyOf = ballot => ({ tallyOf: responsesOf(ballot) }) as never
const vote = (who: string, response: unknown, ballot = roomId(2)) => ({ kind: 'voted', ballot, who: roomId(who), response }) as const
const asked = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 } as const

describe('fold', () => {
  it('is the same for events in any order, each of them any number of times', () => {
    fc.assert(fc.property(anyHistory, fc.infiniteStream(fc.nat()), (events, chance) => {
      const more = [...events, ...events.filter(() => chance.next().value % 2 === 0)]
      const shuffled = more.map(event => [chance.next().value, event] as const).sort(([a], [b]) => a - b).map(([, event]) => event)
      expect(foldRoom(shuffled)).toEqual(foldRoom(events))
    }))
  })

  it('counts nobody twice, and takes the last that came in time', () => {
    fc.assert(fc.property(anyHistory, (events) => {
      for (const ballot of foldRoom(events).ballots) {
        const votes = events.flatMap(event => event.body.kind === 'voted' && event.body.ballot === ballot.id ? [{ ...event.body, seq: event.seq }] : [])
        expect(ballot.votes.size).toBeLessThanOrEqual(new Set(votes.map(({ who }) => who)).size)
        for (const [who, counted] of ballot.votes)
          expect(votes.some(vote => vote.who === who && vote.seq === counted.seq && vote.response === counted.response)).toBe(true)
      }
    }))
  })

  it('an event that was sent again under its id counts once', () => {
    const events = history(opened, asked, vote('ann', 'a'))
    expect(foldRoom([...events, { ...events[2]!, seq: 4, body: vote('bob', 'b') }]).ballots[0]!.votes.size).toBe(1)
  })

  it('a vote that was under way at the close counts, a later one is kept and not counted', () => {
    const [first, ...rest] = history(opened, asked, vote('ann', 'a'), { kind: 'ballot-closed', ballot: roomId(2) }, vote('bob', 'b'), vote('ann', 'c'))
    rest[3]!.atMs = 4000 + GRACE_MS
    rest[4]!.atMs = 4001 + GRACE_MS
    const room = foldRoom([first!, ...rest])
    expect(responsesOf(room.ballots[0]!)).toEqual(['a', 'b'])
    expect([...room.ballots[0]!.late.keys()]).toEqual([roomId('ann')])
    apply(room, { seq: 7, id: roomId(7), atMs: 9000, body: { kind: 'ballot-reopened', ballot: roomId(2) } })
    expect(responsesOf(room.ballots[0]!)).toEqual(['c', 'b'])
  })

  it('nothing counts that came after the answer was shown', () => {
    const room = foldRoom(history(opened, asked, { kind: 'ballot-closed', ballot: roomId(2) }, { kind: 'ballot-revealed', ballot: roomId(2) }).concat({ seq: 5, id: roomId(5), atMs: 3001, body: vote('ann', 'b') }))
    expect(responsesOf(room.ballots[0]!)).toEqual([])
    expect(answersOf(room, roomId('ann'))).toEqual({ [roomId(2)]: { response: 'b', isLate: true } })
  })
})

describe('view', () => {
  it('before the close no role but those that steer sees anything of the result, and phones not even how many', () => {
    fc.assert(fc.property(anyHistory, (events) => {
      const room = foldRoom(events)
      for (const role of roles) {
        for (const ballot of roomView(room, role, tallyOf, 7).ballots) {
          const isOver = ballot.phase !== 'open'
          expect('tally' in ballot).toBe(isOver || role === 'speaker' || role === 'remote')
          expect('answered' in ballot).toBe(isOver || role !== 'phone')
        }
      }
    }))
  })

  it('nobody is told who somebody is', () => {
    fc.assert(fc.property(anyHistory, (events) => {
      const room = foldRoom(events)
      for (const role of roles)
        expect(JSON.stringify(roomView(room, role, tallyOf, 7))).not.toContain('who')
    }))
  })

  it('a client that hears of each change knows what one knows that asks for the whole', () => {
    fc.assert(fc.property(anyHistory, fc.constantFrom(...roles), (events, role) => {
      const room = emptyRoom()
      let known = roomView(room, role, tallyOf, 7)
      for (const event of events) {
        const after = room.changedSeq
        apply(room, event)
        if (event.body.kind === 'opened')
          known = roomView(room, role, tallyOf, 7)
        if (event.body.kind === 'voted' || event.body.kind === 'opened')
          continue
        const next = received(known, { type: 'changed', change: changeOf(event, after, room, role, tallyOf) })
        expect(next).not.toBe('missed')
        known = next as typeof known
        expect({ ...known, ballots: known.ballots.map(({ answered, tally, ...ballot }) => ballot) })
          .toEqual({ ...roomView(room, role, tallyOf, 7), ballots: roomView(room, role, tallyOf, 7).ballots.map(({ answered, tally, ...ballot }) => ballot) })
      }
    }))
  })

  it('a phone that hears that a question is opened again knows that its late answer counts', () => {
    const events = history(opened, asked, vote('ann', 'a'), { kind: 'ballot-closed', ballot: roomId(2) }, { kind: 'ballot-revealed', ballot: roomId(2) }, vote('ann', 'b'))
    const late = answersOf(foldRoom(events), roomId('ann'))
    expect(late).toEqual({ [roomId(2)]: { response: 'b', isLate: true } })
    const told = (phase: BallotPhase) => ownAfter(late, { type: 'changed', change: { seq: 7, after: 6, ballot: { ...roomView(foldRoom(events), 'phone', tallyOf, 0).ballots[0]!, phase } } })
    expect(told('open')).toEqual({ [roomId(2)]: { response: 'b' } })
    expect(told('revealed')).toEqual(late)
  })

  it('a client that missed a change asks for the whole', () => {
    const view = roomView(foldRoom(history(opened)), 'phone', tallyOf, 0)
    expect(received(view, { type: 'changed', change: { seq: 4, after: 2 } })).toBe('missed')
    expect(received(view, { type: 'beat', seq: 4, isSpeakerHere: true })).toBe('missed')
    const seen = received(view, { type: 'beat', seq: 1, isSpeakerHere: true })
    expect(seen).toEqual({ ...view, isSpeakerHere: true })
    expect(received(seen as typeof view, { type: 'beat', seq: 1, isSpeakerHere: true })).toBe(seen)
  })
})

describe('decide', () => {
  const message = { v: 1, id: roomId('m') } as const
  const open = { ...message, type: 'open', subject: { question: 'tea.two' }, round: 1, after: null } as const
  const running = () => foldRoom(history(opened, asked))

  it.each(['projector', 'phone'] as const)('%s steers nothing', (role) => {
    expect(decide(running(), { ...message, type: 'close', ballot: roomId(2) }, role, roomCourse)).toEqual({ refused: 'not-allowed' })
  })

  it('two remotes cannot open two ballots', () => {
    expect(decide(running(), open, 'remote', roomCourse)).toEqual({ refused: 'stale' })
    expect(decide(running(), { ...open, after: roomId(2) }, 'remote', roomCourse)).toEqual({ refused: 'ballot-open' })
  })

  it('what was taken back may be asked again, what was asked may not', () => {
    const closed = history(opened, asked, { kind: 'ballot-closed', ballot: roomId(2) })
    const again = { ...open, subject: { question: 'tea.one' } }
    expect(decide(foldRoom(closed), { ...again, after: roomId(2) }, 'speaker', roomCourse)).toEqual({ refused: 'asked-already' })
    const voided = foldRoom([...closed, { seq: 4, id: roomId(4), atMs: 1, body: { kind: 'ballot-voided', ballot: roomId(2) } }])
    expect(decide(voided, again, 'speaker', roomCourse)).toEqual({ body: asked })
  })

  it.each([
    ['an unknown ballot', { ballot: roomId('none'), response: 'a' }, 'no-such-ballot'],
    ['an option that the question has not', { ballot: roomId(2), response: 'z' }, 'not-an-answer'],
    ['a belief in the place of an answer', { ballot: roomId(2), response: { approved: true, evidence: 'mixed' } }, 'not-an-answer'],
  ] as const)('refuses a vote with %s', (_name, part, refused) => {
    expect(decide(running(), { ...message, type: 'vote', who: roomId('ann'), ...part }, 'phone', roomCourse)).toEqual({ refused })
  })

  it('a slide that is not shown here cannot be steered to', () => {
    expect(decide(running(), { ...message, type: 'steer', slide: 'tea.other', clicks: 0, black: false }, 'speaker', roomCourse)).toEqual({ refused: 'no-such-slide' })
  })

  it('a vote comes home when the room has ended', () => {
    const ended = foldRoom(history(opened, asked, { kind: 'ballot-closed', ballot: roomId(2) }, { kind: 'ended' }))
    expect(decide(ended, { ...message, type: 'vote', who: roomId('ann'), ballot: roomId(2), response: 'a' }, 'phone', roomCourse)).toHaveProperty('body')
    expect(decide(ended, open, 'speaker', roomCourse)).toEqual({ refused: 'ended' })
  })

  it('the slides go on when the room has ended, so that the last one can be shown', () => {
    const ended = foldRoom(history(opened, { kind: 'ended' }))
    expect(decide(ended, { ...message, type: 'steer', slide: 'tea.check', clicks: 0, black: false }, 'speaker', roomCourse)).toHaveProperty('body.kind', 'steered')
  })
})

describe('messages', () => {
  const hello = { v: 1, id: roomId('m'), type: 'hello', who: roomId('ann'), build: 'b1' }

  it.each([
    ['another version', { ...hello, v: 2 }],
    ['a field too many', { ...hello, role: 'speaker' }],
    ['a field too few', { ...hello, who: undefined }],
    ['an id that is none', { ...hello, id: 'x'.repeat(17) }],
    ['nothing', null],
  ])('a message with %s is refused', (_name, message) => {
    expect(messageSchema.safeParse(hello).success).toBe(true)
    expect(messageSchema.safeParse(message).success).toBe(false)
  })
})

describe('ids and codes', () => {
  it('a code is read as it is typed', () => {
    expect(readCode(' k7 q-pm')).toBe('K7QPM')
    expect(readCode('K7QP0')).toBeUndefined()
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 5, maxLength: 5 }), (chances) => {
      const code = roomCode(() => chances.pop()!)
      expect(readCode(code.toLowerCase())).toBe(code)
    }))
  })

  it('an id is what the schema takes, and another for other bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      expect(idFrom(bytes)).toBe(btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_'))
    }))
  })
})

describe('outbox', () => {
  const message = { v: 1, id: roomId(1), type: 'vote', who: roomId('ann'), ballot: roomId('b'), response: 'a' } as const

  it('says where a vote is', () => {
    const sent = withVote(emptyOutbox, message)
    expect([deliveryOf(emptyOutbox, roomId('b'), true), deliveryOf(sent, roomId('b'), true), deliveryOf(sent, roomId('b'), false), deliveryOf(withAck(sent, roomId(1)), roomId('b'), false)])
      .toEqual([undefined, 'sending', 'on-phone', 'kept'])
  })

  it('a changed mind takes the place of what was not sent, and an old ack keeps it', () => {
    const changed = withVote(withVote(emptyOutbox, message), { ...message, id: roomId(2), response: 'b' })
    expect(changed.waiting).toHaveLength(1)
    expect(withAck(changed, roomId(1))).toBe(changed)
  })
})
