import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase, text } from './base.schema.ts'
import { wrongPairs } from './pairing.schema.ts'

export const sortSchema = questionBase.extend({
  type: z.literal('sort').describe('Sort items into named bins'),
  options: optionsOf(3, 8).describe('The items'),
  bins: z.record(optionKey, text)
    .refine(bins => Object.keys(bins).length >= 2 && Object.keys(bins).length <= 5, 'needs 2 to 5 bins')
    .describe('The bins, short, in the order shown'),
  answer: z.record(optionKey, optionKey).describe('For every item its bin'),
})

export type SortQuestion = Asked<z.infer<typeof sortSchema>>

export const wrongSort: WrongAnswer<SortQuestion> = ({ options, bins, answer }) => wrongPairs(options, bins, answer)
