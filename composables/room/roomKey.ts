import type { InjectionKey, ShallowRef } from 'vue'
import type { OwnAnswer, Refusal } from '../../core/room/messages.ts'
import type { ConnectionState, RoomConnection } from './connectRoom.ts'

/** What somebody answered, and why the room will never take it. */
export type RefusedAnswer = OwnAnswer & { reason: Refusal }

/** A live room as views know it: the connection, or for looking and tests one that plays in memory. */
export interface JoinedRoom extends Pick<RoomConnection, 'vote' | 'command'> {
  code: string
  state: Readonly<ShallowRef<ConnectionState>>
  /** Where the room's server is, for what is asked of it beside */
  base: string
  /** By ballot, until it is answered anew */
  refused?: Readonly<ShallowRef<Record<string, RefusedAnswer>>>
}

/** Given where a page or a deck takes part in a live room. */
export const roomKey: InjectionKey<JoinedRoom> = Symbol('live room')
