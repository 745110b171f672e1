import type { OwnAnswer, Refusal } from '../../core/room/messages.ts'
import type { Delivery } from '../../core/room/outbox.ts'
import type { JoinedRoom } from './roomKey.ts'
import { deliveryOf } from '../../core/room/outbox.ts'

/** @returns what this person answered to a ballot: here, though the room may not have it yet or not take it, or as the room has it */
export function ownAnswer({ state, refused }: JoinedRoom, ballot: string): OwnAnswer | undefined {
  const { outbox, mine } = state.value
  return outbox.waiting.find(vote => vote.ballot === ballot) ?? refused?.value[ballot] ?? mine[ballot]
}

/** @returns where this person's answer to a ballot is, or why the room does not take it; `gone` where it waits for a room that is no more */
export function ownDelivery({ state, refused }: JoinedRoom, ballot: string): Delivery | Refusal | 'gone' | undefined {
  const { outbox, mine, line, absence } = state.value
  const delivery = deliveryOf(outbox, ballot, line === 'socket' || line === 'requests')
  if (delivery === 'on-phone' && absence === 'no-such-room')
    return 'gone'
  const kept = mine[ballot]?.isLate ? 'late' : 'kept'
  // What came with the room's state is kept by it.
  return delivery === 'kept' ? kept : delivery ?? refused?.value[ballot]?.reason ?? (ballot in mine ? kept : undefined)
}
