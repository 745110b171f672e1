import type { RoomCourse } from '../core/room/decide.ts'
import type { Ballot, RoomState } from '../core/room/fold.ts'
import type { Vote } from '../core/room/tally.ts'
import type { TallyOf } from '../core/room/view.ts'
import { ballotFor } from '../core/room/fold.ts'
import { beliefTallyOf, movesBetween, tallyOf } from '../core/room/tally.ts'

function votesOf(ballot: Ballot): Vote[] {
  return Array.from(ballot.votes, ([who, { seq, response }]) => ({ who, seq, response }))
}

/** @returns the tally of a ballot as its type has it, and of a second round who moved; nothing for a question that the course has no more */
export function tallyFor(course: RoomCourse): TallyOf {
  return (ballot: Ballot, room: RoomState) => {
    const { subject, round } = ballot
    const votes = votesOf(ballot)
    if ('belief' in subject)
      return { belief: beliefTallyOf(votes) }
    const question = course.question(subject.question)
    if (!question)
      return undefined
    const first = round === 2 && ballot.phase !== 'open' ? ballotFor(room, subject, 1) : undefined
    return { question: tallyOf(question, votes), ...first && { moves: movesBetween(question, votesOf(first), votes) } }
  }
}
