import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'
import { choice } from './choice.ts'

export const choiceSchema = questionBase.extend({
  type: z.literal('choice').describe('One of several'),
  options: optionsOf(2, 6),
  answer: optionKey.describe('Key of the right option'),
  extremes: z.tuple([optionKey, optionKey]).optional().describe('Where there are both: the option that takes the claim as it stands or goes further, then the one that gives it no worth'),
})

export type ChoiceQuestion = Asked<z.infer<typeof choiceSchema>>

export const wrongChoice: WrongAnswer<ChoiceQuestion> = question =>
  choice.validate(question, question.answer) && `the answer "${question.answer}" is no option (${Object.keys(question.options)})`
