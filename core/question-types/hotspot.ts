import type { HotspotQuestion } from './hotspot.schema.ts'
import type { QuestionType } from './type.ts'
import { marksOfOne } from './choice.ts'
import { isKeyOf, letteredLines } from './type.ts'

export type HotspotResponse = string

/** Find a region of a figure: 1 for the right region, 0 for any other. */
export const hotspot: QuestionType<HotspotQuestion, HotspotResponse> = {
  validate: (question, response) =>
    isKeyOf(question.options, response)
      ? undefined
      : 'Choose a place first.',

  score: (question, response) => response === question.answer
    ? 1
    : 0,

  reveal: (question, response) => marksOfOne(Object.keys(question.options), question.answer, response),

  solution: question => question.answer,

  plain(question, order) {
    const lines = letteredLines(question.options, order)
    return { lines, solution: lines[order.indexOf(question.answer)]! }
  },
}
