import type { VoteMessage } from './messages.ts'
import { MOST_NTH } from './messages.ts'

/** The votes of one person: what the room has not acknowledged yet, and what it has. */
export interface Outbox {
  /** One for each ballot at most: a changed mind takes the place of what was not sent */
  waiting: VoteMessage[]
  /** Ids of the ballots whose newest vote the room has */
  kept: string[]
  /** The highest `nth` that a vote of this person was given */
  nth?: number
}

/** `sending`: on its way; `kept`: on the room's disk; `late`: there too, and not counted, as it came after the close; `on-phone`: kept here, and sent when the room is back. */
export type Delivery = 'sending' | 'kept' | 'late' | 'on-phone'

export const emptyOutbox: Outbox = { waiting: [], kept: [] }

/** @returns what the next vote of this person is to say of its place among theirs */
export function nextNth({ nth = 0 }: Outbox): number {
  return Math.min(nth + 1, MOST_NTH)
}

/** @returns the outbox that goes on from this count, where its own is lower */
export function withNth(outbox: Outbox, nth: number | undefined): Outbox {
  return nth !== undefined && nth > (outbox.nth ?? 0) ? { ...outbox, nth } : outbox
}

/** @returns the outbox with one more vote */
export function withVote(outbox: Outbox, vote: VoteMessage): Outbox {
  const { waiting, kept } = outbox
  return {
    ...withNth(outbox, vote.nth),
    waiting: [...waiting.filter(({ ballot }) => ballot !== vote.ballot), vote],
    kept: kept.filter(ballot => ballot !== vote.ballot),
  }
}

/** @returns the outbox once the room has acknowledged the message with this id */
export function withAck(outbox: Outbox, id: string): Outbox {
  const acked = outbox.waiting.find(vote => vote.id === id)
  return acked ? { ...outbox, waiting: outbox.waiting.filter(vote => vote !== acked), kept: [...outbox.kept, acked.ballot] } : outbox
}

/** @returns the outbox without a message that the room will never take */
export function withoutVote(outbox: Outbox, id: string): Outbox {
  return { ...outbox, waiting: outbox.waiting.filter(vote => vote.id !== id) }
}

/** @returns where a person's vote on a ballot is; `undefined` where there is none */
export function deliveryOf(outbox: Outbox, ballot: string, isConnected: boolean): Delivery | undefined {
  if (outbox.waiting.some(vote => vote.ballot === ballot))
    return isConnected ? 'sending' : 'on-phone'
  return outbox.kept.includes(ballot) ? 'kept' : undefined
}

/**
 * @param older what the person left behind somewhere
 * @param newer what they had in their hand last: where both know of a ballot it says where the vote is
 * @returns both as one, whose votes are all of this person
 */
export function joinedOutbox(older: Outbox, newer: Outbox, who: string): Outbox {
  const known = new Set([...newer.waiting.map(({ ballot }) => ballot), ...newer.kept])
  return withNth(withNth({
    waiting: [...older.waiting.filter(({ ballot }) => !known.has(ballot)), ...newer.waiting].map(vote => ({ ...vote, who })),
    kept: [...new Set([...older.kept.filter(ballot => !known.has(ballot)), ...newer.kept])],
  }, older.nth), newer.nth)
}
