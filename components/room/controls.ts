import type { RoomConnection } from '../../composables/room/connectRoom.ts'
import type { SectionOutline } from '../../core/course.ts'
import type { BallotView, RoomView } from '../../core/room/messages.ts'

type Command = Parameters<RoomConnection['command']>[0]
/** A ballot's subject as a command names it: the room knows the revision. */
export type Asked = { question: string } | { belief: string }

/** Something that the speaker may do now. */
export interface Step {
  label: string
  command: Command
  /** The one that comes next: by one key */
  isNext: boolean
}

/** @returns the question that stands on a slide, if any */
export function questionOn(outline: SectionOutline | undefined, slide: string): string | undefined {
  const checks = outline?.slides.filter(({ layout }) => layout === 'check') ?? []
  const place = checks.findIndex(({ id }) => id === slide)
  return outline?.checks[place]
}

function isAbout({ subject }: BallotView, asked: Asked) {
  return 'question' in asked
    ? 'question' in subject && subject.question === asked.question
    : 'belief' in subject && subject.belief === asked.belief
}

/** @returns what may be done with a question or a belief, what comes next first; nothing while another one is open */
export function stepsFor(room: RoomView, asked: Asked): Step[] {
  const after = room.ballots.at(-1)?.id ?? null
  const ballot = room.ballots.findLast(ballot => isAbout(ballot, asked))
  const isOtherOpen = room.ballots.some(other => other.phase === 'open' && other !== ballot)
  const open = (round: 1 | 2): Command => ({ type: 'open', subject: asked, round, after })
  if (room.ended || isOtherOpen)
    return []
  if (!ballot)
    return [{ label: 'question' in asked ? 'Open the question' : 'Ask what the room believes', command: open(1), isNext: true }]
  const takeBack: Step = { label: 'Take it back', command: { type: 'void', ballot: ballot.id }, isNext: false }
  if (ballot.phase === 'open')
    return [{ label: 'Close', command: { type: 'close', ballot: ballot.id }, isNext: true }, takeBack]
  const again: Step[] = ballot.round === 1
    ? [{ label: 'question' in asked ? 'Ask a second time' : 'Ask after the course', command: open(2), isNext: false }]
    : []
  if (ballot.phase === 'closed') {
    return [
      { label: 'Show what is right', command: { type: 'reveal', ballot: ballot.id }, isNext: true },
      { label: 'Open it again', command: { type: 'reopen', ballot: ballot.id }, isNext: false },
      ...again,
      takeBack,
    ]
  }
  return [...again, takeBack]
}

/** @returns the ballot on a question or a belief that counts now */
export function ballotAbout(room: RoomView, asked: Asked): BallotView | undefined {
  return room.ballots.findLast(ballot => isAbout(ballot, asked))
}
