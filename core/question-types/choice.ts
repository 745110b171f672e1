import type { ChoiceQuestion } from './choice.schema.ts'
import type { QuestionType } from './type.ts'
import { isKeyOf } from './type.ts'

export type ChoiceResponse = string

/** One of several: 1 for the right option, 0 for any other. */
export const choice: QuestionType<ChoiceQuestion, ChoiceResponse> = {
  validate: (question, response) =>
    isKeyOf(question.options, response)
      ? undefined
      : 'Choose one of the options first.',

  score: (question, response) => response === question.answer
    ? 1
    : 0,

  reveal: (question, response) => Object.fromEntries(Object.keys(question.options).map((key) => {
    if (key === question.answer) {
      return [
        key,
        key === response
          ? 'right'
          : 'missed',
      ]
    }
    return [
      key,
      key === response
        ? 'wrong'
        : 'left',
    ]
  })),
}
