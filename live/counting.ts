import type { Ballot, RoomState } from '../core/room/fold.ts'
import type { Role } from '../core/room/messages.ts'
import type { TallyOf } from '../core/room/view.ts'
import type { Clients } from './clients.ts'
import { GRACE_MS, openBallot } from '../core/room/fold.ts'
import { ballotView } from '../core/room/view.ts'

/** So often who steers is told how many have answered. */
const COUNT_MS = 100
/** Counting typed words of thousands takes long: it has this share of the time at most. */
const COUNTING_SHARE = 0.1

export interface Counting {
  /** Somebody came, went, or answered */
  news: () => void
  /** A vote came in just after the close, and counts: phones were told less */
  late: (ballot: Ballot) => void
  /** @returns the place of the newest vote of which phones were told after the result */
  correctedSeq: () => number
  stop: () => void
}

/** Tells a room's numbers as they come: to who steers and the projector ten times a second, to phones once where they were told less. */
export function countingOf(room: RoomState, { tell, phones }: Clients, tallyOf: TallyOf, now: () => number): Counting {
  const corrected = new Set<Ballot>()
  let isNews = false
  let correctedSeq = 0

  function countOf(ballot: Ballot, role: Role) {
    const { id, answered, tally } = ballotView(ballot, room, role, tallyOf)
    return { id, answered, ...tally !== undefined && { tally } }
  }

  function count(): void {
    if (!isNews)
      return
    isNews = false
    const ballot = openBallot(room) ?? room.ballots.findLast(({ voided }) => !voided)
    tell((role) => {
      if (role === 'phone')
        return undefined
      return { type: 'counted', here: phones(), upTo: room.seq, ...ballot && { ballot: countOf(ballot, role) } }
    })
  }

  /** Once for a ballot, when no vote for it can come in time any more: thousands of phones would be told too often else. */
  function correct(): void {
    for (const ballot of corrected) {
      if (ballot.phase === 'closed' && now() <= ballot.closedAtMs! + GRACE_MS)
        continue
      corrected.delete(ballot)
      // What was opened again tells nothing, and with what is right the count was told anew.
      if (ballot.phase !== 'closed' || ballot.voided)
        continue
      correctedSeq = room.seq
      tell(role => ({ type: 'counted', upTo: room.seq, ballot: countOf(ballot, role) }))
    }
  }

  let counting: NodeJS.Timeout
  function keepCounting(): void {
    const fromMs = performance.now()
    count()
    correct()
    counting = setTimeout(keepCounting, Math.max(COUNT_MS, (performance.now() - fromMs) / COUNTING_SHARE))
  }
  keepCounting()

  return {
    news: () => isNews = true,
    late: ballot => corrected.add(ballot),
    correctedSeq: () => correctedSeq,
    stop: () => clearTimeout(counting),
  }
}
