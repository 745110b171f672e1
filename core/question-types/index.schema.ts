import { z } from 'zod'
import { choiceSchema } from './choice.schema.ts'
import { choicesSchema } from './choices.schema.ts'
import { estimateSchema } from './estimate.schema.ts'
import { gapSchema } from './gap.schema.ts'
import { hotspotSchema } from './hotspot.schema.ts'
import { matchSchema } from './match.schema.ts'
import { orderSchema } from './order.schema.ts'
import { sortSchema } from './sort.schema.ts'

const questionSchema = z.discriminatedUnion('type', [
  choiceSchema,
  choicesSchema,
  orderSchema,
  matchSchema,
  sortSchema,
  gapSchema,
  estimateSchema,
  hotspotSchema,
])

/** A bank as it stands in `quizzes/<section>.yaml`. */
export const bankSchema = z.array(questionSchema).min(1, 'needs at least one question')

export type Question = z.infer<typeof questionSchema>
