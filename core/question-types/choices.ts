import type { OptionMark } from '../course.ts'
import type { ChoicesQuestion } from './choices.schema.ts'
import type { PublicBase, PublicOption, QuestionType } from './type.ts'
import { feedbackOf, isKeyOf, letteredLines, publicOptions } from './type.ts'

export type ChoicesResponse = string[]

export interface PublicChoices extends PublicBase {
  type: 'choices'
  options: Record<string, PublicOption>
}

function markOf(isRight: boolean, isChosen: boolean): OptionMark {
  if (isRight)
    return isChosen ? 'right' : 'missed'
  return isChosen ? 'wrong' : 'left'
}

/**
 * Several of several. Each right option that is ticked adds a share, each wrong one takes the same share away,
 * and the sum never falls below 0: ticking everything earns nothing when half of the options are wrong.
 */
export const choices: QuestionType<ChoicesQuestion, ChoicesResponse, PublicChoices> = {
  publicPart: ({ type, options }) => ({ type, options: publicOptions(options) }),

  validate(question, response) {
    if (!Array.isArray(response) || response.length === 0)
      return { missing: 'options' }
    if (new Set(response).size !== response.length || ![...response].every(key => isKeyOf(question.options, key)))
      return { missing: 'shown-options' }
  },

  score(question, response) {
    const right = response.filter(key => question.answer.includes(key)).length
    const wrong = response.length - right
    return Math.max(0, (right - wrong) / question.answer.length)
  },

  reveal: ({ options, answer }, response) => ({
    marks: Object.fromEntries(Object.keys(options).map(key => [key, markOf(answer.includes(key), response.includes(key))])),
    feedback: feedbackOf(options),
    belongs: {},
  }),

  solution: question => question.answer,

  plain(question, order, _lists, { allThatFit }) {
    const lines = letteredLines(question.options, order)
    return {
      lines: [allThatFit, ...lines],
      solution: lines.filter((_, place) => question.answer.includes(order[place]!)).join('; '),
    }
  },
}
