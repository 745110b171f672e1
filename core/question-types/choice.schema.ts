import type { Asked } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'

export const choiceSchema = questionBase.extend({
  type: z.literal('choice').describe('One of several'),
  options: optionsOf(2, 6),
  answer: optionKey.describe('Key of the right option'),
})

export type ChoiceQuestion = Asked<z.infer<typeof choiceSchema>>
