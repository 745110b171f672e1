import type { AskedQuestion } from '../course.ts'
import type { Answer, AnswerMode, Confidence } from '../progress.ts'
import type { ChoiceResponse, PublicChoice } from './choice.ts'
import type { ChoicesResponse, PublicChoices } from './choices.ts'
import type { EstimateResponse, PublicEstimate } from './estimate.ts'
import type { GapResponse, PublicGap } from './gap.ts'
import type { HotspotResponse, PublicHotspot } from './hotspot.ts'
import type { PublicMatch } from './match.ts'
import type { OrderResponse, PublicOrder } from './order.ts'
import type { PairingResponse } from './pairing.ts'
import type { PublicSort } from './sort.ts'
import type { ListOrders, Missing, PlainQuestion, PlainWords, QuestionType, Revealed } from './type.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { estimate } from './estimate.ts'
import { gap } from './gap.ts'
import { hotspot } from './hotspot.ts'
import { match } from './match.ts'
import { order } from './order.ts'
import { sort } from './sort.ts'

export type { PublicChoice, PublicChoices, PublicEstimate, PublicGap, PublicHotspot, PublicMatch, PublicOrder, PublicSort }
export type { ListOrders, Missing, MissingDetails, PlainWords, Revealed } from './type.ts'

/** What each type makes of a complete answer, and of what may be shown before it. */
interface Shapes {
  choice: { response: ChoiceResponse, public: PublicChoice }
  choices: { response: ChoicesResponse, public: PublicChoices }
  order: { response: OrderResponse, public: PublicOrder }
  match: { response: PairingResponse, public: PublicMatch }
  sort: { response: PairingResponse, public: PublicSort }
  gap: { response: GapResponse, public: PublicGap }
  estimate: { response: EstimateResponse, public: PublicEstimate }
  hotspot: { response: HotspotResponse, public: PublicHotspot }
}

type TypeName = AskedQuestion['type']
type QuestionOf<T extends TypeName> = Extract<AskedQuestion, { type: T }>
type TypeOf<T extends TypeName> = QuestionType<QuestionOf<T>, Shapes[T]['response'], Shapes[T]['public']>

/** A question as it may be shown before it is answered. */
export type PublicQuestion = Shapes[TypeName]['public']

const questionTypes: { [T in TypeName]: TypeOf<T> } = { choice, choices, order, match, sort, gap, estimate, hotspot }

/** The one place where a question and its type meet. */
function typeOf<T extends TypeName>(question: QuestionOf<T>): TypeOf<T> {
  return questionTypes[question.type as T]
}

/** @returns what may be shown before an answer: no key, no feedback, no explanation, no accepted words */
export function publicPart(question: AskedQuestion): PublicQuestion {
  const { id, prompt } = question
  return { id, prompt, ...typeOf(question).publicPart(question) } as PublicQuestion
}

/** @returns what is missing before this may be sent, or `undefined`; any value may be passed */
export function validate(question: AskedQuestion, response: unknown): Missing | undefined {
  return typeOf(question).validate(question, response)
}

/** @returns 0 … 1, where it is about safety 0 or 1; call it only with what `validate` let through */
export function score(question: AskedQuestion, response: unknown): number {
  const scored = typeOf(question).score(question, response as never)
  return question.safety && scored < 1 ? 0 : scored
}

/** @returns the answer as it is kept; call it only with what `validate` let through */
export function scoredAnswer(question: AskedQuestion, response: unknown, mode: AnswerMode, confidence?: Confidence): Omit<Answer, 'atMs'> {
  const { id, revision } = question
  return { question: id, response, score: score(question, response), mode, revision, ...(confidence && { confidence }) }
}

/** @returns all that is shown after the answer; without marks where the answer fits the question no more (an older wording) */
export function reveal(question: AskedQuestion, response: unknown): Revealed {
  const { explanation } = question
  const marked = validate(question, response) === undefined
    ? typeOf(question).reveal(question, response as never)
    : { marks: {}, feedback: {}, belongs: {} }
  return { ...marked, solution: solution(question), explanation }
}

/** @returns the answer that scores 1 */
export function solution(question: AskedQuestion): unknown {
  return typeOf(question).solution(question)
}

/** @returns the keys of each list that a question offers beside its options, in the order of the file */
export function listsOf(question: AskedQuestion): ListOrders {
  return typeOf(question).lists?.(question) ?? {}
}

/** @returns whether options shown in this order would be the answer already */
export function isSolvedBy(question: AskedQuestion, order: readonly string[]): boolean {
  return typeOf(question).isSolvedBy?.(question, order) ?? false
}

/** @returns the question as text, its options and other lists in these orders; see `optionOrder` and `listOrders` */
export function plain(question: AskedQuestion, order: readonly string[], lists: ListOrders, words: PlainWords): PlainQuestion {
  return typeOf(question).plain(question, order, lists, words)
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
