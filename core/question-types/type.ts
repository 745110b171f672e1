import type { Option, OptionMark } from '../course.ts'

/**
 * What each type of question knows about itself. Pure: no chance, no clock.
 * `Response` is the shape of a complete answer to a question of this type.
 */
export interface QuestionType<Question, Response> {
  /**
   * May this be sent? Takes any value, as saved data may hold anything.
   * @returns what is missing, as a sentence for the learner, or `undefined` when it may be sent
   */
  validate: (question: Question, response: unknown) => string | undefined
  /** @returns 0 … 1; the rule stands in words above each one. Only for responses that `validate` lets through. */
  score: (question: Question, response: Response) => number
  /** @returns what to show beside each option after the answer */
  reveal: (question: Question, response: Response) => Record<string, OptionMark>
}

/** Is this a key of one of the options, and not of `Object`? */
export function isKeyOf(options: Record<string, Option | string>, key: unknown): key is string {
  return typeof key === 'string' && Object.hasOwn(options, key)
}
