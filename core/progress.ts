import type { EvidenceLevel } from './course.ts'

export const answerModes = ['slide', 'page', 'quiz', 'review'] as const
export type AnswerMode = (typeof answerModes)[number]

/** How sure the learner was, said before the answer was checked. */
export const confidences = ['guess', 'fairly-sure', 'sure'] as const
export type Confidence = (typeof confidences)[number]

/** One event: somebody answered a question. Never changed afterwards. */
export interface Answer {
  /** `<section>.<slug>` */
  question: string
  response: unknown
  /** 0 … 1 */
  score: number
  atMs: number
  mode: AnswerMode
  /** Revision of the question that was answered */
  revision: number
  confidence?: Confidence
}

/** How a quiz came to its questions: drawn by the course, those of the quiz before once more, or chosen by a link. */
export const attemptOrigins = ['drawn', 'repeated', 'shared'] as const
export type AttemptOrigin = (typeof attemptOrigins)[number]

/** One run through a section quiz. Its answers are those in the history since `sinceMs`. */
export interface Attempt {
  section: string
  seed: string
  /** Ids in the order in which they are asked; kept, so that a new build does not change a running quiz */
  questions: string[]
  /** Answers from here on count: 0 for a first attempt, so that what was answered on slides and pages counts too */
  sinceMs: number
  startedAtMs: number
  /** When feedback is given */
  feedback: 'each' | 'end'
  /** Missing where it was begun before this was kept, when one quiz of any origin was enough to pass */
  origin?: AttemptOrigin
}

/** Where the learner places a section's claim on the two scales, before the course or after it. */
export interface Belief {
  section: string
  moment: 'before' | 'after'
  approved: boolean
  evidence: EvidenceLevel
  atMs: number
}

/**
 * What the clock said when something happened, where that was dated otherwise: a clock that once ran ahead must not
 * have what comes later stand before it.
 */
export interface ClockReading {
  /** The time it was dated with */
  atMs: number
  clockMs: number
}

/** Everything that is kept of a learner: one history, from which everything else is folded. */
export interface Progress {
  /** By time */
  answers: Answer[]
  attempts: Attempt[]
  beliefs: Belief[]
  /** When each slide (`<section>.<id>`) was first seen, on a slide or on a page */
  seen: Record<string, number>
  /** In the order of `atMs` */
  clocks: ClockReading[]
}

/** A history never changes, so what was once put in order need not be again. */
const indexes = new WeakMap<readonly Answer[], Map<string, Answer[]>>()

/** @returns the answers to one question, oldest first */
export function answersTo({ answers }: Progress, question: string): readonly Answer[] {
  let index = indexes.get(answers)
  if (!index) {
    index = new Map<string, Answer[]>()
    for (const answer of answers) {
      const known = index.get(answer.question)
      if (known)
        known.push(answer)
      else
        index.set(answer.question, [answer])
    }
    indexes.set(answers, index)
  }
  return index.get(question) ?? []
}

/** @returns the newest answer to a question, or `undefined` when there is none since `sinceMs` and before `untilMs` */
export function latestAnswer(progress: Progress, question: string, sinceMs = 0, untilMs = Infinity): Answer | undefined {
  return answersTo(progress, question).findLast(answer => answer.atMs >= sinceMs && answer.atMs < untilMs)
}

/** The year 3000: no clock says more, and what a copy dates later is not sound. What comes after it must be read again. */
export const LATEST_MS = Date.UTC(3000)

/** Lists are in the order of time. @returns when the newest of all that happened did, -1 where nothing did */
function newestMs({ answers, attempts, beliefs, seen }: Progress): number {
  const newest = [answers.at(-1)?.atMs, attempts.at(-1)?.startedAtMs, beliefs.at(-1)?.atMs]
  return Object.values(seen).reduce((a, b) => Math.max(a, b), Math.max(-1, ...newest.filter(atMs => atMs !== undefined)))
}

/**
 * When something happens now. A clock that was set back must not put it before what happened already: a quiz would not
 * count what is answered in it, and what was said before would stand for what is said now.
 * @returns `nowMs`, or a millisecond after the newest of what happened
 */
export function nextTimeMs(progress: Progress, nowMs: number): number {
  return Math.max(nowMs, Math.min(newestMs(progress) + 1, LATEST_MS))
}

/** @returns when a slide that is read now is read: after all that happened, or a clock that once ran ahead would have it be the last for years */
export function nextReadMs(progress: Progress, nowMs: number): number {
  const newest = newestMs(progress)
  return newest > nowMs ? Math.min(newest + 1, LATEST_MS) : nowMs
}

/** Two answers in one moment are dated a millisecond apart, which is nothing to note. */
const CLOCK_NOISE_MS = 60_000

/** @returns the history with one more answer, given now */
export function withAnswer(progress: Progress, answer: Omit<Answer, 'atMs'>, nowMs: number): Progress {
  const atMs = nextTimeMs(progress, nowMs)
  return {
    ...progress,
    answers: [...progress.answers, { ...answer, atMs }],
    clocks: atMs - nowMs < CLOCK_NOISE_MS
      ? progress.clocks
      : [...progress.clocks, { atMs, clockMs: nowMs }],
  }
}

/** @returns what the clock said when something of this history happened that is dated `atMs` */
export function clockOf({ clocks }: Progress): (atMs: number) => number {
  const readings = new Map(clocks.map(({ atMs, clockMs }) => [atMs, clockMs]))
  return atMs => readings.get(atMs) ?? atMs
}
