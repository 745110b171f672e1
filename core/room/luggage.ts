import type { VoteMessage } from './messages.ts'
import type { Outbox } from './outbox.ts'
import { isObject, parsed } from '../json.ts'
import { confidences } from '../progress.ts'
import { ID } from './ids.ts'
import { MOST_MESSAGE_BYTES, MOST_NTH } from './messages.ts'
import { joinedOutbox } from './outbox.ts'

/*
 * What a phone takes along when its room has another address: there its storage is empty, and without this the same
 * person would be one more.
 */

/** What a browser keeps of a person in a room. */
export interface KeptInRoom {
  /** The person's number of chance */
  who: string
  outbox: Outbox
  /** Which answers are in the progress already: what was answered, as JSON, by ballot */
  own: Record<string, string>
}

export interface Luggage extends KeptInRoom {
  /** The person's progress, as the text of a copy (`progressFile`) */
  copy: string
}

/** More ballots than any hour has; what is longer is not ours. */
const MOST_WAITING = 200

const kindOf = (courseId: string) => `${courseId}-room`

/** @returns the text that `readLuggage` reads, for this room alone */
export function luggageText(luggage: Luggage, courseId: string, code: string): string {
  return JSON.stringify({ kind: kindOf(courseId), code, ...luggage })
}

const isNth = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_NTH
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value)

/** What the room's server would cut the line for must not wait here, as it would be sent again and again. */
function readVote(value: unknown, who: string): VoteMessage[] {
  if (!isObject(value) || !isId(value.id) || !isId(value.ballot) || value.response === undefined)
    return []
  const confidence = confidences.find(known => known === value.confidence)
  const vote: VoteMessage = { v: 1, id: value.id, type: 'vote', who, ballot: value.ballot, response: value.response, ...confidence && { confidence }, ...isNth(value.nth) && { nth: value.nth } }
  return new TextEncoder().encode(JSON.stringify(vote)).length <= MOST_MESSAGE_BYTES ? [vote] : []
}

/** @returns what came along to this room, or `undefined` where it is of another course or room, or none; any text may be passed */
export function readLuggage(text: string, courseId: string, code: string): Luggage | undefined {
  const [value] = parsed(text)
  if (!isObject(value) || value.kind !== kindOf(courseId) || value.code !== code || !isId(value.who) || typeof value.copy !== 'string')
    return undefined
  const { who, copy, own, outbox } = value
  const { waiting, kept, nth } = isObject(outbox) ? outbox : {}
  return {
    who,
    outbox: {
      waiting: Array.isArray(waiting) ? waiting.slice(0, MOST_WAITING).flatMap(vote => readVote(vote, who)) : [],
      kept: Array.isArray(kept) ? kept.filter(isId) : [],
      ...isNth(nth) && { nth },
    },
    own: Object.fromEntries(Object.entries(isObject(own) ? own : {}).filter((entry): entry is [string, string] => isId(entry[0]) && typeof entry[1] === 'string')),
    copy,
  }
}

/**
 * Unpacks at another address of the room.
 * @param here what this browser keeps of the room there; its `who` is `undefined` where nobody joined from it
 * @returns the same person, with all that waits to be sent. Who has voted from here already as somebody else stays that
 * one, as the room has counted them: what was not sent goes out in their name, unless they have answered that ballot.
 */
export function withLuggage(here: Omit<KeptInRoom, 'who'> & { who?: string }, { who, outbox, own }: KeptInRoom): KeptInRoom {
  const hasVoted = here.outbox.waiting.length + here.outbox.kept.length > 0
  return here.who !== undefined && here.who !== who && hasVoted
    ? { who: here.who, outbox: joinedOutbox({ ...outbox, kept: [] }, here.outbox, here.who), own: { ...own, ...here.own } }
    : { who, outbox: joinedOutbox(here.outbox, outbox, who), own: { ...here.own, ...own } }
}
