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
  /** What was found anew by then stays. */
  const drop = (code: string, finding: Promise<Found>) => known.get(code) === finding && known.delete(code)

  async function claim(code: string, onGone: () => void): Promise<Found> {
    const claimed = await store.claim(code)
    if (!claimed || 'ownedBy' in claimed) {
      setTimeout(onGone, KNOWN_FOR_MS).unref()
      return claimed
    }
    const room = liveRoom({
      code,
      ...claimed,
      commit,
      course,
      tallyOf,
      now,
      most,
      home,
      build,
      elsewhere: elsewhere?.(code),
      onLost() {
        onGone()
        room.stop()
      },
    })
    return { room }
  }

  /** Gives up each room that is not `left`; of those that are claimed while that is asked for it says nothing. */
  async function giveUp(left: () => Promise<Iterable<string>>): Promise<void> {
    const here = await Promise.all(Array.from(known, async ([code, finding]) => ({ code, finding, found: await finding.catch(() => undefined) })))
    const codes = new Set(await left())
    for (const { code, finding, found } of here) {
      if (found && 'room' in found && !codes.has(code)) {
        drop(code, finding)
        found.room.stop()
      }
    }
  }

  /** A process that slept may have lost a room and not know it: nobody who only listens to it would ever hear of that. */
  const look = () => giveUp(() => store.owned!())
  /** Rooms of more than thirty days are deleted, also while this process runs: then nobody is in them any more either. */
  async function forgetOld(): Promise<void> {
    if (await store.forget(now() - KEPT_MS) > 0)
      await giveUp(async () => (await store.list()).map(({ code }) => code))
  }
  const forget = () => void forgetOld().catch(() => {})
  forget()
  const forgetting = setInterval(forget, FORGET_EVERY_MS)
  const looking = store.owned && setInterval(() => look().catch(() => {}), LOOK_MS)

  return {
    find(code) {
      const found = known.get(code)
      if (found)
        return found
      const finding: Promise<Found> = claim(code, () => drop(code, finding))
      known.set(code, finding)
      finding.catch(() => drop(code, finding))
      return finding
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
