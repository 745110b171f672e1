import { z } from 'zod'
import { confidences } from '../progress.ts'
import { fullId, slug } from '../question-types/base.schema.ts'
import { ID } from './ids.ts'
import { MOST_NTH } from './messages.ts'

/*
 * What may be said to a room: by a socket, or as the body of a POST. Everything else is refused before anything looks at
 * it. What a response may be, the question knows (`validate`).
 */

const id = z.string().regex(ID)
const envelope = { v: z.literal(1), id }
const longestId = 80

/** The first message of every connection, and again where something was missed: the whole state is the answer. */
const hello = z.strictObject({ ...envelope, type: z.literal('hello'), who: id, build: z.string().max(80) })

// May be sent by POST too. `nth` rises with each vote of a person: two ways may bring two of them in either order.
const voteSchema = z.strictObject({ ...envelope, type: z.literal('vote'), who: id, ballot: id, response: z.unknown(), confidence: z.enum(confidences).optional(), nth: z.int().min(1).max(MOST_NTH).optional() })

const subject = z.union([
  z.strictObject({ question: fullId.max(longestId) }),
  z.strictObject({ belief: slug.max(longestId) }),
])

const commands = [
  z.strictObject({ ...envelope, type: z.literal('steer'), slide: fullId.max(longestId), clicks: z.int().min(0).max(99), black: z.boolean() }),
  // `after` is the newest ballot that the sender knows: two remotes cannot open two.
  z.strictObject({ ...envelope, type: z.literal('open'), subject, round: z.union([z.literal(1), z.literal(2)]), after: id.nullable() }),
  z.strictObject({ ...envelope, type: z.literal('close'), ballot: id }),
  z.strictObject({ ...envelope, type: z.literal('reopen'), ballot: id }),
  z.strictObject({ ...envelope, type: z.literal('reveal'), ballot: id }),
  z.strictObject({ ...envelope, type: z.literal('void'), ballot: id }),
  z.strictObject({ ...envelope, type: z.literal('end') }),
] as const

export const messageSchema = z.discriminatedUnion('type', [hello, voteSchema, ...commands])

export type VoteMessage = z.infer<typeof voteSchema>
export type Command = z.infer<typeof commands[number]>
export type ClientMessage = z.infer<typeof messageSchema>
