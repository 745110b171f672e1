import type { OptionMark, Question } from '../course.ts'
import type { QuestionType } from './type.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { match } from './match.ts'
import { order } from './order.ts'

const questionTypes: Record<Question['type'], QuestionType<any, any>> = { choice, choices, order, match }

/** @returns what is missing before this may be sent, as a sentence, or `undefined`; any value may be passed */
export function validate(question: Question, response: unknown): string | undefined {
  return questionTypes[question.type].validate(question, response)
}

/** @returns 0 … 1; call it only with what `validate` let through */
export function score(question: Question, response: unknown): number {
  return questionTypes[question.type].score(question, response)
}

/** @returns for each option whether it was right, wrong, missed, or rightly left; call it only with what `validate` let through */
export function reveal(question: Question, response: unknown): Record<string, OptionMark> {
  return questionTypes[question.type].reveal(question, response)
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
