import type { OwnAnswer } from '../../core/room/messages.ts'
import type { Delivery } from '../../core/room/outbox.ts'
import type { JoinedRoom } from './roomKey.ts'
import { deliveryOf } from '../../core/room/outbox.ts'

/** @returns what this person answered to a ballot: here, though the room may not have it yet, or as the room has it */
export function ownAnswer({ state }: JoinedRoom, ballot: string): OwnAnswer | undefined {
  const { outbox, mine } = state.value
  return outbox.waiting.find(vote => vote.ballot === ballot) ?? mine[ballot]
}

/** @returns where this person's answer to a ballot is; what came with the room's state is kept by it */
export function ownDelivery({ state }: JoinedRoom, ballot: string): Delivery | undefined {
  const { outbox, mine, line } = state.value
  return deliveryOf(outbox, ballot, line === 'socket' || line === 'requests') ?? (ballot in mine ? 'kept' : undefined)
}
