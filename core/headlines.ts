import type { Answer, Attempt, Progress } from './progress.ts'
import type { ReviewItem } from './review.ts'
import { HEADLINES } from './course.ts'
import { drawQuiz } from './draw.ts'
import { answersTo, clockOf } from './progress.ts'

/** How many headlines one sitting of practice asks */
export const PRACTICE_LENGTH = 10

export type HeadlineForm = 'a' | 'b'

/** One invented headline, with what a draw and a result need. */
export interface HeadlineOutline {
  /** `headlines.<slug>` */
  id: string
  /** The lessons on which its reading turns, the first one first */
  lessons: string[]
  /** It belongs to the headlines before and after the course, and is never practised */
  form?: HeadlineForm
  revision: number
}

/**
 * Draws headlines to practise: every lesson is touched before one is touched again, and of a lesson those come first
 * that were seen least. With `lesson` only those that turn on it.
 * @returns ids, fewer than `count` when there are fewer
 */
export function drawHeadlines(
  headlines: readonly HeadlineOutline[],
  seed: string,
  { lesson, count = PRACTICE_LENGTH, timesSeen }: { lesson?: string, count?: number, timesSeen?: (id: string) => number } = {},
): string[] {
  const open = headlines.filter(({ form, lessons }) => form === undefined && (lesson === undefined || lessons.includes(lesson)))
  return drawQuiz(open.map(({ id, lessons, revision }) => ({ id, about: lessons[0]!, revision, quiz: true })), seed, { count, timesSeen })
}

/** @returns how often each headline was answered: what is practised is the lesson, so one that was missed does not come before another */
export function timesAnsweredBy(progress: Progress): (id: string) => number {
  return id => answersTo(progress, id).length
}

/** @returns the lessons as they come back in the reviews, each practised by any headline that turns on it first; `headlines.<lesson>` */
export function lessonsToReview(headlines: readonly HeadlineOutline[]): ReviewItem[] {
  const practised = headlines.filter(({ form }) => form === undefined)
  return [...new Set(practised.map(({ lessons }) => lessons[0]!))].map(lesson => ({
    id: `${HEADLINES}.${lesson}`,
    questions: practised.filter(({ lessons }) => lessons[0] === lesson).map(({ id }) => id),
  }))
}

/** @returns the headline to ask of a lesson that is due: one that was seen least, and not the one that was read last where there is another */
export function nextHeadline(progress: Progress, { questions }: ReviewItem, seed: string): string {
  const timesSeen = timesAnsweredBy(progress)
  const latest = progress.answers.findLast(({ question }) => questions.includes(question))?.question
  const others = questions.filter(id => id !== latest)
  return drawQuiz(others.map(id => ({ id, about: '', revision: 1, quiz: true })), seed, { count: 1, timesSeen })[0] ?? questions[0]!
}

/** @returns the questions of a form, in the order of the file: both forms ask their lessons in the same order */
export function questionsOfForm(headlines: readonly HeadlineOutline[], form: HeadlineForm): string[] {
  return headlines.filter(headline => headline.form === form).map(({ id }) => id)
}

/** How the headlines of one lesson were read. */
interface LessonResult {
  lesson: string
  /** Headlines that turn on it */
  asked: number
  /** Those that were answered rightly */
  right: number
}

/** How the headlines of one lesson were read in practice, and how sure the reader was. */
export interface LessonPractice extends LessonResult {
  /** Answers that were said to be sure */
  sure: number
  sureRight: number
}

/** @returns for each lesson how many headlines were practised, how many of them were read rightly the last time, and how many of the sure answers were right */
export function lessonResults(progress: Progress, headlines: readonly HeadlineOutline[], lessons: readonly string[]): LessonPractice[] {
  return lessons.map((lesson) => {
    const latest = headlines
      .filter(headline => headline.form === undefined && headline.lessons.includes(lesson))
      .flatMap(({ id }) => answersTo(progress, id).at(-1) ?? [])
    const right = latest.filter(({ score }) => score >= 1)
    const isSure = ({ confidence }: Answer) => confidence === 'sure'
    return { lesson, asked: latest.length, right: right.length, sure: latest.filter(isSure).length, sureRight: right.filter(isSure).length }
  })
}

/** A form that was answered to its end. */
export interface FormResult {
  form: HeadlineForm
  /** What the clock said at the last answer */
  atMs: number
  asked: number
  right: number
  /** In the order of the form; a headline that turns on two lessons counts in both */
  lessons: LessonResult[]
}

/** @returns the form that an attempt asks, or `undefined` for practice */
export function formOf(attempt: Attempt, headlines: readonly HeadlineOutline[]): HeadlineForm | undefined {
  if (attempt.section !== HEADLINES)
    return undefined
  // One that is gone from the bank since says nothing.
  const forms = new Set(attempt.questions.flatMap(id => headlines.find(headline => headline.id === id) ?? []).map(({ form }) => form))
  return forms.size === 1 ? [...forms][0] : undefined
}

/**
 * Folds the sittings before and after the course. The first answer to each of their questions counts, until the form is
 * begun anew: one that was left is not finished by the answers of the next. A headline that is gone from the bank counts
 * where it was answered, and is of no lesson any more.
 * @returns the finished forms, oldest first
 */
export function formResults(progress: Progress, headlines: readonly HeadlineOutline[]): FormResult[] {
  const clock = clockOf(progress)
  const sittings = progress.attempts.map(attempt => ({ attempt, form: formOf(attempt, headlines) }))
  return sittings.flatMap(({ attempt, form }, place) => {
    if (!form)
      return []
    const untilMs = sittings.slice(place + 1).find(later => later.form === form)?.attempt.startedAtMs ?? Infinity
    const asked = attempt.questions.map(id => ({
      lessons: headlines.find(headline => headline.id === id)?.lessons,
      answer: answersTo(progress, id).find(({ atMs }) => atMs >= attempt.sinceMs && atMs < untilMs),
    })).filter(({ lessons, answer }) => lessons || answer)
    const answers = asked.flatMap(({ answer }) => answer ?? [])
    if (answers.length < asked.length)
      return []
    const sumOf = (some: typeof asked) => ({ asked: some.length, right: some.filter(({ answer }) => answer!.score >= 1).length })
    const lessons = [...new Set(asked.flatMap(({ lessons = [] }) => lessons))]
      .map(lesson => ({ lesson, ...sumOf(asked.filter(({ lessons }) => lessons?.includes(lesson))) }))
    return { form, atMs: clock(Math.max(...answers.map(({ atMs }) => atMs))), ...sumOf(asked), lessons }
  })
}

/**
 * @param progress the learner's
 * @param headlines all there are
 * @param seed 0 … 1
 * @returns the form to ask next: by turns, one that was begun and left before any other; which is first is drawn once
 * per learner, by `seed`
 */
export function nextForm(progress: Progress, headlines: readonly HeadlineOutline[], seed: number): HeadlineForm {
  const last = formResults(progress, headlines).at(-1)?.form
  if (last)
    return last === 'a' ? 'b' : 'a'
  const begun = progress.attempts.map(attempt => formOf(attempt, headlines)).find(form => form !== undefined)
  return begun ?? (seed < 0.5 ? 'a' : 'b')
}

/** So long after the headlines that followed the course they are offered once more. */
const AGAIN_DAYS = 30

/** @returns whether the headlines before and after the course are due once more; `dayAt` gives the learner's day of a time */
export function isFormDue(results: readonly FormResult[], dayAt: (atMs: number) => number, today: number): boolean {
  return results.length > 1 && dayAt(results.at(-1)!.atMs) + AGAIN_DAYS <= today
}

/** n over k */
function ways(n: number, k: number): number {
  let product = 1
  for (let i = 1; i <= k; i++)
    product = product * (n - k + i) / i
  return product
}

/**
 * How often luck alone moves the number of right answers so far between two sittings of somebody who reads headlines as
 * well the second time as the first: both are drawn from the same binomial distribution.
 * @param questions of one sitting
 * @param share how many such questions the reader answers rightly in the long run, 0 … 1
 * @param change the difference of right answers, in either direction, from 1 on
 * @returns 0 … 1
 */
export function chanceByLuck(questions: number, share: number, change: number): number {
  const likely = Array.from({ length: questions + 1 }, (_, right) => ways(questions, right) * share ** right * (1 - share) ** (questions - right))
  let sum = 0
  likely.forEach((first, before) => likely.forEach((second, after) => {
    if (Math.abs(after - before) >= change)
      sum += first * second
  }))
  return sum
}
