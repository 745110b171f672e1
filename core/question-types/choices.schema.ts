import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'
import { choices } from './choices.ts'

export const choicesSchema = questionBase.extend({
  type: z.literal('choices').describe('Several of several'),
  options: optionsOf(3, 7),
  answer: z.array(optionKey).min(1, 'needs at least one right option').describe('Keys of all right options'),
})

export type ChoicesQuestion = Asked<z.infer<typeof choicesSchema>>

export const wrongChoices: WrongAnswer<ChoicesQuestion> = question =>
  choices.validate(question, question.answer) && `the answer [${question.answer}] is not among the options (${Object.keys(question.options)})`
