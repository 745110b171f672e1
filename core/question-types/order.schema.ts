import type { Asked } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'

export const orderSchema = questionBase.extend({
  type: z.literal('order').describe('Put in order'),
  options: optionsOf(3, 6),
  answer: z.array(optionKey).min(3).describe('Every key, first to last'),
})

export type OrderQuestion = Asked<z.infer<typeof orderSchema>>
