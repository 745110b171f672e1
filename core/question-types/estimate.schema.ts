import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { questionBase, text } from './base.schema.ts'
import { estimate } from './estimate.ts'

/** A rule of the whole question: people are drawn in a hundred. */
export const isInHundred = [
  ({ as, min, max }: { as: string, min: number, max: number }) => as !== 'people' || (min >= 0 && max <= 100),
  { path: ['max'], error: 'must lie between 0 and 100, as people are drawn in a hundred' },
] as [check: (question: { as: string, min: number, max: number }) => boolean, problem: { path: string[], error: string }]

export const estimateSchema = questionBase.extend({
  type: z.literal('estimate').describe('Estimate a number'),
  as: z.enum(['people', 'number']).describe('people: an icon array of people in 100; number: a slider with a field beside it'),
  unit: text.describe('What is counted, as in "people in 100"'),
  min: z.number(),
  max: z.number(),
  step: z.number().positive().default(1),
  answer: z.number().describe('The true figure'),
  tolerance: z.number().positive().describe('So far from the truth is still right; twice as far scores nothing'),
  feedback: z.strictObject({
    low: text.describe('After a guess that was too low'),
    near: text.describe('After a guess within the tolerance'),
    high: text.describe('After a guess that was too high'),
  }),
})
  .refine(...isInHundred)
  .refine(({ min, max, answer, tolerance }) => answer - tolerance > min || answer + tolerance < max, { path: ['tolerance'], error: 'must leave a number that is wrong' })

export type EstimateQuestion = Asked<z.infer<typeof estimateSchema>>

export const wrongEstimate: WrongAnswer<EstimateQuestion> = question =>
  estimate.validate(question, question.answer) && `the answer ${question.answer} does not lie between ${question.min} and ${question.max}`
