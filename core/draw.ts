import type { QuestionOutline } from './course.ts'
import type { Progress } from './progress.ts'
import { fnv1a } from './fnv1a.ts'
import { answersTo } from './progress.ts'

/** How many questions a section quiz draws, where the bank has as many. */
export const QUIZ_LENGTH = 6

/** mulberry32 (Tommy Ettinger, public domain): a small generator, the same on every machine. @returns 0 ≤ x < 1 */
export function randomFrom(seed: string): () => number {
  let state = fnv1a(seed)
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

/** What a draw goes by. */
export interface DrawRules {
  /** `QUIZ_LENGTH` if left out */
  count?: number
  /** `MAIN_COUNT` questions at least are about it, where there are as many that are not to be avoided */
  mainVerdict?: string
  /** How often the learner saw a question; those seen least come first */
  timesSeen?: (id: string) => number
  /** Drawn only where nothing else is left */
  avoid?: readonly string[]
}

/** How many questions of a section quiz are about the section's main verdict */
const MAIN_COUNT = 2

const exclude = (a: QuestionOutline, b: QuestionOutline) => a.notWith?.includes(b.id) || b.notWith?.includes(a.id)

/**
 * Draws a section quiz: no question twice, none beside one that it may not stand with, the main verdict first, and then
 * every verdict of the bank is touched before one is touched again. Among the questions of a verdict those come first
 * that were seen least.
 * @returns ids, in the order in which they are asked; fewer than `count` when the bank has fewer
 */
export function drawQuiz(bank: readonly QuestionOutline[], seed: string, { count = QUIZ_LENGTH, mainVerdict, timesSeen = () => 0, avoid = [] }: DrawRules = {}): string[] {
  const shuffled = shuffle(bank.filter(question => question.quiz), seed)
  const drawn: QuestionOutline[] = []
  while (drawn.length < count) {
    const left = shuffled.filter(question => !drawn.some(other => other === question || exclude(question, other)))
    if (left.length === 0)
      break
    const fresh = left.filter(({ id }) => !avoid.includes(id))
    const main = drawn.length < MAIN_COUNT ? fresh.filter(({ about }) => about === mainVerdict) : []
    const open = [main, fresh, left].find(list => list.length > 0)!
    const touched = ({ about }: QuestionOutline) => drawn.filter(other => other.about === about).length
    drawn.push(least(least(open, touched), ({ id }) => timesSeen(id))[0]!)
  }
  const ids = drawn.map(({ id }) => id)
  // The main verdict is not to be known by its place.
  return mainVerdict === undefined ? ids : shuffle(ids, `order ${seed}`)
}

/** @returns the items of which there is least, in their order */
function least<T>(items: readonly T[], amount: (item: T) => number): T[] {
  const amounts = items.map(amount)
  const fewest = Math.min(...amounts)
  return items.filter((_, place) => amounts[place] === fewest)
}

/** @returns how often the learner saw a question, 0 where the latest answer missed it */
export function timesSeenBy(progress: Progress): (id: string) => number {
  return (id) => {
    const answers = answersTo(progress, id)
    return (answers.at(-1)?.score ?? 0) < 1 ? 0 : answers.length
  }
}
