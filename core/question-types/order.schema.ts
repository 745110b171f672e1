import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase } from './base.schema.ts'
import { order } from './order.ts'

export const orderSchema = questionBase.extend({
  type: z.literal('order').describe('Put in order'),
  options: optionsOf(3, 6),
  answer: z.array(optionKey).min(3).describe('Every key, first to last'),
})

export type OrderQuestion = Asked<z.infer<typeof orderSchema>>

export const wrongOrder: WrongAnswer<OrderQuestion> = question =>
  order.validate(question, question.answer) && `the answer [${question.answer}] must name every option once (${Object.keys(question.options)})`
