import type { Elsewhere } from '../../core/room/messages.ts'
import { askRoom } from './askRoom.ts'

/** A server that is started again at its own address is back before: it costs no request. */
const FIRST_LOOK_MS = 8000
/** With a quarter more or less by chance; a name that nobody answers for takes as long again, and everyone is to be back within 15 s. */
const LOOK_MS = 5000

export interface LookOptions {
  code: string
  /** What the room has told while it was there */
  elsewhere: Elsewhere
  /** Where this page stands; there the line itself tries again */
  origin: string
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
export function lookElsewhere({ code, elsewhere, origin, onFound, isHidden = () => false, random = Math.random, fetch: by }: LookOptions): () => void {
  const places = elsewhere.origins.filter(place => place !== origin)
  let isOver = places.length === 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(place: string): Promise<string> {
    const answer = await askRoom(new URL(`/room/${code}/here`, place), { credentials: 'omit', redirect: 'error' }, by)
    if (answer.type !== 'here' || answer.mark !== elsewhere.mark)
      throw new Error('Another room')
    return place
  }
  async function look(): Promise<void> {
    const found = isHidden() ? undefined : await Promise.any(places.map(ask)).catch(() => undefined)
    if (isOver)
      return
    if (found === undefined)
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

  // Not all phones at once.
  if (!isOver)
    plan(FIRST_LOOK_MS + LOOK_MS / 2 * random())
  return stop
}
