import { z } from 'zod'
import { slug, text } from './question-types/base.schema.ts'
import { choiceSchema } from './question-types/choice.schema.ts'
import { choicesSchema } from './question-types/choices.schema.ts'
import { estimateSchema, isInHundred } from './question-types/estimate.schema.ts'
import { gapSchemaOf } from './question-types/gap.schema.ts'
import { matchSchema } from './question-types/match.schema.ts'
import { orderSchema } from './question-types/order.schema.ts'
import { sortSchema } from './question-types/sort.schema.ts'

/** A headline is about no verdict and rests on no source, as it is invented. */
const placed = { about: true, taughtAt: true, sources: true, notWith: true, quiz: true, level: true, leans: true, lessons: true, notExplained: true } as const

const headlineFields = {
  lessons: z.array(slug).min(1).max(2, 'turns on two lessons at most').describe('The lessons of evidence/lessons.yaml on which its reading turns, the first one first'),
  claim: z.enum(['holds', 'fails', 'mixed']).describe('Whether the headline holds as it is written; mixed: there are several claims'),
  form: z.enum(['a', 'b']).optional().describe('It belongs to the headlines before and after the course, and is never practised'),
  headline: text.describe('The claim as it would be published; invented, about no real product'),
  facts: text.describe('All that a reader needs to weigh it; nothing has to be remembered'),
}

const headlineSchema = z.discriminatedUnion('type', [
  z.strictObject(choiceSchema.shape).omit({ ...placed, extremes: true }).extend(headlineFields),
  z.strictObject(choicesSchema.shape).omit(placed).extend(headlineFields),
  z.strictObject(orderSchema.shape).omit(placed).extend(headlineFields),
  z.strictObject(matchSchema.shape).omit(placed).extend(headlineFields),
  z.strictObject(sortSchema.shape).omit(placed).extend(headlineFields),
  z.strictObject(gapSchemaOf({}).shape).omit(placed).extend(headlineFields),
  z.strictObject(estimateSchema.shape).omit(placed).extend(headlineFields).refine(...isInHundred),
])

/** `quizzes/headlines.yaml` */
export const headlinesSchema = z.array(headlineSchema)

/** An invented headline with its question. */
export type Headline = z.infer<typeof headlineSchema>
