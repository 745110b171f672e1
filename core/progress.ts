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
}

/** Where the learner places a section's claim on the two scales, before the course or after it. */
export interface Belief {
  section: string
  moment: 'before' | 'after'
  approved: boolean
  evidence: EvidenceLevel
  atMs: number
}

/** Everything that is kept of a learner: one history, from which everything else is folded. */
export interface Progress {
  /** In the order of `compareAnswers` */
  answers: Answer[]
  attempts: Attempt[]
  beliefs: Belief[]
  /** When each slide (`<section>.<id>`) was first seen, on a slide or on a page */
  seen: Record<string, number>
}

export function emptyProgress(): Progress {
  return {
    answers: [],
    attempts: [],
    beliefs: [],
    seen: {},
  }
}

function compare(a: string, b: string) {
  return a < b
    ? -1
    : a > b
      ? 1
      : 0
}

// Written out, as two programs may hold the same fields in another order.
const fieldsOf = ({ response, score, mode, revision, confidence }: Answer) => [response, score, mode, revision, confidence]

/** By time; what happened in the same millisecond in an order that does not depend on who knew it first. */
export function compareAnswers(a: Answer, b: Answer): number {
  return a.atMs - b.atMs || compare(a.question, b.question) || compare(JSON.stringify(fieldsOf(a)), JSON.stringify(fieldsOf(b)))
}

const compareAttempts = (a: Attempt, b: Attempt) => a.startedAtMs - b.startedAtMs || compare(JSON.stringify(a), JSON.stringify(b))
const compareBeliefs = (a: Belief, b: Belief) => a.atMs - b.atMs || compare(JSON.stringify(a), JSON.stringify(b))

/** @returns both lists as one, in order and without doubles; both are sorted already as a rule, which makes it fast */
function union<T>(a: readonly T[], b: readonly T[], compareItems: (a: T, b: T) => number): T[] {
  const [left, right] = [a, b].map(list => list.every((item, place) => place === 0 || compareItems(list[place - 1]!, item) <= 0)
    ? list
    : [...list].sort(compareItems)) as [readonly T[], readonly T[]]
  const merged: T[] = []
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const takeLeft = j >= right.length || (i < left.length && compareItems(left[i]!, right[j]!) <= 0)
    const item = takeLeft ? left[i++]! : right[j++]!
    if (merged.length === 0 || compareItems(merged.at(-1)!, item) !== 0)
      merged.push(item)
  }
  return merged
}

/** @returns what of `a` is not in `b`, in order */
function difference<T>(a: readonly T[], b: readonly T[], compareItems: (a: T, b: T) => number): T[] {
  const [left, right] = [[...a].sort(compareItems), [...b].sort(compareItems)]
  let place = 0
  return left.filter((item) => {
    while (place < right.length && compareItems(right[place]!, item) < 0)
      place++
    return place === right.length || compareItems(right[place]!, item) !== 0
  })
}

/** Puts two histories together: what either tab knows is kept. @returns the same in either order and any number of times */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const seen = { ...a.seen }
  for (const [slide, atMs] of Object.entries(b.seen))
    seen[slide] = Math.min(atMs, seen[slide] ?? atMs)
  return {
    answers: union(a.answers, b.answers, compareAnswers),
    attempts: union(a.attempts, b.attempts, compareAttempts),
    beliefs: union(a.beliefs, b.beliefs, compareBeliefs),
    seen: Object.fromEntries(Object.entries(seen).sort((x, y) => compare(x[0], y[0]))),
  }
}

/** @returns what `a` holds and `b` does not */
export function withoutProgress(a: Progress, b: Progress): Progress {
  return {
    answers: difference(a.answers, b.answers, compareAnswers),
    attempts: difference(a.attempts, b.attempts, compareAttempts),
    beliefs: difference(a.beliefs, b.beliefs, compareBeliefs),
    seen: Object.fromEntries(Object.entries(a.seen).filter(([slide]) => !(slide in b.seen))),
  }
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

/**
 * When something happens now. A clock that was set back must not put it before what happened already.
 * @returns `nowMs`, or a millisecond after the newest answer
 */
export function nextTimeMs({ answers }: Progress, nowMs: number): number {
  return Math.max(nowMs, (answers.at(-1)?.atMs ?? -1) + 1)
}

export type CheckState = 'open' | 'second-try' | 'done'

/** On slides and pages a question gives two tries. @returns whether the next answer is a second try, or the question is done */
export function checkState(progress: Progress, question: string): CheckState {
  let state = 'open' as CheckState
  for (const { mode, score } of answersTo(progress, question)) {
    if (mode === 'slide' || mode === 'page')
      state = score < 1 && state !== 'second-try' ? 'second-try' : 'done'
    else
      state = 'done'
  }
  return state
}
