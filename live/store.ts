import type { NewEvent, RoomEvent } from '../core/room/events.ts'

/** New events of one room, from an owner of it. */
export interface Append {
  code: string
  /** Of the claim; a newer claim makes it worthless */
  epoch: number
  events: NewEvent[]
}

/** What became of one event: its place, and whether it is new; one whose id was there keeps its old place. */
export interface Written {
  seq: number
  isNew: boolean
}

export type Claim
  = | { epoch: number, events: RoomEvent[] }
  /** Another process has the room, at this address */
    | { ownedBy: string }
    | undefined

/**
 * Where rooms are kept: one port, and one contract test for all that implement it (`store-contract.ts`). What it has
 * answered is on disk.
 */
export interface RoomStore {
  /** @returns whether there is a new room of this code; `false` where there was one */
  create: (code: string, atMs: number) => Promise<boolean>
  /** Makes this process the owner of a room. @returns all that happened in it; `undefined` where there is no such room */
  claim: (code: string) => Promise<Claim>
  /** @returns for each append the places of its events, or `overtaken` where another owner has the room now */
  append: (batch: Append[]) => Promise<(Written[] | 'overtaken')[]>
  /** Where several processes share the rooms: from then on that this one was not heard of, another may have them */
  leaseMs?: number
  /** Where several processes share the rooms: @returns the codes of those that this one owns */
  owned?: () => Promise<string[]>
  /** @returns codes, the newest first */
  list: () => Promise<{ code: string, createdAtMs: number }[]>
  /**
   * Deletes rooms that were made before this time and in which nothing has happened since.
   * @param beforeMs by the clock that rooms are dated by
   * @param inUse codes of those that are kept all the same, as are those that another process has; without it none is
   * @returns how many
   */
  forget: (beforeMs: number, inUse?: string[]) => Promise<number>
  close: () => Promise<void>
}
