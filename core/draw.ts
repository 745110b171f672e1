import type { QuestionOutline } from './course.ts'
import type { Progress } from './progress.ts'
import { answersTo } from './progress.ts'

/** How many questions a section quiz draws, where the bank has as many. */
export const QUIZ_LENGTH = 6

/** FNV-1a, 32 bits: spreads a text over the whole range of seeds. */
function hash(text: string): number {
  let h = 0x811C9DC5
  for (const char of text)
    h = Math.imul(h ^ char.codePointAt(0)!, 0x01000193)
  return h >>> 0
}

/** mulberry32 (Tommy Ettinger, public domain): a small generator, the same on every machine. @returns 0 ≤ x < 1 */
function randomFrom(seed: string): () => number {
  let state = hash(seed)
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Fisher–Yates. @returns a new array, the same for the same seed */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const random = randomFrom(seed)
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/**
 * Draws a section quiz: no question twice, and every verdict of the bank is touched before one is touched again. Among
 * the questions of a verdict those come first that were seen least; one that was missed last time counts as never seen.
 * How often a question was seen, `timesSeen` says (`timesSeenBy`).
 * @returns ids, in the order in which they are asked; fewer than `count` when the bank has fewer
 */
export function drawQuiz(bank: readonly QuestionOutline[], seed: string, count = QUIZ_LENGTH, timesSeen: (id: string) => number = () => 0): string[] {
  const left = shuffle(bank.filter(question => question.quiz), seed)
  const drawn: QuestionOutline[] = []
  while (drawn.length < count && left.length > 0) {
    const touched = (question: QuestionOutline) => drawn.filter(other => other.about === question.about).length
    const fewest = Math.min(...left.map(touched))
    const open = left.filter(question => touched(question) === fewest)
    const least = Math.min(...open.map(question => timesSeen(question.id)))
    const next = open.find(question => timesSeen(question.id) === least)!
    drawn.push(...left.splice(left.indexOf(next), 1))
  }
  return drawn.map(question => question.id)
}

/** @returns how often the learner saw a question, 0 where the latest answer missed it */
export function timesSeenBy(progress: Progress): (id: string) => number {
  return (id) => {
    const answers = answersTo(progress, id)
    return (answers.at(-1)?.score ?? 0) < 1 ? 0 : answers.length
  }
}
