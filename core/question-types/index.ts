import type { OptionMark, Question } from '../course.ts'
import type { ListOrders, PlainQuestion, QuestionType } from './type.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { estimate } from './estimate.ts'
import { gap } from './gap.ts'
import { hotspot } from './hotspot.ts'
import { match } from './match.ts'
import { order } from './order.ts'
import { sort } from './sort.ts'

const questionTypes: Record<Question['type'], QuestionType<any, any>> = { choice, choices, order, match, sort, gap, estimate, hotspot }

/** @returns what is missing before this may be sent, as a sentence, or `undefined`; any value may be passed */
export function validate(question: Question, response: unknown): string | undefined {
  return questionTypes[question.type].validate(question, response)
}

/** @returns 0 … 1; call it only with what `validate` let through */
export function score(question: Question, response: unknown): number {
  return questionTypes[question.type].score(question, response)
}

/** @returns for each part (option, gap, side of an estimate) whether it was right, wrong, missed, or rightly left; call it only with what `validate` let through */
export function reveal(question: Question, response: unknown): Record<string, OptionMark> {
  return questionTypes[question.type].reveal(question, response)
}

/** @returns the answer that scores 1 */
export function solution(question: Question): unknown {
  return questionTypes[question.type].solution(question)
}

/** @returns the question as text, its options and other lists in these orders; see `optionOrder` and `listOrders` */
export function plain(question: Question, order: readonly string[], lists: ListOrders): PlainQuestion {
  return questionTypes[question.type].plain(question, order, lists)
}

export type Outcome = 'correct' | 'partly-right' | 'not-quite'

/** @param scored 0 … 1 */
export function outcomeOf(scored: number): Outcome {
  if (scored >= 1)
    return 'correct'
  return scored > 0
    ? 'partly-right'
    : 'not-quite'
}
