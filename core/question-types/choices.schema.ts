import type { Asked } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'

export const choicesSchema = questionBase.extend({
  type: z.literal('choices').describe('Several of several'),
  options: optionsOf(3, 7),
  answer: z.array(optionKey).min(1, 'needs at least one right option').describe('Keys of all right options'),
})

export type ChoicesQuestion = Asked<z.infer<typeof choicesSchema>>
