import type { AskedQuestion } from './course.ts'
import { shuffle } from './draw.ts'
import { isSolvedBy, listsOf } from './question-types/index.ts'

/**
 * The order in which a question's options are shown. An `order` question is never shown in its right order,
 * as leaving it alone would then be an answer.
 * @returns option keys; none for a type that has no options
 */
export function optionOrder(question: AskedQuestion, seed: string): string[] {
  if (!('options' in question))
    return []
  const keys = shuffle(Object.keys(question.options), `${seed} ${question.id}`)
  if (isSolvedBy(question, keys)) {
    return [
      ...keys.slice(1),
      keys[0]!,
    ]
  }
  return keys
}

/** @returns the order of each list that a question offers beside its options: a match's partners, a gap's choices */
export function listOrders(question: AskedQuestion, seed: string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(listsOf(question)).map(([name, keys]) => [name, shuffle(keys, `${seed} ${question.id} ${name}`)]))
}
