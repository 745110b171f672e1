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
  /** @returns what to show beside each part (option, gap, or side of an estimate) after the answer */
  reveal: (question: Question, response: Response) => Record<string, OptionMark>
  /** @returns the answer that scores 1 */
  solution: (question: Question) => Response
  /** @returns the question as text, its options and its other lists in the order shown; `listOrders` gives the lists */
  plain: (question: Question, order: readonly string[], lists: ListOrders) => PlainQuestion
}

/** The keys of each list that a question offers beside its options, in the order shown. */
export type ListOrders = Record<string, readonly string[]>

/** A question as text, for print and export. */
export interface PlainQuestion {
  /** What there is to choose from or to fill in, a line each, without the prompt */
  lines: string[]
  /** The solution, in the letters of the lines */
  solution: string
}

/** Is this a key of one of the options, and not of `Object`? */
export function isKeyOf(options: Record<string, Option | string>, key: unknown): key is string {
  return typeof key === 'string' && Object.hasOwn(options, key)
}

/** @returns the value as an object whose own fields may be asked for; an empty one when it is none */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value as Record<string, unknown>
    : {}
}

/** @returns `a)`, `b)`, … for the place of a line */
export function letterOf(place: number): string {
  return `${String.fromCharCode(97 + place)})`
}

/** @returns a line for each option, lettered in this order */
export function letteredLines(options: Record<string, Option | string>, order: readonly string[]): string[] {
  return order.map((key, place) => {
    const option = options[key]!
    return `${letterOf(place)} ${typeof option === 'string' ? option : option.text}`
  })
}
