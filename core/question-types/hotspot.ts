import type { HotspotQuestion } from './hotspot.schema.ts'
import type { PublicBase, PublicOption, QuestionType } from './type.ts'
import { marksOfOne } from './choice.ts'
import { feedbackOf, isKeyOf, letteredLines, sorted } from './type.ts'

export type HotspotResponse = string

export interface PublicHotspot extends PublicBase {
  type: 'hotspot'
  /** One of those of `course.yaml` */
  figure: string
  options: Record<string, PublicOption & { region: string }>
}

/** Find a region of a figure: 1 for the right region, 0 for any other. */
export const hotspot: QuestionType<HotspotQuestion, HotspotResponse, PublicHotspot> = {
  publicPart: ({ type, figure, options }) => ({
    type,
    figure,
    options: sorted(Object.fromEntries(Object.entries(options).map(([key, { text, region }]) => [key, { text, region }]))),
  }),

  validate: (question, response) =>
    isKeyOf(question.options, response)
      ? undefined
      : { missing: 'spot' },

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
