import { z } from 'zod'
import { choiceSchema } from './choice.schema.ts'
import { choicesSchema } from './choices.schema.ts'
import { matchSchema } from './match.schema.ts'
import { orderSchema } from './order.schema.ts'

const questionSchema = z.discriminatedUnion('type', [
  choiceSchema,
  choicesSchema,
  orderSchema,
  matchSchema,
])

/** A bank as it stands in `quizzes/<section>.yaml`. */
export const bankSchema = z.array(questionSchema).min(1, 'needs at least one question')

export type Question = z.infer<typeof questionSchema>
