import type { QuestionOutline, SectionOutline } from './course.ts'
import type { Answer, Attempt, Progress } from './progress.ts'
import { isHeadline, sectionOf, slugOf } from './course.ts'
import { QUIZ_LENGTH } from './draw.ts'
import { answersTo, clockOf, latestAnswer } from './progress.ts'

/** From this share on a quiz is enough. */
export const PASS_MARK = 0.8

export interface QuizResult {
  /** The answers that count, in the order of the questions; unanswered ones are left out */
  answers: Answer[]
  total: number
  /** Mean over all questions, 0 … 1; only when every one is answered */
  score?: number
  /** Whether the score reaches the mark */
  isEnough: boolean
  /** When the last question was answered; only when every one is */
  completeAtMs?: number
}

/**
 * What a quiz is worth: it counts towards "passed" when the course drew it, of six questions at least. Repeated, shared
 * and short ones are practice. Under the old rule one quiz of any origin was enough.
 */
export type QuizKind = 'counted' | 'old-rule' | 'repeated' | 'shared' | 'short'

/** @returns which of them an attempt is; one of before origins were saved is of the old rule */
export function quizKind({ origin, questions }: Attempt): QuizKind {
  if (origin === undefined)
    return 'old-rule'
  if (origin !== 'drawn')
    return origin
  return questions.length >= QUIZ_LENGTH ? 'counted' : 'short'
}

/**
 * Finds what counts in an attempt as an answer to one of its questions. Once a newer attempt of the section was begun,
 * answers go to that one, but for those given in a quiz to a question that it does not ask: they can only be of this
 * one, which went on on another device, and must not be lost when a copy from there is brought in.
 * @returns them, oldest first
 */
function answersIn(progress: Progress, attempt: Attempt, id: string): Answer[] {
  const newer = progress.attempts.filter(other => other.section === attempt.section && other.startedAtMs > attempt.startedAtMs)
  const firstOf = (attempts: Attempt[]) => Math.min(...attempts.map(({ startedAtMs }) => startedAtMs))
  const [newerAtMs, askedAgainAtMs] = [firstOf(newer), firstOf(newer.filter(({ questions }) => questions.includes(id)))]
  return answersTo(progress, id).filter(({ atMs, mode }) => atMs >= attempt.sinceMs && atMs < (mode === 'quiz' ? askedAgainAtMs : newerAtMs))
}

/**
 * Folds an attempt's answers. The first answer to each question counts; under the old rule it was the last one until
 * the quiz was finished. Questions that the course no longer has (`known`) do not count. A finished attempt stands as it
 * was when its last question was answered: what is answered later, on a page or in a retake, changes nothing in it.
 */
export function quizResult(progress: Progress, attempt: Attempt, known: (id: string) => boolean): QuizResult {
  const questions = attempt.questions.filter(known)
  const given = questions.map(id => answersIn(progress, attempt, id))
  const completeAtMs = Math.max(attempt.startedAtMs, ...given.map(([first]) => first?.atMs ?? Number.POSITIVE_INFINITY))

  const answers = given
    .map(all => quizKind(attempt) === 'old-rule' ? all.findLast(({ atMs }) => atMs <= completeAtMs) : all[0])
    .filter(answer => answer !== undefined)
  if (questions.length === 0 || answers.length < questions.length)
    return { answers, total: questions.length, isEnough: false }
  const score = answers.reduce((sum, answer) => sum + answer.score, 0) / answers.length
  // 0.8 of 6 questions with thirds in them must not fail by the last bit of a float.
  return { answers, total: questions.length, score, isEnough: score >= PASS_MARK - 1e-9, completeAtMs }
}

/** @returns the attempt that is running or was finished last */
export function latestAttempt(progress: Progress, section: string): Attempt | undefined {
  return progress.attempts.findLast(attempt => attempt.section === section)
}

/** @returns whether the attempt is still there: a fresh start in another tab takes it away */
export function hasAttempt({ attempts }: Pick<Progress, 'attempts'>, { section, seed, startedAtMs }: Attempt): boolean {
  return attempts.some(other => other.section === section && other.seed === seed && other.startedAtMs === startedAtMs)
}

/**
 * Reads a shared quiz from an address: `?questions=recover,who-is-approved&seed=k3x9`. Anybody may have written it.
 * @returns its seed, those of its questions that this section has, which may be none, and headlines beside them, which may be gone; `undefined` where the address names none
 */
export function sharedQuiz(query: Record<string, unknown>, section: SectionOutline): Pick<Attempt, 'questions' | 'seed'> | undefined {
  if (typeof query.questions !== 'string')
    return undefined
  const ids = query.questions.slice(0, 2000).split(',').map(slug => isHeadline(slug) ? slug : `${section.id}.${slug}`)
  const open = new Set(section.questions.filter(question => question.quiz).map(question => question.id))
  const known = [...new Set(ids)].filter(id => open.has(id) || /^headlines\.[a-z0-9-]{1,80}$/.test(id))
  const questions = known.some(id => open.has(id)) ? known : []
  const seed = typeof query.seed === 'string' && /^[a-z0-9-]{1,32}$/.test(query.seed) ? query.seed : 'shared'
  return { questions, seed }
}

/** @returns the address of a quiz for somebody else, after the section's path; see `sharedQuiz` */
export function quizQuery({ questions, seed }: Attempt): string {
  return `?questions=${questions.map(id => isHeadline(id) ? id : slugOf(id)).join(',')}&seed=${seed}`
}

/** One quiz that counts was enough: practised; two of them, on two days and with no question in common: passed. */
export type QuizStanding = 'open' | 'practised' | 'passed'

export interface SectionRecord {
  slidesSeen: number
  slidesTotal: number
  checksAnswered: number
  checksTotal: number
  /** The best finished quiz that counts, 0 … 1 */
  quizScore?: number
  quiz: QuizStanding
  /** Passed by one quiz, before two were asked for */
  isOldRule: boolean
  state: 'not-started' | 'learning' | 'learned'
}

/** A finished quiz that was enough and counts */
interface CountedQuiz {
  questions: string[]
  day: number
}

/** @returns whether one quiz confirms the other; they may share questions where the section's bank is too small for two */
function confirm(a: CountedQuiz, b: CountedQuiz, section: SectionOutline): boolean {
  const ownOf = ({ questions }: CountedQuiz) => questions.filter(id => sectionOf(id) === section.id)
  const [first, second] = [ownOf(a), ownOf(b)]
  const isBankSmall = section.questions.filter(({ quiz }) => quiz).length < first.length + second.length
  return a.day !== b.day && (isBankSmall || !first.some(id => second.includes(id)))
}

/** @returns whether the section has this question. A headline is of no section, and counts though it may be gone from its bank since. */
export function knownIn(section: SectionOutline): (id: string) => boolean {
  const own = new Set(section.questions.map(question => question.id))
  return id => own.has(id) || isHeadline(id)
}

/** @returns the finished attempts of a section, oldest first, with their results; practice is left out */
function finishedQuizzes(progress: Progress, section: SectionOutline): { attempt: Attempt, kind: QuizKind, result: QuizResult }[] {
  const known = knownIn(section)
  return progress.attempts
    .filter(attempt => attempt.section === section.id)
    .map(attempt => ({ attempt, kind: quizKind(attempt) }))
    .filter(({ kind }) => kind === 'counted' || kind === 'old-rule')
    .map(({ attempt, kind }) => ({ attempt, kind, result: quizResult(progress, attempt, known) }))
    .filter(({ result }) => result.score !== undefined)
}

/** @returns the questions of the latest quiz that counts and was enough: a quiz that confirms it asks none of them */
export function questionsToAvoid(progress: Progress, section: SectionOutline): string[] {
  return finishedQuizzes(progress, section).findLast(({ kind, result }) => kind === 'counted' && result.isEnough)?.attempt.questions ?? []
}

/** Folds everything that is known of a learner into where they stand in one section; `dayAt` gives the learner's day of a time. */
export function sectionRecord(progress: Progress, section: SectionOutline, dayAt: (atMs: number) => number): SectionRecord {
  const own = new Set(section.questions.map(question => question.id))
  const slidesSeen = section.slides.filter(slide => slide.id in progress.seen).length
  const checksAnswered = section.checks.filter(id => latestAnswer(progress, id)).length
  const finished = finishedQuizzes(progress, section)
  const clock = clockOf(progress)
  const enough = finished.filter(({ kind, result }) => kind === 'counted' && result.isEnough)
    .map(({ attempt, result }) => ({ questions: attempt.questions, day: dayAt(clock(result.completeAtMs!)) }))
  const isConfirmed = enough.some((quiz, place) => enough.slice(0, place).some(earlier => confirm(earlier, quiz, section)))
  const wasPassed = finished.some(({ kind, result }) => kind === 'old-rule' && result.isEnough)
  const isPassed = isConfirmed || wasPassed
  const learned = isPassed || (slidesSeen === section.slides.length && checksAnswered === section.checks.length)
  const started = slidesSeen > 0 || progress.answers.some(answer => own.has(answer.question))
  return {
    slidesSeen,
    slidesTotal: section.slides.length,
    checksAnswered,
    checksTotal: section.checks.length,
    quizScore: finished.length > 0 ? Math.max(...finished.map(({ result }) => result.score!)) : undefined,
    quiz: isPassed ? 'passed' : enough.length > 0 ? 'practised' : 'open',
    isOldRule: wasPassed && !isConfirmed,
    state: learned
      ? 'learned'
      : started ? 'learning' : 'not-started',
  }
}

export type Mastery = 'not-started' | 'learning' | 'practised' | 'passed' | 'mastered'

/**
 * Where the learner stands in a section. Mastered is passed, reviewed on a later day at least once, and nothing due: it
 * falls back to passed when reviews come due, and comes back with them. `reviews` says how many of the section's
 * questions are due, and how many were reviewed on a later day.
 */
export function masteryOf(record: SectionRecord, reviews: { due: number, reviewed: number }): Mastery {
  if (record.quiz === 'passed')
    return reviews.due === 0 && reviews.reviewed > 0 ? 'mastered' : 'passed'
  if (record.quiz === 'practised')
    return 'practised'
  return record.state === 'not-started' ? 'not-started' : 'learning'
}

/** @returns the questions whose meaning changed since the learner answered them last */
export function changedSince(progress: Progress, questions: readonly QuestionOutline[]): QuestionOutline[] {
  return questions.filter((question) => {
    const latest = latestAnswer(progress, question.id)
    return latest !== undefined && latest.revision < question.revision
  })
}
