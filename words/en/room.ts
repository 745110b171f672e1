import type { Refusal } from '../../core/room/messages.ts'
import type { Delivery } from '../../core/room/outbox.ts'
import type { Moves, Tally } from '../../core/room/tally.ts'

/** @returns how many answered */
export function peopleInWords(n: number): string {
  if (n === 0)
    return 'Nobody answered.'
  return `${n} answered.`
}

const percent = (part: number, whole: number) => `${Math.round(part / whole * 100)}%`

/** @returns how many were wholly right, beside the round before; nothing where nobody answered */
export function rightInWords({ right, n }: Tally, before?: Tally): string {
  if (n === 0)
    return ''
  return before?.n
    ? `Wholly right: ${percent(before.right, before.n)}, now ${percent(right, n)}.`
    : `Wholly right: ${right} of ${n}.`
}

/** @returns who moved between the two rounds */
export function movesInWords({ both, toRight, toWrong }: Moves): string {
  if (both === 0)
    return ''
  return `Wrong to right: ${toRight}; right to wrong: ${toWrong}.`
}

const DOES_NOT_COUNT = 'it does not count in the room’s result, but is kept in your progress on this phone.'

/** Where an answer is. */
const deliveryWords: Record<Delivery, string> = {
  'sending': 'Sending …',
  'kept': 'Kept by the room.',
  'late': `This answer came after the question was closed: ${DOES_NOT_COUNT}`,
  'on-phone': 'Kept on this phone, and sent when the room is back.',
}
/** Of an answer that waits for a room that is no more. */
const GONE = 'Kept on this phone. The room is over.'

/** Where the page at which the speaker is does not come. */
export const followWords = {
  failed: 'This part did not load. It comes when the connection is back.',
  nextFailed: 'This part did not load: the page below is still the one from before. The new one comes when the connection is back.',
}

/** Under a question that the speaker has closed. */
export const closedWords = {
  closed: 'The question is closed.',
  unsent: 'What you had chosen was not sent before.',
  later: 'What is right comes when the speaker shows it.',
}

/** How the line to the room is, and what happens at its questions. */
export const lineWords = {
  joining: 'Joining the room …',
  tooManyTries: 'Too many wrong codes were tried in this network. Please wait a minute: this page tries again by itself.',
  gone: 'This room is over; what you answered is on this phone.',
  somethingElse: 'Something else answers at this address, and not the room. This page tries again by itself. The speaker can tell you whether the room has another address now.',
  lostWithAnswer: 'The room is not there just now. Your answer is kept on this phone and sent when it is back. You can read on.',
  lost: 'The room is not there just now. This page tries again by itself, and you can read on.',
  ended: 'The hour is over. Thank you for taking part.',
  takenBack: 'The question that you answered was taken back.',
  open: 'A question is open.',
  openAgain: 'The question is open once more.',
  closed: 'The question is closed. The result is on this page.',
  revealed: 'The answer is shown.',
  here: 'You are in the room.',
  /** After another sentence, where the question is in sight no more */
  late: `Your last answer came after its question was closed: ${DOES_NOT_COUNT}`,
  /** After another sentence */
  speakerAway: 'The speaker is away. If the screen in front shows another code, scan it again.',
}

/** What a phone asks where the room has another address now, and what its person says. */
export const answeredBeforeWords = {
  asks: 'The room has moved to a new address. Did you answer this question before, on this phone?',
  counts: `If you saw “${deliveryWords.kept}” under your answer, it counts already.`,
  yes: 'Yes, it is counted',
  no: 'No, let me answer',
  counted: 'Your answer from before is counted.',
  afterAll: 'Answer after all',
}

/** Why a command of the speaker was not done. */
export const refusalWords: Record<Refusal | 'lost', string> = {
  'not-allowed': 'Only the speaker can do this.',
  'no-such-ballot': 'This question was taken back.',
  'no-such-subject': 'The room does not know this question: it was started with another version of the course.',
  'no-such-slide': 'The room does not show this slide.',
  'not-an-answer': 'This answer does not fit the question. Load the page again.',
  'ballot-open': 'Another question is open: close it first.',
  'asked-already': 'This was asked already. Take it back to ask it anew.',
  'not-open': 'The question is closed already.',
  'not-closed': 'The question is still open: close it first.',
  'stale': 'Somebody else was faster. Look, and press again.',
  'ended': 'The hour is over.',
  'full': 'The room is full.',
  'too-fast': 'Too many presses at once. Try again.',
  'try-again': 'It could not be kept. Try again.',
  'lost': 'The room is not there just now. Try again.',
}

/** @param where an answer is, why the room does not take it, or `gone` with the room @returns it in words */
export function deliveryInWords(where: Delivery | Refusal | 'gone'): string {
  if (where === 'gone')
    return GONE
  return where in deliveryWords
    ? deliveryWords[where as Delivery]
    : `The room did not take your answer. ${refusalWords[where as Refusal]}`
}
