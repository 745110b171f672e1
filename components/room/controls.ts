import type { RoomConnection } from '../../composables/room/connectRoom.ts'
import type { SectionOutline } from '../../core/course.ts'
import type { HeadlineOutline } from '../../core/headlines.ts'
import type { BallotView, RoomView } from '../../core/room/messages.ts'
import { questionsOfForm } from '../../core/headlines.ts'
import { questionOn } from './rounds.ts'

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

function isAbout({ subject }: BallotView, asked: Asked) {
  return 'question' in asked
    ? 'question' in subject && subject.question === asked.question
    : 'belief' in subject && subject.belief === asked.belief
}

/** @returns what the buttons are about on a slide: what was opened there last, else its question, else the claim of its section */
export function askedOn({ ballots }: RoomView, outline: SectionOutline, slide: string): Asked {
  const opened = ballots.findLast(ballot => ballot.slide === slide)?.subject
  if (opened)
    return 'question' in opened ? { question: opened.question } : opened
  const question = questionOn(outline, slide)
  return question ? { question } : { belief: outline.id }
}

/** What comes after a ballot was closed. A claim is placed twice before it is said where it belongs. */
function stepsAfter({ at }: RoomView, { id, subject, round, phase, slide }: BallotView, again: Command): Step[] {
  const isBelief = 'belief' in subject
  const reveal: Step = { label: isBelief ? 'Show where it belongs' : 'Show what is right', command: { type: 'reveal', ballot: id }, isNext: true }
  const second: Step = { label: isBelief ? 'Ask again after the section' : 'Ask a second time', command: again, isNext: isBelief && slide !== at.slide }
  const takeBack: Step = { label: 'Take it back', command: { type: 'void', ballot: id }, isNext: false }
  return [
    ...phase === 'closed' && (!isBelief || round === 2) ? [reveal] : [],
    ...phase === 'closed' ? [{ label: 'Open it again', command: { type: 'reopen', ballot: id }, isNext: false } satisfies Step] : [],
    ...round === 1 ? [second] : [],
    takeBack,
  ]
}

/** The headlines before the course come one after the other, and so do those after it; what is right is shown at the end, if at all. */
function stepsInForm(room: RoomView, steps: Step[], form: string[]): Step[] {
  const next = form.find(question => !ballotAbout(room, { question }))
  const others = steps.filter(({ command }) => command.type !== 'open')
  return next
    ? [{ label: 'Ask the next headline', command: opening(room, { question: next }), isNext: true }, ...others.map(step => ({ ...step, isNext: false }))]
    : others
}

/**
 * @param room as the speaker knows it
 * @param asked what the buttons are about
 * @param headlines all of them, where it may be one
 * @returns what may be done with a question or a belief, what comes next first; while another one is open, that it is closed
 */
export function stepsFor(room: RoomView, asked: Asked, headlines: readonly HeadlineOutline[] = []): Step[] {
  const ballot = ballotAbout(room, asked)
  if (room.ended)
    return []
  const other = room.ballots.find(({ phase }) => phase === 'open')
  if (other && other !== ballot)
    return [{ label: 'Close the question that is open', command: { type: 'close', ballot: other.id }, isNext: true }]
  if (!ballot)
    return [{ label: 'question' in asked ? 'Open the question' : 'Ask what the room believes', command: opening(room, asked), isNext: true }]
  if (ballot.phase === 'open') {
    return [
      { label: 'Close', command: { type: 'close', ballot: ballot.id }, isNext: true },
      { label: 'Take it back', command: { type: 'void', ballot: ballot.id }, isNext: false },
    ]
  }
  const steps = stepsAfter(room, ballot, opening(room, asked, 2))
  const form = 'question' in asked ? headlines.find(({ id }) => id === asked.question)?.form : undefined
  return form ? stepsInForm(room, steps, questionsOfForm(headlines, form)) : steps
}

/** @returns the command that asks this */
export function opening({ ballots }: RoomView, subject: Asked, round: 1 | 2 = 1): Command {
  return { type: 'open', subject, round, after: ballots.at(-1)?.id ?? null }
}

/** @returns the newest ballot on a question or a belief */
export function ballotAbout(room: RoomView, asked: Asked): BallotView | undefined {
  return room.ballots.findLast(ballot => isAbout(ballot, asked))
}
