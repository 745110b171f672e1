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
  /** Never goes back */
  now: () => number
  /** What day it is: by that old rooms are deleted */
  today?: () => number
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
/** So long after the last that happened in it a room is kept. */
export const KEPT_MS = 30 * 86_400_000
const FORGET_EVERY_MS = 3_600_000
const QUIET_EVERY_MS = 60_000
/** A room that nobody was in when it was looked at so often is let go. */
const MOST_QUIET = 10

/** A room that this process runs. */
interface Here {
  finding: Promise<Found>
  room: LiveRoom
  /** How often nobody was in it, one time after the other */
  quiet: number
}

/** The rooms that this process owns: the first who asks for one has it claimed. */
export function rooms({ store, course, tallyOf, now, today = now, most, home, build, elsewhere }: RoomsOptions): Rooms {
  const commit = groupCommit(store)
  const known = new Map<string, Promise<Found>>()
  const here = new Map<string, Here>()
  /** When the store was first asked for what is left since it answered that last */
  let askedMs: number | undefined
  let looking: Promise<boolean> | undefined

  /** What was found anew by then stays. */
  function drop(code: string, finding: Promise<Found>): void {
    if (known.get(code) !== finding)
      return
    known.delete(code)
    here.delete(code)
  }

  function giveUp(code: string, { finding, room }: Here): void {
    drop(code, finding)
    room.stop()
  }

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

  function cameHere(code: string, finding: Promise<Found>, room: LiveRoom): void {
    if (known.get(code) !== finding)
      return room.stop()
    // The store has just answered.
    if (here.size === 0)
      looking = askedMs = undefined
    here.set(code, { finding, room, quiet: 0 })
  }

  /**
   * A process that slept may have lost a room and not know it, and another may have deleted it: nobody who only listens
   * to it would ever hear of that. Of those that are claimed meanwhile the answer says nothing.
   */
  async function look(): Promise<void> {
    const asked = [...here]
    const left = new Set(store.owned ? await store.owned() : (await store.list()).map(({ code }) => code))
    for (const [code, one] of asked) {
      if (!left.has(code) && here.get(code) === one)
        giveUp(code, one)
    }
  }

  /** One look at a time. A store that says nothing for the length of a lease may have let another process have each room by then. */
  function keepLooking(): void {
    if (here.size === 0)
      return
    if (store.leaseMs !== undefined && askedMs !== undefined && performance.now() - askedMs >= store.leaseMs) {
      looking = askedMs = undefined
      return here.forEach((one, code) => giveUp(code, one))
    }
    if (looking)
      return
    askedMs ??= performance.now()
    const own = look().then(() => true, () => false)
    looking = own
    void own.then((hasAnswered) => {
      // One that was given up says nothing any more.
      if (looking !== own)
        return
      looking = undefined
      if (hasAnswered)
        askedMs = undefined
    })
  }

  /** Who has no socket is in no room, but asks for it every few seconds. */
  function letGo(): void {
    for (const [code, one] of here) {
      one.quiet = one.room.size() > 0 ? 0 : one.quiet + 1
      if (one.quiet >= MOST_QUIET)
        giveUp(code, one)
    }
  }

  // A clock that is set right by a month must not delete what is in use.
  const forget = () => void store.forget(today() - KEPT_MS, [...known.keys()]).catch(() => {})
  forget()
  const timers = [setInterval(forget, FORGET_EVERY_MS), setInterval(keepLooking, LOOK_MS), setInterval(letGo, QUIET_EVERY_MS)]

  return {
    find(code) {
      const one = here.get(code)
      if (one)
        one.quiet = 0
      const found = known.get(code)
      if (found)
        return found
      const finding: Promise<Found> = claim(code, () => drop(code, finding))
      known.set(code, finding)
      finding.then(found => found && 'room' in found && cameHere(code, finding, found.room), () => drop(code, finding))
      return finding
    },
    stop() {
      timers.forEach(clearInterval)
      here.forEach(({ room }) => room.stop())
      here.clear()
      // What is claimed meanwhile stops once it is here.
      known.clear()
    },
  }
}
