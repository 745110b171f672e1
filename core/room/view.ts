import type { RoomEvent } from './events.ts'
import type { Ballot, RoomState } from './fold.ts'
import type { BallotTally, BallotView, Change, OwnAnswer, Role, RoomView } from './messages.ts'
import { ballotById, isLate, newestVote } from './fold.ts'

/** Nothing where the question is in the course no more. */
export type TallyOf = (ballot: Ballot, room: RoomState) => BallotTally | undefined

/** @returns whether the role decides what is asked and shown: who speaks, at the presenter's view or with a remote */
export function steers(role: Role): boolean {
  return role === 'speaker' || role === 'remote'
}

/**
 * What a role may know of a ballot. Blind by protocol: until it is closed nothing of the result is for the projector or
 * for phones, so that nobody goes where the others went.
 */
export function ballotView(ballot: Ballot, room: RoomState, role: Role, tallyOf: TallyOf): BallotView {
  const { id, subject, round, slide, phase, voided, openedAtMs, votes } = ballot
  if (voided)
    return { id, subject, round, slide, phase: 'voided', openedAtMs }
  const isOver = phase !== 'open'
  return {
    id,
    subject,
    round,
    slide,
    phase,
    openedAtMs,
    ...(isOver || role !== 'phone') && { answered: votes.size },
    ...(isOver || steers(role)) && { tally: tallyOf(ballot, room) },
  }
}

/** @returns all that a role may know of a room in which so many phones are `here` */
export function roomView(room: RoomState, role: Role, tallyOf: TallyOf, here: number): RoomView {
  const { code, build, agenda, at, ballots, ended, changedSeq } = room
  return {
    code,
    build,
    agenda,
    at,
    ballots: ballots.filter(({ voided }) => !voided).map(ballot => ballotView(ballot, room, role, tallyOf)),
    ended,
    seq: changedSeq,
    ...role !== 'phone' && { here },
  }
}

/** @returns what a role is told of the room's newest event, which is no vote; `after` is the place of the change before it */
export function changeOf(event: RoomEvent, after: number, room: RoomState, role: Role, tallyOf: TallyOf): Change {
  const { body, id, seq } = event
  const ballot = 'ballot' in body ? ballotById(room, body.ballot) : body.kind === 'ballot-opened' ? ballotById(room, id) : undefined
  return {
    seq,
    after,
    ...body.kind === 'steered' && { at: room.at },
    ...body.kind === 'ended' && { ended: true },
    ...ballot && { ballot: ballotView(ballot, room, role, tallyOf) },
  }
}

/** @returns what one person answered, by ballot: for a phone that was loaded anew */
export function answersOf(room: RoomState, who: string): Record<string, OwnAnswer> {
  return Object.fromEntries(room.ballots.flatMap((ballot) => {
    const vote = newestVote(ballot, who)
    return vote && !ballot.voided ? [[ballot.id, { response: vote.response, ...vote.confidence && { confidence: vote.confidence }, ...isLate(ballot, who) && { isLate: true } }]] : []
  }))
}

/** @returns the highest `nth` that a person's answers have, 0 where none says one */
export function newestNthOf(room: RoomState, who: string): number {
  return Math.max(0, ...room.ballots.map(ballot => newestVote(ballot, who)?.nth ?? 0))
}
