import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'
import { choice } from './choice.ts'

export const choiceSchema = questionBase.extend({
  type: z.literal('choice').describe('One of several'),
  options: optionsOf(2, 6),
  answer: optionKey.describe('Key of the right option'),
})

export type ChoiceQuestion = Asked<z.infer<typeof choiceSchema>>

export const wrongChoice: WrongAnswer<ChoiceQuestion> = question =>
  choice.validate(question, question.answer) && `the answer "${question.answer}" is no option (${Object.keys(question.options)})`
