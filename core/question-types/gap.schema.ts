import type { Asked } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase, text } from './base.schema.ts'

const chosenGap = z.strictObject({
  choices: optionsOf(2, 5).describe('What may be chosen for this gap'),
  answer: optionKey.describe('Key of the right one'),
})

const typedGap = z.strictObject({
  accept: z.array(text).min(1, 'needs at least one accepted text').describe('Accepted texts; the first is shown as the solution'),
  feedback: text,
})

export const gapSchema = questionBase.extend({
  type: z.literal('gap').describe('Fill the gaps of a sentence'),
  sentence: text.describe('With {a}, {b} … where the gaps are'),
  gaps: z.record(optionKey, z.union([chosenGap, typedGap]))
    .refine(gaps => Object.keys(gaps).length >= 1 && Object.keys(gaps).length <= 4, 'needs 1 to 4 gaps'),
})

export type GapQuestion = Asked<z.infer<typeof gapSchema>>
