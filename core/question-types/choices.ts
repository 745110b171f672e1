import type { ChoicesQuestion } from './choices.schema.ts'
import type { QuestionType } from './type.ts'
import { isKeyOf, letteredLines } from './type.ts'

export type ChoicesResponse = string[]

/**
 * Several of several. Each right option that is ticked adds a share, each wrong one takes the same share away,
 * and the sum never falls below 0: ticking everything earns nothing when half of the options are wrong.
 */
export const choices: QuestionType<ChoicesQuestion, ChoicesResponse> = {
  validate(question, response) {
    if (!Array.isArray(response) || response.length === 0)
      return 'Choose at least one option first.'
    if (new Set(response).size !== response.length || ![...response].every(key => isKeyOf(question.options, key)))
      return 'Choose from the options shown.'
  },

  score(question, response) {
    const right = response.filter(key => question.answer.includes(key)).length
    const wrong = response.length - right
    return Math.max(0, (right - wrong) / question.answer.length)
  },

  reveal: (question, response) => Object.fromEntries(Object.keys(question.options).map((key) => {
    const chosen = response.includes(key)
    if (question.answer.includes(key)) {
      return [
        key,
        chosen ? 'right' : 'missed',
      ]
    }
    return [
      key,
      chosen ? 'wrong' : 'left',
    ]
  })),

  solution: question => question.answer,

  plain(question, order) {
    const lines = letteredLines(question.options, order)
    return {
      lines: ['Choose all that fit.', ...lines],
      solution: lines.filter((_, place) => question.answer.includes(order[place]!)).join('; '),
    }
  },
}
