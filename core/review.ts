import type { Answer, Progress } from './progress.ts'
import { createEmptyCard, fsrs, generatorParameters, Rating } from 'ts-fsrs'
import { answersTo, clockOf } from './progress.ts'

/** What comes back: a question, or a lesson that each of several questions practises. */
export interface ReviewItem {
  id: string
  questions: readonly string[]
}

/** The place of an item in the reviews. Days are those of `dayOf`. */
export interface ReviewCard {
  /** The id of the item */
  item: string
  /** The day from which it is due */
  dueDay: number
  /** Days from the last review to the day it is due */
  intervalDays: number
  /** Reviews on days after the first */
  reviews: number
}

type Grade = Exclude<Rating, Rating.Manual>

const DAY_MS = 86_400_000

/**
 * FSRS with its default weights and a retention of 0.9. The smallest step is a day, as a question is reviewed once a
 * day at most; so the steps of minutes that FSRS knows are off.
 */
const scheduler = fsrs(generatorParameters({ request_retention: 0.9, enable_short_term: false }))

/** Half right or less is forgotten; a right guess is hard, a right answer that was sure is easy. */
export function gradeOf({ score, confidence }: Pick<Answer, 'score' | 'confidence'>): Grade {
  if (score <= 0.5)
    return Rating.Again
  if (score < 1 || confidence === 'guess')
    return Rating.Hard
  return confidence === 'sure' ? Rating.Easy : Rating.Good
}

/**
 * Folds the answers to one item, oldest first, into its card. Only the first answer of a day counts: what is answered again a
 * minute later shows memory of a minute. `days` has the day of each answer.
 */
function cardOf(item: string, answers: readonly Answer[], days: readonly number[]): ReviewCard | undefined {
  let card = createEmptyCard(new Date(0))
  let lastDay = Number.NEGATIVE_INFINITY
  let reviews = -1
  for (const [place, answer] of answers.entries()) {
    const day = days[place]!
    if (day <= lastDay)
      continue
    card = scheduler.next(card, new Date(day * DAY_MS), gradeOf(answer)).card
    lastDay = day
    reviews++
  }
  return reviews < 0
    ? undefined
    : { item, dueDay: Math.round(card.due.getTime() / DAY_MS), intervalDays: card.scheduled_days, reviews }
}

/**
 * The days on which answers were given, whatever the clock said meanwhile. An answer from the future was given before
 * the one that follows it, or today; and no answer to an item was given after a later one to it.
 */
function daysGiven(progress: Progress, dayAt: (atMs: number) => number, today: number): (answers: readonly Answer[]) => number[] {
  const clock = clockOf(progress)
  const fromFuture = new Map<Answer, number>()
  let next = today
  for (let place = progress.answers.length - 1; place >= 0; place--) {
    const answer = progress.answers[place]!
    if (dayAt(answer.atMs) <= today)
      break
    const day = dayAt(clock(answer.atMs))
    if (day > today)
      fromFuture.set(answer, next)
    else
      next = day
  }
  return (answers) => {
    const days = answers.map(answer => fromFuture.get(answer) ?? dayAt(clock(answer.atMs)))
    for (let place = days.length - 2; place >= 0; place--)
      days[place] = Math.min(days[place]!, days[place + 1]!)
    return days
  }
}

/** @returns the question with this id as an item of its own */
export function questionToReview(id: string): ReviewItem {
  return { id, questions: [id] }
}

/** @returns the cards of all items that were answered and that the course has (`items`), the most overdue first; `dayAt` gives the learner's day of a time */
export function reviewCards(progress: Progress, items: readonly ReviewItem[], dayAt: (atMs: number) => number, today: number): ReviewCard[] {
  const days = daysGiven(progress, dayAt, today)
  return items
    .flatMap(({ id, questions }) => {
      const answers = questions.length === 1
        ? answersTo(progress, questions[0]!)
        : questions.flatMap(question => answersTo(progress, question)).sort((a, b) => a.atMs - b.atMs)
      return cardOf(id, answers, days(answers)) ?? []
    })
    .sort((a, b) => a.dueDay - b.dueDay)
}

/** @returns the cards that are due */
export function dueCards(cards: readonly ReviewCard[], today: number): ReviewCard[] {
  return cards.filter(card => card.dueDay <= today)
}
