import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'

export const choiceSchema = questionBase.extend({
  type: z.literal('choice').describe('One of several'),
  options: optionsOf(2, 6),
  answer: optionKey.describe('Key of the right option'),
})

export type ChoiceQuestion = z.infer<typeof choiceSchema>
