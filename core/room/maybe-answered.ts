import type { RoomState } from './fold.ts'
import { openBallot } from './fold.ts'

/**
 * Whether a phone may be that of somebody who has answered what is open: the room's laptop has another address since,
 * they scanned it, and at a new address a browser knows nothing of what it kept at the old one. Nobody is tracked, so
 * the phone asks its person.
 *
 * `sinceMs` is in memory alone. A server that was started again asks nobody who comes by the first name that it sees;
 * who comes by a second one may be asked for nothing, once, and where the address changed with the start nobody is asked.
 * @param room as it is now
 * @param who the phone's number of chance
 * @param host the name by which it comes
 * @param sinceMs when the first phone came, by name
 * @returns the id of the open ballot where that may be, else `undefined`
 */
export function maybeAnswered(room: RoomState, who: string, host: string, sinceMs: ReadonlyMap<string, number>): string | undefined {
  const ballot = openBallot(room)
  const hereMs = sinceMs.get(host)
  if (!ballot || hereMs === undefined)
    return
  const hasMoved = [...sinceMs.values()].some(ms => ms < hereMs)
  const isNew = !room.ballots.some(({ votes, late }) => votes.has(who) || late.has(who))
  // Who answered at an address that is gone did so before the first phone came by the new one, which so is newer than the ballot.
  const somebodyHas = () => [...ballot.votes.values()].some(({ atMs }) => atMs < hereMs)
  return hasMoved && isNew && somebodyHas() ? ballot.id : undefined
}
