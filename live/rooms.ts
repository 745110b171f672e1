import type { RoomCourse } from '../core/room/decide.ts'
import type { Elsewhere } from '../core/room/messages.ts'
import type { TallyOf } from '../core/room/view.ts'
import type { LiveRoom } from './live-room.ts'
import type { RoomStore } from './store.ts'
import { groupCommit } from './group-commit.ts'
import { liveRoom } from './live-room.ts'

export interface RoomsOptions {
  store: RoomStore
  course: RoomCourse
  tallyOf: TallyOf
  now: () => number
  /** How many phones a room takes */
  most: number
  /** Where the public site stands, for taking home */
  home?: string
  /** Of the course as it is served now; a page of another one is to be loaded anew */
  build?: string
  /** @returns where else phones may find a room */
  elsewhere?: (code: string) => Elsewhere
}

/** Where a room is: here, at another process, or nowhere. */
export type Found = { room: LiveRoom } | { ownedBy: string } | undefined

export interface Rooms {
  find: (code: string) => Promise<Found>
  stop: () => void
}

/** A code that leads nowhere is asked for once in this time, as a room elsewhere may end with its process at any moment. */
const KNOWN_FOR_MS = 500
const LOOK_MS = 2000
const KEPT_MS = 30 * 86_400_000
const FORGET_EVERY_MS = 3_600_000

/** The rooms that this process owns: the first who asks for one has it claimed. */
export function rooms({ store, course, tallyOf, now, most, home, build, elsewhere }: RoomsOptions): Rooms {
  const commit = groupCommit(store)
  const known = new Map<string, Promise<Found>>()

  async function claim(code: string): Promise<Found> {
    const claimed = await store.claim(code)
    if (!claimed || 'ownedBy' in claimed) {
      setTimeout(() => known.delete(code), KNOWN_FOR_MS).unref()
      return claimed
    }
    const room = liveRoom({ code, ...claimed, commit, course, tallyOf, now, most, home, build, elsewhere: elsewhere?.(code), onLost: () => lose(code, room) })
    return { room }
  }

  function lose(code: string, room: LiveRoom): void {
    known.delete(code)
    room.stop()
  }

  /** A process that slept may have lost a room and not know it: nobody who only listens to it would ever hear of that. */
  async function look(): Promise<void> {
    const owned = new Set(await store.owned!())
    for (const [code, finding] of known) {
      const found = await finding.catch(() => undefined)
      if (found && 'room' in found && !owned.has(code))
        lose(code, found.room)
    }
  }
  /** Rooms of more than thirty days are deleted, also while this process runs: then nobody is in them any more either. */
  async function forgetOld(): Promise<void> {
    if (await store.forget(now() - KEPT_MS) === 0)
      return
    const left = new Set((await store.list()).map(({ code }) => code))
    for (const [code, finding] of known) {
      const found = await finding.catch(() => undefined)
      if (found && 'room' in found && !left.has(code))
        lose(code, found.room)
    }
  }
  const forget = () => void forgetOld().catch(() => {})
  forget()
  const forgetting = setInterval(forget, FORGET_EVERY_MS)
  const looking = store.owned && setInterval(() => look().catch(() => {}), LOOK_MS)

  return {
    find(code) {
      let found = known.get(code)
      if (!found) {
        found = claim(code)
        known.set(code, found)
        found.catch(() => known.delete(code))
      }
      return found
    },
    stop() {
      clearInterval(looking)
      clearInterval(forgetting)
      for (const found of known.values())
        found.then(found => found && 'room' in found && found.room.stop(), () => {})
      known.clear()
    },
  }
}
