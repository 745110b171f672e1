import type { AskedQuestion, EvidenceLevel, Section, SectionOutline } from '../../core/course.ts'
import type { BallotView, RoomView } from '../../core/room/messages.ts'
import type { BeliefTally, Moves } from '../../core/room/tally.ts'
import type { Round } from './rows.ts'
import { isApproved } from '../../core/beliefs.ts'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { publicPart, reveal, solution } from '../../core/question-types/index.ts'
import { promptOf } from '../../core/room/asked.ts'

/** Options stand in the same order on every phone and on the projector. */
const SEED = 'check'

/** @returns a question as it is asked in a room */
export function askedAs(question: AskedQuestion): Pick<Round, 'question' | 'order' | 'lists'> {
  return { question: publicPart(question), order: optionOrder(question, SEED), lists: listOrders(question, SEED) }
}

/** @returns the newest ballot on a question */
export function ballotOn(room: RoomView | undefined, question: string): BallotView | undefined {
  return room?.ballots.findLast(({ subject }) => 'question' in subject && subject.question === question)
}

/** @returns the question that stands on a slide, if any */
export function questionOn(outline: Pick<SectionOutline, 'slides' | 'checks'> | undefined, slide: string): string | undefined {
  const checks = outline?.slides.filter(({ layout }) => layout === 'check') ?? []
  return outline?.checks[checks.findIndex(({ id }) => id === slide)]
}

/** @returns the newest ballot that was opened where the room is now: it stands in front of the room */
export function ballotHere({ ballots, at }: RoomView): BallotView | undefined {
  return at.slide ? ballots.findLast(({ slide }) => slide === at.slide) : undefined
}

/** @returns what a phone shows of the room's questions: what is open, wherever that was, else what stands in front of the room */
export function ballotInSight(room: RoomView): BallotView | undefined {
  return room.ballots.find(({ phase }) => phase === 'open') ?? ballotHere(room)
}

/** @returns the first round of a question's second */
function firstOf({ ballots }: RoomView, { subject, round }: BallotView): BallotView | undefined {
  return round === 2 && 'question' in subject
    ? ballots.findLast(other => other.round === 1 && 'question' in other.subject && other.subject.question === subject.question)
    : undefined
}

/** @returns what a closed ballot gave, and who moved; `undefined` as long as nothing of it may be seen */
export function resultOf(question: AskedQuestion, room: RoomView, ballot: BallotView): { round: Round, moves?: Moves } | undefined {
  const { tally, phase } = ballot
  if (phase === 'open' || !tally || !('question' in tally))
    return
  const first = firstOf(room, ballot)?.tally
  const asked = askedAs(question)
  return {
    round: {
      ...asked,
      question: { ...asked.question, prompt: promptOf(question) },
      tally: tally.question,
      before: first && 'question' in first ? first.question : undefined,
      revealed: phase === 'revealed' ? reveal(question, solution(question)) : undefined,
    },
    moves: tally.moves,
  }
}

/** @returns where a section's claim belongs, once the speaker has shown it */
export function truthOf({ belief, verdicts }: Pick<Section, 'belief' | 'verdicts'>, isRevealed: boolean): { approved: boolean, evidence: EvidenceLevel } | undefined {
  const verdict = isRevealed && verdicts.find(({ id }) => id === belief.verdict)
  return verdict ? { approved: isApproved(verdict.approval), evidence: verdict.evidence } : undefined
}

/** @returns where the room placed a section's claim, as far as it may be seen */
export function beliefsOf({ ballots }: RoomView, section: string): { before?: BeliefTally, after?: BeliefTally, isRevealed: boolean } {
  const of = (round: 1 | 2) => ballots.findLast(({ subject, round: own, phase }) => 'belief' in subject && subject.belief === section && own === round && phase !== 'open')
  const tallyOf = (ballot?: BallotView) => ballot?.tally && 'belief' in ballot.tally ? ballot.tally.belief : undefined
  return { before: tallyOf(of(1)), after: tallyOf(of(2)), isRevealed: of(2)?.phase === 'revealed' }
}
