import type { Elsewhere } from '../../core/room/messages.ts'
import { askRoom } from './askRoom.ts'

/** A server that is started again at its own address is back before: it costs no request. */
const FIRST_LOOK_MS = 8000
/** Not all phones at once. */
const SPREAD_MS = 2000
/** Where it is back at its own address too, it has answered there by then, and nobody moves. */
const OWN_ANSWER_MS = 1000
/** With a quarter more or less by chance; a name that nobody answers for takes as long again, and everyone is to be back within 15 s. */
const LOOK_MS = 5000

export interface LookOptions {
  code: string
  /** What the room has told while it was there */
  elsewhere: Elsewhere
  /** Where this page stands; there the line itself tries again */
  origin: string
  /** For how long nothing had come when the line was given up: it is no server that was started again */
  silentMs: number
  onFound: (origin: string) => void
  /** Nothing is asked while nobody looks */
  isHidden?: () => boolean
  random?: () => number
  fetch?: typeof fetch
}

/**
 * Looks for a room that was lost, where it said that it might be found; no other address is asked.
 * @returns how to stop; with the first that has the room's mark it stops by itself
 */
export function lookElsewhere({ code, elsewhere, origin, silentMs, onFound, isHidden = () => false, random = Math.random, fetch: by }: LookOptions): () => void {
  const places = elsewhere.origins.filter(place => place !== origin)
  let isOver = places.length === 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(place: string): Promise<string> {
    const answer = await askRoom(new URL(`/room/${code}/here`, place), { credentials: 'omit', redirect: 'error' }, by)
    if (answer.type !== 'here' || answer.mark !== elsewhere.mark)
      throw new Error('Another room')
    return place
  }
  function answersHere(): Promise<boolean> {
    return new Promise((resolve) => {
      setTimeout(resolve, OWN_ANSWER_MS, false)
      ask(origin).then(() => resolve(true), () => resolve(false))
    })
  }
  async function look(): Promise<void> {
    const found = isHidden() ? undefined : await Promise.any(places.map(ask)).catch(() => undefined)
    const isBack = found !== undefined && await answersHere()
    if (isOver)
      return
    if (found === undefined || isBack)
      return plan(LOOK_MS * (0.75 + random() / 2))
    isOver = true
    onFound(found)
  }
  function plan(ms: number): void {
    timer = setTimeout(look, ms)
  }
  function stop(): void {
    isOver = true
    clearTimeout(timer)
  }

  if (!isOver)
    plan(Math.max(0, FIRST_LOOK_MS - silentMs) + SPREAD_MS * random())
  return stop
}
