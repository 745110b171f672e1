import type { EventBody, Place, RoomEvent, Round, Subject, Voted } from './events.ts'

/** Answers are under way when the speaker closes: so long after it they still count. */
export const GRACE_MS = 2000

interface Vote extends Pick<Voted, 'response' | 'confidence' | 'nth'> {
  seq: number
  atMs: number
}

export type BallotPhase = 'open' | 'closed' | 'revealed'

export interface Ballot {
  /** Of the event that opened it */
  id: string
  subject: Subject
  round: Round
  /** Where the room was when it was opened, `''` before the first step */
  slide: string
  phase: BallotPhase
  /** Taken back by the speaker: it is kept and shown to nobody */
  voided: boolean
  openedAtMs: number
  closedAtMs?: number
  /** Place of the last event that changed what is shown or counted of it */
  changedSeq: number
  /** By person: the last one that came in time */
  votes: Map<string, Vote>
  /** By person: what came later is kept and not counted */
  late: Map<string, Vote>
}

export interface RoomState {
  code: string
  build: string
  /** Full ids of the slides, in their order */
  agenda: string[]
  /** Its slide is `''` until the speaker takes the first step */
  at: Place
  /** In the order of their opening */
  ballots: Ballot[]
  ended: boolean
  /** Place of the last event */
  seq: number
  /** Place of the last event that everyone is told of, which is any but a vote */
  changedSeq: number
}

/** @returns a room in which nothing has happened */
export function emptyRoom(): RoomState {
  return { code: '', build: '', agenda: [], at: { slide: '', clicks: 0, black: false }, ballots: [], ended: false, seq: 0, changedSeq: 0 }
}

/** @returns the ballot, also one that is over or voided, or `undefined` where there is none of that id */
export function ballotById(room: RoomState, id: string): Ballot | undefined {
  return room.ballots.findLast(ballot => ballot.id === id)
}

/** @returns the ballot that takes votes; there is one at most */
export function openBallot(room: RoomState): Ballot | undefined {
  return room.ballots.findLast(ballot => ballot.phase === 'open' && !ballot.voided)
}

function isSameSubject(a: Subject, b: Subject): boolean {
  return 'question' in a
    ? 'question' in b && a.question === b.question
    : 'belief' in b && a.belief === b.belief
}

/** @returns the ballot that counts for a subject and round: the newest that was not voided */
export function ballotFor(room: RoomState, subject: Subject, round: Round): Ballot | undefined {
  return room.ballots.findLast(ballot => !ballot.voided && ballot.round === round && isSameSubject(ballot.subject, subject))
}

/** @returns the response of each person who is counted, in the order in which they first answered */
export function responsesOf(ballot: Ballot): unknown[] {
  return Array.from(ballot.votes.values(), ({ response }) => response)
}

/** @returns the newest that a person answered, in time or not */
export function newestVote({ votes, late }: Ballot, who: string): Vote | undefined {
  const [counted, other] = [votes.get(who), late.get(who)]
  return counted && other ? other.seq > counted.seq ? other : counted : counted ?? other
}

/** @returns whether the newest that a person answered came after the close, and does not count */
export function isLate(ballot: Ballot, who: string): boolean {
  return newestVote(ballot, who) !== ballot.votes.get(who)
}

/**
 * An older answer may come after a newer one, by a request that was slow or a line that was given up: by `nth` it is
 * known, and changes nothing.
 * @returns whether the vote counts
 */
function vote(ballot: Ballot, { who, response, confidence, nth }: Voted, { seq, atMs }: RoomEvent): boolean {
  const known = newestVote(ballot, who)?.nth
  if (nth !== undefined && known !== undefined && nth < known)
    return false
  const isInTime = ballot.phase === 'open' || (ballot.phase === 'closed' && atMs <= ballot.closedAtMs! + GRACE_MS)
  ;(isInTime ? ballot.votes : ballot.late).set(who, { response, ...confidence && { confidence }, ...nth !== undefined && { nth }, seq, atMs })
  return isInTime
}

/** What came late to a ballot that is opened again came in time. */
function reopen(ballot: Ballot): void {
  ballot.phase = 'open'
  delete ballot.closedAtMs
  for (const [who, vote] of ballot.late) {
    if (vote.seq > (ballot.votes.get(who)?.seq ?? 0))
      ballot.votes.set(who, vote)
  }
  ballot.late.clear()
}

function applyToBallot(ballot: Ballot, body: Exclude<EventBody, { kind: 'opened' | 'steered' | 'ballot-opened' | 'ended' }>, event: RoomEvent): void {
  if (body.kind === 'voted') {
    // A tally of what is closed must not be made anew for each vote that does not count.
    if (vote(ballot, body, event))
      ballot.changedSeq = event.seq
    return
  }
  ballot.changedSeq = event.seq
  if (body.kind === 'ballot-voided') {
    ballot.voided = true
  }
  else if (body.kind === 'ballot-closed' && ballot.phase === 'open') {
    ballot.phase = 'closed'
    ballot.closedAtMs = event.atMs
  }
  else if (body.kind === 'ballot-reopened' && ballot.phase === 'closed') {
    reopen(ballot)
  }
  else if (body.kind === 'ballot-revealed' && ballot.phase === 'closed') {
    ballot.phase = 'revealed'
  }
}

/**
 * Takes the next event into a room, in place: a room of 5,000 must not be copied at every vote. One that it has already
 * (`seq`) changes nothing.
 */
export function apply(room: RoomState, event: RoomEvent): void {
  if (event.seq <= room.seq)
    return
  const { body } = event
  room.seq = event.seq
  if (body.kind !== 'voted')
    room.changedSeq = event.seq
  if (body.kind === 'opened') {
    Object.assign(room, { code: body.code, build: body.build, agenda: body.agenda })
  }
  else if (body.kind === 'steered') {
    room.at = { slide: body.slide, clicks: body.clicks, black: body.black }
  }
  else if (body.kind === 'ballot-opened') {
    room.ballots.push({ id: event.id, subject: body.subject, round: body.round, slide: room.at.slide, phase: 'open', voided: false, openedAtMs: event.atMs, changedSeq: event.seq, votes: new Map(), late: new Map() })
  }
  else if (body.kind === 'ended') {
    room.ended = true
  }
  else {
    const ballot = ballotById(room, body.ballot)
    if (ballot)
      applyToBallot(ballot, body, event)
  }
}

/** @returns the room that these events make, in whatever order and how often each of them comes; of two with one id the first counts */
export function foldRoom(events: Iterable<RoomEvent>): RoomState {
  const room = emptyRoom()
  const known = new Set<string>()
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    if (!known.has(event.id))
      apply(room, event)
    known.add(event.id)
  }
  return room
}
