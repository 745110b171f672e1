import type { SectionOutline } from './course.ts'

/** Raised when the shape of what is saved changes; every older shape stays readable. */
export const PROGRESS_VERSION = 1

/** A section quiz counts as passed from here. */
export const PASS_MARK = 0.8

export const answerModes = ['slide', 'page', 'quiz'] as const
export type AnswerMode = (typeof answerModes)[number]

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
}

/** Everything that is kept of a learner. */
export interface Progress {
  version: typeof PROGRESS_VERSION
  answers: Answer[]
  attempts: Attempt[]
  /** When each slide (`<section>.<id>`) was first seen, on a slide or on a page */
  seen: Record<string, number>
}

export function emptyProgress(): Progress {
  return {
    version: PROGRESS_VERSION,
    answers: [],
    attempts: [],
    seen: {},
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]+\.[a-z0-9-]+$/.test(value)

function isAnswer(value: unknown): value is Answer {
  return isObject(value) && isId(value.question) && isTime(value.atMs)
    && typeof value.score === 'number' && value.score >= 0 && value.score <= 1
    && answerModes.includes(value.mode as AnswerMode) && Number.isInteger(value.revision)
}

function isAttempt(value: unknown): value is Attempt {
  return isObject(value) && typeof value.section === 'string' && typeof value.seed === 'string'
    && Array.isArray(value.questions) && value.questions.every(isId) && isTime(value.sinceMs) && isTime(value.startedAtMs)
}

function compare(a: string, b: string) {
  return a < b
    ? -1
    : a > b
      ? 1
      : 0
}
const byTime = (a: Answer, b: Answer) => a.atMs - b.atMs || compare(a.question, b.question)

/**
 * Reads saved progress, whatever it holds.
 * @returns what could be read, and `newer` when a later version of the course saved it: then it must not be written over
 */
export function readProgress(saved: unknown): { progress: Progress, newer: boolean } {
  const progress = emptyProgress()
  if (!isObject(saved))
    return { progress, newer: false }
  if (typeof saved.version === 'number' && saved.version > PROGRESS_VERSION)
    return { progress, newer: true }
  if (Array.isArray(saved.answers))
    progress.answers = saved.answers.filter(isAnswer).sort(byTime)
  if (Array.isArray(saved.attempts))
    progress.attempts = saved.attempts.filter(isAttempt)
  if (isObject(saved.seen))
    progress.seen = Object.fromEntries(Object.entries(saved.seen).filter((entry): entry is [string, number] => isId(entry[0]) && isTime(entry[1])))
  return { progress, newer: false }
}

function union<T>(a: T[], b: T[], key: (item: T) => string): T[] {
  return [
    ...new Map([
      ...a,
      ...b,
    ].map(item => [
      key(item),
      item,
    ])).values(),
  ]
}

/** Puts two histories together: what either tab knows is kept. @returns the same in either order and any number of times */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const seen = { ...a.seen }
  for (const [slide, atMs] of Object.entries(b.seen))
    seen[slide] = Math.min(atMs, seen[slide] ?? atMs)
  return {
    version: PROGRESS_VERSION,
    answers: union(a.answers, b.answers, answer => JSON.stringify(answer))
      .sort((x, y) => byTime(x, y) || compare(JSON.stringify(x), JSON.stringify(y))),
    attempts: union(a.attempts, b.attempts, attempt => JSON.stringify(attempt))
      .sort((x, y) => x.startedAtMs - y.startedAtMs || compare(JSON.stringify(x), JSON.stringify(y))),
    seen: Object.fromEntries(Object.entries(seen).sort((x, y) => compare(x[0], y[0]))),
  }
}

/** @returns the newest answer to a question, or `undefined` when there is none since `sinceMs` and before `untilMs` */
export function latestAnswer(progress: Progress, question: string, sinceMs = 0, untilMs = Infinity): Answer | undefined {
  return progress.answers.findLast(answer => answer.question === question && answer.atMs >= sinceMs && answer.atMs < untilMs)
}

export interface QuizResult {
  /** The answers that count, in the order of the questions; unanswered ones are left out */
  answers: Answer[]
  total: number
  /** Mean over all questions, 0 … 1; only when every one is answered */
  score?: number
  passed: boolean
}

/**
 * Folds an attempt's answers. Questions that the course no longer has (`known`) do not count. A finished attempt stands
 * as it was when its last question was answered: what is answered later, on a page or in a retake, changes nothing in it.
 */
export function quizResult(progress: Progress, attempt: Attempt, known: (id: string) => boolean): QuizResult {
  const questions = attempt.questions.filter(known)
  const retakenAtMs = Math.min(...progress.attempts
    .filter(other => other.section === attempt.section && other.startedAtMs > attempt.startedAtMs)
    .map(other => other.startedAtMs))
  const firstAtMs = questions.map(id => progress.answers.find(answer =>
    answer.question === id && answer.atMs >= attempt.sinceMs && answer.atMs < retakenAtMs)?.atMs ?? Number.POSITIVE_INFINITY)
  const completeAtMs = Math.max(attempt.startedAtMs, ...firstAtMs)
  const untilMs = Math.min(retakenAtMs, completeAtMs + 1)

  const answers = questions.map(id => latestAnswer(progress, id, attempt.sinceMs, untilMs)).filter(answer => answer !== undefined)
  if (questions.length === 0 || answers.length < questions.length)
    return { answers, total: questions.length, passed: false }
  const score = answers.reduce((sum, answer) => sum + answer.score, 0) / answers.length
  // 0.8 of 6 questions with thirds in them must not fail by the last bit of a float.
  return { answers, total: questions.length, score, passed: score >= PASS_MARK - 1e-9 }
}

/** @returns the attempt that is running or was finished last */
export function latestAttempt(progress: Progress, section: string): Attempt | undefined {
  return progress.attempts.findLast(attempt => attempt.section === section)
}

export interface SectionRecord {
  slidesSeen: number
  slidesTotal: number
  checksAnswered: number
  checksTotal: number
  /** The best finished quiz, 0 … 1 */
  quizScore?: number
  quizPassed: boolean
  state: 'not-started' | 'learning' | 'learned'
}

/** Folds everything that is known of a learner into where they stand in one section. */
export function sectionRecord(progress: Progress, section: SectionOutline): SectionRecord {
  const known = new Set(section.questions.map(question => question.id))
  const slidesSeen = section.slides.filter(slide => slide.id in progress.seen).length
  const checksAnswered = section.checks.filter(id => latestAnswer(progress, id)).length
  const scores = progress.attempts.filter(attempt => attempt.section === section.id)
    .map(attempt => quizResult(progress, attempt, id => known.has(id)).score)
    .filter(score => score !== undefined)
  const quizScore = scores.length > 0
    ? Math.max(...scores)
    : undefined
  const quizPassed = quizScore !== undefined && quizScore >= PASS_MARK - 1e-9
  const learned = quizPassed || (slidesSeen === section.slides.length && checksAnswered === section.checks.length)
  const started = slidesSeen > 0 || progress.answers.some(answer => known.has(answer.question))
  return {
    slidesSeen,
    slidesTotal: section.slides.length,
    checksAnswered,
    checksTotal: section.checks.length,
    quizScore,
    quizPassed,
    state: learned
      ? 'learned'
      : started ? 'learning' : 'not-started',
  }
}

/**
 * Where to go on.
 * @returns the section that was touched last if it is unfinished, else the next unfinished one in the course's order;
 * `undefined` when all are learned
 */
export function whereToContinue(progress: Progress, sections: readonly SectionOutline[]): SectionOutline | undefined {
  const open = (section: SectionOutline) => sectionRecord(progress, section).state !== 'learned'
  const touchedAtMs = (section: SectionOutline) => Math.max(
    0,
    ...section.slides.map(slide => progress.seen[slide.id] ?? 0),
    ...section.questions.map(question => latestAnswer(progress, question.id)?.atMs ?? 0),
  )
  const last = sections.reduce<SectionOutline | undefined>((best, section) =>
    touchedAtMs(section) > (best
      ? touchedAtMs(best)
      : 0)
      ? section
      : best, undefined)
  if (last && open(last))
    return last
  return sections.slice(last
    ? sections.indexOf(last) + 1
    : 0).find(open) ?? sections.find(open)
}
