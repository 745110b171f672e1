import type { Place, Round, Subject, Voted } from './events.ts'
import type { BallotPhase } from './fold.ts'
import type { BeliefTally, Moves, Tally } from './tally.ts'

export type { ClientMessage, Command, VoteMessage } from './messages.schema.ts'

/** Who looks. `speaker` and `remote` steer; `projector` shows to the room; `phone` is anybody. */
export type Role = 'speaker' | 'remote' | 'projector' | 'phone'

/** Why a message is not taken, as a code; `words/` has the sentences. */
export type Refusal
  = | 'not-allowed' // this role may not
    | 'no-such-ballot'
    | 'no-such-subject' // neither question nor belief of this course
    | 'no-such-slide'
    | 'not-an-answer' // the response does not fit the question
    | 'ballot-open' // another one must be closed first
    | 'asked-already' // this subject and round was asked; void it first
    | 'not-open'
    | 'not-closed'
    | 'stale' // somebody else opened a ballot meanwhile
    | 'ended'
    | 'full'
    | 'too-fast'
    | 'try-again' // could not be stored

/** What is made of a ballot's votes for people to look at; of a second round it is said who moved, once it is closed. */
export type BallotTally = { question: Tally, moves?: Moves } | { belief: BeliefTally }

export interface BallotView {
  id: string
  subject: Subject
  round: Round
  /** Where the room was when it was opened: there it is shown */
  slide: string
  /** `voided`: taken back, as if it had never been */
  phase: BallotPhase | 'voided'
  /** By the server's clock */
  openedAtMs: number
  /** How many have answered; before the end only who steers and the projector know */
  answered?: number
  /** For all when it is closed, before that for who steers alone */
  tally?: BallotTally
}

/** What one role may know of a room. */
export interface RoomView {
  code: string
  /** Of the course that the server serves: a client of another one says "a newer version is here" */
  build: string
  agenda: string[]
  /** Its slide is `''` until the speaker takes the first step */
  at: Place
  /** Without the voided ones, in the order of their opening */
  ballots: BallotView[]
  ended: boolean
  /** Place of the newest change */
  seq: number
  /** The same, or of a vote that was counted in it later, as it came in just after the close: who asks again and again asks whether there is more */
  countedSeq?: number
  /** How many phones are here; not for phones */
  here?: number
  /** Whether anybody is here who steers: phones say it when the speaker is away */
  isSpeakerHere?: boolean
}

/** What changed with one event that everyone is told of. */
export interface Change {
  /** Place of the change, and of the one before it: who has not seen that one asks for the whole state */
  seq: number
  after: number
  at?: Place
  ballot?: BallotView
  ended?: true
}

/** What somebody answered to a ballot. */
export interface OwnAnswer extends Pick<Voted, 'response' | 'confidence'> {
  /** It came after the close: it is kept, and does not count */
  isLate?: true
}

/** Where a room may be found should its laptop get another address. */
export interface Elsewhere {
  /** Of chance, and this room's alone: who has it is the same room */
  mark: string
  /** Such as `http://name.local:3030` */
  origins: string[]
}

export type ServerMessage
  /**
   * The answer to `hello`; `home` is where the public site stands. For phones, where rooms go by address: `elsewhere`, and
   * in `maybeAnswered` the open ballot that this one may have answered at an address that is gone, as somebody else.
   * `nth` is the highest that the room has of this person: a browser that has lost its own count goes on from there.
   */
  = | { v: 1, type: 'room', role: Role, room: RoomView, mine: Record<string, OwnAnswer>, home?: string, elsewhere?: Elsewhere, maybeAnswered?: string, nth?: number }
    | { type: 'changed', change: Change }
  /** It is on disk; where it is a vote that does not count, as it came after the close: `isLate` */
    | { type: 'ack', id: string, seq: number, isLate?: true }
    | { type: 'refused', id: string, reason: Refusal }
  /** Every 6 s, with the place of the newest change; and when who steers comes or goes */
    | { type: 'beat', seq: number, isSpeakerHere: boolean }
  /** The answer to who looks for the room at another address */
    | { type: 'here', mark: string }
  /** At most ten times a second; to phones once for a ballot, where votes came in just after it was closed. `upTo` is the place of the last vote that is counted in it */
    | { type: 'counted', here?: number, upTo: number, ballot?: Pick<BallotView, 'id' | 'answered' | 'tally'> }

/** Why a room is not there, as its server says: whatever else answers at its address knows nothing of it. */
export interface Absent {
  absence: 'no-such-room' | 'too-many-tries'
}

/** The longest message: an answer of many parts is a few hundred letters. */
export const MOST_MESSAGE_BYTES = 4096

/** More answers than any person gives in a room. */
export const MOST_NTH = 100_000

/** Beats come so often. Where one is late the room is asked, and where it does not answer the connection is taken for lost: early enough to be back within 15 s. */
export const BEAT_MS = 6000

function withBallot(ballots: BallotView[], ballot: BallotView): BallotView[] {
  if (ballot.phase === 'voided')
    return ballots.filter(({ id }) => id !== ballot.id)
  return ballots.some(({ id }) => id === ballot.id)
    ? ballots.map(old => old.id === ballot.id ? ballot : old)
    : [...ballots, ballot]
}

/** @returns what a client knows after a message; `missed` where it does not follow from what it knew, and `hello` is to be sent again */
export function received(view: RoomView, message: ServerMessage): RoomView | 'missed' {
  if (message.type === 'room')
    return message.room
  if (message.type === 'beat') {
    const { seq, isSpeakerHere } = message
    if (seq > view.seq)
      return 'missed'
    return isSpeakerHere === view.isSpeakerHere ? view : { ...view, isSpeakerHere }
  }
  if (message.type === 'counted') {
    const { here = view.here, ballot } = message
    return { ...view, ...here !== undefined && { here }, ballots: view.ballots.map(old => old.id === ballot?.id ? { ...old, ...ballot } : old) }
  }
  if (message.type !== 'changed' || message.change.seq <= view.seq)
    return view
  const { seq, after, at = view.at, ballot, ended = view.ended } = message.change
  return after === view.seq
    ? { ...view, seq, at, ended, ballots: ballot ? withBallot(view.ballots, ballot) : view.ballots }
    : 'missed'
}

/** @returns what a person answered, after a message: what came late to a ballot counts where that is opened again */
export function ownAfter(mine: Record<string, OwnAnswer>, message: ServerMessage): Record<string, OwnAnswer> {
  const ballot = message.type === 'changed' ? message.change.ballot : undefined
  const own = ballot?.phase === 'open' ? mine[ballot.id] : undefined
  if (!own?.isLate)
    return mine
  const { isLate: _, ...answer } = own
  return { ...mine, [ballot!.id]: answer }
}
