import type { Option, OptionMark } from '../course.ts'

declare const isPublic: unique symbol

/** What every question shows before it is answered. A whole question is no public one: only `publicPart` makes one. */
export interface PublicBase {
  readonly [isPublic]: true
  id: string
  prompt: string
}

/** An option as it is shown before the answer. */
export interface PublicOption {
  text: string
}

/** What each type shows of itself before the answer, beside `PublicBase`. */
type PublicFields<Public extends PublicBase> = Omit<Public, keyof PublicBase>

/** What is shown beside each part (option, gap, choice of a gap, side of an estimate) once the answer is checked. */
interface Marked {
  marks: Record<string, OptionMark>
  feedback: Record<string, string>
  /** Where a part belongs: the key of its partner or bin, its place from 1 on, or the right filling of a gap */
  belongs: Record<string, string>
}

/** All that is shown once the answer is checked. */
export interface Revealed<Response = unknown> extends Marked {
  /** The answer that scores 1 */
  solution: Response
  explanation: string
}

/** What may be missing before an answer may be sent, and what is known of it. */
export interface MissingDetails {
  'option': object
  'options': object
  'spot': object
  'order': object
  /** Some items have no place in the order, or one has two */
  'places': object
  'guess-in-range': { min: number, max: number }
  'partners': { count: number }
  'bins': { count: number }
  'gaps': { count: number }
  /** What was given is not among what the question shows: damaged data, or an older wording */
  'shown-options': object
  'shown-items': object
  'shown-gaps': object
}

/** Why an answer may not be sent, as a code; `words/` has the sentences. */
export type Missing = { [Code in keyof MissingDetails]: { missing: Code } & MissingDetails[Code] }[keyof MissingDetails]

/**
 * What each type of question knows about itself. Pure: no chance, no clock.
 * `Response` is the shape of a complete answer to a question of this type.
 */
export interface QuestionType<Question, Response, Public extends PublicBase> {
  /** @returns what may be shown before the answer: nothing of it hangs on the key, on feedback, or on the order in the file */
  publicPart: (question: Question) => PublicFields<Public>
  /**
   * May this be sent? Takes any value, as saved data may hold anything.
   * @returns what is missing, or `undefined` when it may be sent
   */
  validate: (question: Question, response: unknown) => Missing | undefined
  /** @returns 0 … 1; the rule stands in words above each one. Only for responses that `validate` lets through. */
  score: (question: Question, response: Response) => number
  /** @returns what to show beside each part after the answer. Only for responses that `validate` lets through. */
  reveal: (question: Question, response: Response) => Marked
  /** @returns the answer that scores 1 */
  solution: (question: Question) => Response
  /** @returns the keys of each list that is offered beside the options, to be shown in an order of chance */
  lists?: (question: Question) => ListOrders
  /** @returns whether options in this order would be the answer already */
  isSolvedBy?: (question: Question, order: readonly string[]) => boolean
  /** @returns the question as text, its options and its other lists in the order shown; `listOrders` gives the lists */
  plain: (question: Question, order: readonly string[], lists: ListOrders, words: PlainWords) => PlainQuestion
}

/** The keys of each list that a question offers beside its options, in the order shown. */
export type ListOrders = Record<string, readonly string[]>

/** What is said around a question as text. */
export interface PlainWords {
  allThatFit: string
  inOrder: string
  estimate: (range: { min: number, max: number, unit: string }) => string
  estimated: (truth: { answer: number, tolerance: number, unit: string }) => string
}

/** A question as text, for print and export. */
export interface PlainQuestion {
  /** What there is to choose from or to fill in, a line each, without the prompt */
  lines: string[]
  /** The solution, in the letters of the lines */
  solution: string
}

/** @returns the record with its keys in the order of the alphabet, so that the order in the file tells nothing */
export function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.keys(record).sort().map(key => [key, record[key]!]))
}

/** @returns the texts of the options, without their feedback */
export function publicOptions(options: Record<string, Option>): Record<string, PublicOption> {
  return sorted(Object.fromEntries(Object.entries(options).map(([key, { text }]) => [key, { text }])))
}

/** @returns the feedback of each option */
export function feedbackOf(options: Record<string, { feedback: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([key, { feedback }]) => [key, feedback]))
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
