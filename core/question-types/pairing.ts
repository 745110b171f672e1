import type { Option } from '../course.ts'
import type { PublicBase, QuestionType } from './type.ts'
import { feedbackOf, fieldsOf, isKeyOf, letteredLines, letterOf } from './type.ts'

/** For every option the key of its partner, or of its bin. */
export type PairingResponse = Record<string, string>

interface Pairing {
  options: Record<string, Option>
  answer: Record<string, string>
}

/**
 * What `match` and `sort` share: every option goes to one of the places, and the score is the share of options that
 * are in the right one.
 * @param placesOf the partners or bins, by key
 * @param missing what an option without a place lacks
 * @param more what each of the two does in its own way
 */
export function pairing<Question extends Pairing, Public extends PublicBase>(
  placesOf: (question: Question) => Record<string, string>,
  missing: 'partners' | 'bins',
  more: Pick<QuestionType<Question, PairingResponse, Public>, 'publicPart' | 'lists'>,
): QuestionType<Question, PairingResponse, Public> {
  return {
    ...more,

    validate(question, response) {
      const given = fieldsOf(response)
      const left = Object.keys(question.options).filter(key => !Object.hasOwn(given, key) || !isKeyOf(placesOf(question), given[key]))
      if (left.length > 0)
        return { missing, count: left.length }
      if (Object.keys(given).length !== Object.keys(question.options).length)
        return { missing: 'shown-items' }
    },

    score(question, response) {
      const keys = Object.keys(question.options)
      return keys.filter(key => response[key] === question.answer[key]).length / keys.length
    },

    reveal: ({ options, answer }, response) => ({
      marks: Object.fromEntries(Object.keys(options).map(key => [key, response[key] === answer[key] ? 'right' : 'wrong'])),
      feedback: feedbackOf(options),
      belongs: answer,
    }),

    solution: question => question.answer,

    plain(question, order, lists) {
      const places = placesOf(question)
      // Partners are shuffled when they are shown; bins stand in the order of the file.
      const keys = lists.targets ?? Object.keys(places)
      return {
        lines: [...order.map((key, place) => `${place + 1}. ${question.options[key]!.text}`), ...letteredLines(places, keys)],
        solution: order.map((key, place) => `${place + 1} ${letterOf(keys.indexOf(question.answer[key]!))} ${places[question.answer[key]!]}`).join('; '),
      }
    },
  }
}
