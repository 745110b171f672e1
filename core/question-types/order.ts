import type { OrderQuestion } from './order.schema.ts'
import type { QuestionType } from './type.ts'
import { isKeyOf, letteredLines, letterOf } from './type.ts'

export type OrderResponse = string[]

/**
 * Put in order. Every pair of items stands in the right order or not. The share of right pairs is stretched so that
 * all right earns 1, half right (what chance gives) or fewer earns 0.
 */
export const order: QuestionType<OrderQuestion, OrderResponse> = {
  validate(question, response) {
    const count = Object.keys(question.options).length
    if (!Array.isArray(response) || response.length === 0)
      return 'Put the items in order first: move them with the arrow buttons.'
    if (response.length !== count || new Set(response).size !== count || ![...response].every(key => isKeyOf(question.options, key)))
      return 'Put every item in its place first.'
  },

  score(question, response) {
    let right = 0
    let pairs = 0
    for (const [place, earlier] of response.entries()) {
      for (const later of response.slice(place + 1)) {
        pairs++
        if (question.answer.indexOf(earlier) < question.answer.indexOf(later))
          right++
      }
    }
    return Math.max(0, 2 * right / pairs - 1)
  },

  reveal: (question, response) => Object.fromEntries(response.map((key, place) =>
    [
      key,
      question.answer[place] === key
        ? 'right'
        : 'wrong',
    ])),

  solution: question => question.answer,

  plain: (question, order) => ({
    lines: ['Put in order, first to last.', ...letteredLines(question.options, order)],
    solution: question.answer.map(key => letterOf(order.indexOf(key)).slice(0, 1)).join(', '),
  }),
}
