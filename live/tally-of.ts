import type { RoomCourse } from '../core/room/decide.ts'
import type { Ballot, RoomState } from '../core/room/fold.ts'
import type { BallotTally } from '../core/room/messages.ts'
import type { Vote } from '../core/room/tally.ts'
import type { TallyOf } from '../core/room/view.ts'
import { ballotFor } from '../core/room/fold.ts'
import { beliefTallyOf, movesBetween, tallyOf } from '../core/room/tally.ts'

function votesOf(ballot: Ballot): Vote[] {
  return Array.from(ballot.votes, ([who, { seq, response }]) => ({ who, seq, response }))
}

/**
 * A tally takes some milliseconds for 5,000 votes, and every phone that joins is told those of all ballots: each is made
 * once and kept until something happens to its ballot.
 * @returns the tally of a ballot as its type has it, and of a second round who moved; nothing for a question that the course has no more
 */
export function tallyFor(course: RoomCourse): TallyOf {
  const made = new WeakMap<Ballot, { of: string, tally: BallotTally | undefined }>()

  function make(ballot: Ballot, first: Ballot | undefined): BallotTally | undefined {
    const { subject } = ballot
    const votes = votesOf(ballot)
    if ('belief' in subject)
      return { belief: beliefTallyOf(votes) }
    const question = course.question(subject.question)
    return question && { question: tallyOf(question, votes), ...first && { moves: movesBetween(question, votesOf(first), votes) } }
  }

  return (ballot: Ballot, room: RoomState) => {
    const first = ballot.round === 2 && ballot.phase !== 'open' ? ballotFor(room, ballot.subject, 1) : undefined
    const of = `${ballot.changedSeq} ${first?.changedSeq}`
    const known = made.get(ballot)
    if (known?.of === of)
      return known.tally
    const tally = make(ballot, first)
    made.set(ballot, { of, tally })
    return tally
  }
}
