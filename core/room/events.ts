import type { Belief, Confidence } from '../progress.ts'

/*
 * What happened in a live room: the truth, from which everything else is folded. Events are only added. The store gives
 * each its place (`seq`) and refuses an id that it has already, so that whatever was not acknowledged may be sent again.
 */

export type Round = 1 | 2

/**
 * What a ballot asks: a question by its full id, in one revision; or where a section's claim stands on the two scales of
 * belief, whose first round is "before" and the second "after".
 */
export type Subject = { question: string, revision: number } | { belief: string }

/** Where the speaker is. */
export interface Place {
  /** Full id */
  slide: string
  clicks: number
  black: boolean
}

export interface Voted {
  kind: 'voted'
  /** Id of the ballot: of the event that opened it */
  ballot: string
  /** A number of chance for each person and room; whoever knows it may change the vote, so it is shown to nobody */
  who: string
  response: unknown
  confidence?: Confidence
  /** Rises with each answer of a person, as an older one may come later; not in rooms of before */
  nth?: number
}

export type EventBody
  = | { kind: 'opened', code: string, build: string, agenda: string[] }
    | { kind: 'steered' } & Place
    | { kind: 'ballot-opened', subject: Subject, round: Round }
    | Voted
    | { kind: 'ballot-closed', ballot: string }
    | { kind: 'ballot-reopened', ballot: string }
    | { kind: 'ballot-revealed', ballot: string }
    | { kind: 'ballot-voided', ballot: string }
    | { kind: 'ended' }

/** An event before the store has it. */
export interface NewEvent {
  /** Of the message that asked for it, see `core/room/ids.ts` */
  id: string
  /** By the server's clock */
  atMs: number
  body: EventBody
}

export interface RoomEvent extends NewEvent {
  /** 1-based place in the room's history, without gaps */
  seq: number
}

/** @returns the moment of a belief that a round asks for */
export function momentOf(round: Round): Belief['moment'] {
  return round === 1 ? 'before' : 'after'
}
