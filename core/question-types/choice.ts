import type { OptionMark } from '../course.ts'
import type { ChoiceQuestion } from './choice.schema.ts'
import type { PublicBase, PublicOption, QuestionType } from './type.ts'
import { feedbackOf, isKeyOf, letteredLines, publicOptions } from './type.ts'

export type ChoiceResponse = string

export interface PublicChoice extends PublicBase {
  type: 'choice'
  options: Record<string, PublicOption>
}

/** @returns the marks of options of which one is right and one was chosen */
export function marksOfOne(keys: readonly string[], answer: string, response: string): Record<string, OptionMark> {
  return Object.fromEntries(keys.map((key) => {
    const chosen = key === response
    if (key === answer)
      return [key, chosen ? 'right' : 'missed']
    return [key, chosen ? 'wrong' : 'left']
  }))
}

/** One of several: 1 for the right option, 0 for any other. */
export const choice: QuestionType<ChoiceQuestion, ChoiceResponse, PublicChoice> = {
  publicPart: ({ type, options }) => ({ type, options: publicOptions(options) }),

  validate: (question, response) =>
    isKeyOf(question.options, response)
      ? undefined
      : { missing: 'option' },

  score: (question, response) => response === question.answer
    ? 1
    : 0,

  reveal: ({ options, answer }, response) => ({
    marks: marksOfOne(Object.keys(options), answer, response),
    feedback: feedbackOf(options),
    belongs: {},
  }),

  solution: question => question.answer,

  plain(question, order) {
    const lines = letteredLines(question.options, order)
    return { lines, solution: lines[order.indexOf(question.answer)]! }
  },
}
