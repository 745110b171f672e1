import type { QuestionOutline, SectionOutline } from './course.ts'
import type { Answer, Attempt, Progress } from './progress.ts'
import { slugOf } from './course.ts'
import { answersTo, latestAnswer } from './progress.ts'

/** A section quiz counts as passed from here. */
export const PASS_MARK = 0.8

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
  const firstAtMs = questions.map(id => answersTo(progress, id).find(answer =>
    answer.atMs >= attempt.sinceMs && answer.atMs < retakenAtMs)?.atMs ?? Number.POSITIVE_INFINITY)
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

/**
 * Reads a shared quiz from an address: `?questions=recover,who-is-approved&seed=k3x9`. Anybody may have written it.
 * @returns its seed and those of its questions that this section has, which may be none; `undefined` where the address names none
 */
export function sharedQuiz(query: Record<string, unknown>, section: SectionOutline): Pick<Attempt, 'questions' | 'seed'> | undefined {
  if (typeof query.questions !== 'string')
    return undefined
  const slugs = query.questions.slice(0, 2000).split(',')
  const open = new Set(section.questions.filter(question => question.quiz).map(question => question.id))
  const questions = [...new Set(slugs.map(slug => `${section.id}.${slug}`))].filter(id => open.has(id))
  const seed = typeof query.seed === 'string' && /^[a-z0-9-]{1,32}$/.test(query.seed) ? query.seed : 'shared'
  return { questions, seed }
}

/** @returns the address of a quiz for somebody else, after the section's path; see `sharedQuiz` */
export function quizQuery({ questions, seed }: Attempt): string {
  return `?questions=${questions.map(slugOf).join(',')}&seed=${seed}`
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

export type Mastery = 'not-started' | 'learning' | 'passed' | 'mastered'

/**
 * Where the learner stands in a section. Mastered is passed, reviewed on a later day at least once, and nothing due: it
 * falls back to passed when reviews come due, and comes back with them. `reviews` says how many of the section's
 * questions are due, and how many were reviewed on a later day.
 */
export function masteryOf(record: SectionRecord, reviews: { due: number, reviewed: number }): Mastery {
  if (!record.quizPassed)
    return record.state === 'not-started' ? 'not-started' : 'learning'
  return reviews.due === 0 && reviews.reviewed > 0 ? 'mastered' : 'passed'
}

/** @returns the questions whose meaning changed since the learner answered them last */
export function changedSince(progress: Progress, questions: readonly QuestionOutline[]): QuestionOutline[] {
  return questions.filter((question) => {
    const latest = latestAnswer(progress, question.id)
    return latest !== undefined && latest.revision < question.revision
  })
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
