import type { OrderQuestion } from './order.schema.ts'
import type { PublicBase, PublicOption, QuestionType } from './type.ts'
import { feedbackOf, isKeyOf, letteredLines, letterOf, publicOptions } from './type.ts'

export type OrderResponse = string[]

export interface PublicOrder extends PublicBase {
  type: 'order'
  options: Record<string, PublicOption>
}

/**
 * Put in order. Every pair of items stands in the right order or not. The share of right pairs is stretched so that
 * all right earns 1, half right (what chance gives) or fewer earns 0.
 */
export const order: QuestionType<OrderQuestion, OrderResponse, PublicOrder> = {
  publicPart: ({ type, options }) => ({ type, options: publicOptions(options) }),

  validate(question, response) {
    const count = Object.keys(question.options).length
    if (!Array.isArray(response) || response.length === 0)
      return { missing: 'order' }
    if (response.length !== count || new Set(response).size !== count || ![...response].every(key => isKeyOf(question.options, key)))
      return { missing: 'places' }
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

  reveal: ({ options, answer }, response) => ({
    marks: Object.fromEntries(response.map((key, place) => [key, answer[place] === key ? 'right' : 'wrong'])),
    feedback: feedbackOf(options),
    belongs: Object.fromEntries(answer.map((key, place) => [key, String(place + 1)])),
  }),

  solution: question => question.answer,

  isSolvedBy: ({ answer }, order) => order.every((key, place) => answer[place] === key),

  plain: (question, order, _lists, { inOrder }) => ({
    lines: [inOrder, ...letteredLines(question.options, order)],
    solution: question.answer.map(key => letterOf(order.indexOf(key)).slice(0, 1)).join(', '),
  }),
}
