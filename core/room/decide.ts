import type { AskedQuestion } from '../course.ts'
import type { EventBody, Subject } from './events.ts'
import type { Ballot, RoomState } from './fold.ts'
import type { Command, Refusal, Role, VoteMessage } from './messages.ts'
import { validate } from '../question-types/index.ts'
import { ballotById, ballotFor, openBallot } from './fold.ts'
import { isBelief } from './tally.ts'
import { steers } from './view.ts'

/** What a room must know of the course. */
export interface RoomCourse {
  /** @returns the question with this full id */
  question: (id: string) => (AskedQuestion & { revision: number }) | undefined
  /** @returns whether there is such a section, as each asks for one belief */
  hasSection: (id: string) => boolean
}

export type Decision = { body: EventBody } | { refused: Refusal }

const refuse = (refused: Refusal): Decision => ({ refused })

function isAnswerTo(subject: Subject, response: unknown, course: RoomCourse): boolean {
  if ('belief' in subject)
    return isBelief(response)
  const question = course.question(subject.question)
  return question !== undefined && validate(question, response) === undefined
}

/** A vote on a ballot that is closed is taken too: the fold knows whether it counts, and it is the person's own in any case. */
function decideVote(room: RoomState, { ballot: id, who, response, confidence, nth }: VoteMessage, course: RoomCourse): Decision {
  const ballot = ballotById(room, id)
  if (!ballot || ballot.voided)
    return refuse('no-such-ballot')
  if (!isAnswerTo(ballot.subject, response, course))
    return refuse('not-an-answer')
  return { body: { kind: 'voted', ballot: id, who, response, ...confidence && { confidence }, ...nth !== undefined && { nth } } }
}

function decideOpen(room: RoomState, { subject, round, after }: Extract<Command, { type: 'open' }>, course: RoomCourse): Decision {
  if ((room.ballots.findLast(({ voided }) => !voided)?.id ?? null) !== after)
    return refuse('stale')
  if (openBallot(room))
    return refuse('ballot-open')
  const whole = 'belief' in subject
    ? course.hasSection(subject.belief) && subject
    : course.question(subject.question) && { ...subject, revision: course.question(subject.question)!.revision }
  if (!whole)
    return refuse('no-such-subject')
  return ballotFor(room, whole, round) ? refuse('asked-already') : { body: { kind: 'ballot-opened', subject: whole, round } }
}

/** What may be done with a ballot, and in which phase. */
const steps = {
  close: { from: 'open', kind: 'ballot-closed', otherwise: 'not-open' },
  reopen: { from: 'closed', kind: 'ballot-reopened', otherwise: 'not-closed' },
  reveal: { from: 'closed', kind: 'ballot-revealed', otherwise: 'not-closed' },
} as const

function decideStep(room: RoomState, ballot: Ballot, type: keyof typeof steps): Decision {
  const { from, kind, otherwise } = steps[type]
  if (ballot.phase !== from)
    return refuse(otherwise)
  return type === 'reopen' && openBallot(room) ? refuse('ballot-open') : { body: { kind, ballot: ballot.id } }
}

/** @returns the event that a message asks for, or why there is none; `message` has the shape of its schema */
export function decide(room: RoomState, message: VoteMessage | Command, role: Role, course: RoomCourse): Decision {
  if (message.type !== 'vote' && !steers(role))
    return refuse('not-allowed')
  // What was answered without a connection comes home even when the hour is over, and the last slide can be shown.
  if (room.ended && message.type !== 'vote' && message.type !== 'steer')
    return refuse('ended')
  if (message.type === 'vote')
    return decideVote(room, message, course)
  if (message.type === 'end')
    return openBallot(room) ? refuse('ballot-open') : { body: { kind: 'ended' } }
  if (message.type === 'open')
    return decideOpen(room, message, course)
  if (message.type === 'steer') {
    const { slide, clicks, black } = message
    return room.agenda.includes(slide) ? { body: { kind: 'steered', slide, clicks, black } } : refuse('no-such-slide')
  }
  const ballot = ballotById(room, message.ballot)
  if (!ballot || ballot.voided)
    return refuse('no-such-ballot')
  return message.type === 'void' ? { body: { kind: 'ballot-voided', ballot: ballot.id } } : decideStep(room, ballot, message.type)
}
