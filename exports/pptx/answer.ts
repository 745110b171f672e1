import type { Question } from '../../core/course.ts'
import type { PlainQuestion } from '../../core/question-types/type.ts'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { plain } from '../../core/question-types/index.ts'
import { plainWords } from '../../words/en/questions.ts'

/** A part of a question: what is offered or asked. */
export interface AskedLine {
  /** Its letter or number on the slides of the course */
  sign?: string
  text: string
}

/** A part of a question once it is answered. */
export interface AnsweredLine extends AskedLine {
  /** Where it belongs: its partner, or its group */
  belongs?: string
  /** The right one among those that were offered */
  isRight: boolean
  /** What is said of it */
  says?: string
}

/** Options stand in the order in which the slides of the course show them. */
const SEED = 'check'

/** @returns the question as text */
export function plainOf(question: Question): PlainQuestion {
  return plain(question, optionOrder(question, SEED), listOrders(question, SEED), plainWords)
}

/** @returns the keys of the options as they are shown; none for a type that has no options */
export const orderOf = (question: Question): string[] => optionOrder(question, SEED)

/** @returns the question's parts as they are asked, without its prompt */
export function askedLines(question: Question): AskedLine[] {
  return plainOf(question).lines.map((line) => {
    // On paper options are a), b) and parts 1., 2.; on the slides of the course A, B and 1, 2.
    const [, sign, text] = /^([a-z]|\d+)[).] (.*)$/s.exec(line) ?? []
    return sign ? { sign: sign.toUpperCase(), text: text! } : { text: line }
  })
}

/** @returns what each lettered place of a drawing is called */
export const placesOf = (question: Question): string[] => askedLines(question).map(({ sign, text }) => `${sign} ${text}`)

/** @returns the question's parts with its answer, in the order in which they were asked; an order in the right one */
export function answeredLines(question: Question): AnsweredLine[] {
  const order = orderOf(question)
  const asked = askedLines(question)
  switch (question.type) {
    case 'choice':
    case 'choices':
    case 'hotspot':
      return order.map((key, place) => ({ ...asked.slice(-order.length)[place]!, isRight: [question.answer].flat().includes(key), says: question.options[key]!.feedback }))
    case 'match':
    case 'sort': {
      const places = question.type === 'sort' ? question.bins : question.targets
      return order.map((key, place) => ({ ...asked[place]!, belongs: places[question.answer[key]!]!, isRight: false, says: question.options[key]!.feedback }))
    }
    case 'order':
      return question.answer.map((key, place) => ({ sign: String(place + 1), text: question.options[key]!.text, isRight: false, says: question.options[key]!.feedback }))
    case 'gap':
    case 'estimate':
      return [{ text: plainOf(question).solution, isRight: true }]
  }
}
