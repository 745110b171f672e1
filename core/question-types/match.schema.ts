import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase, text } from './base.schema.ts'
import { wrongPairs } from './pairing.schema.ts'

export const matchSchema = questionBase.extend({
  type: z.literal('match').describe('Match each item with its partner'),
  options: optionsOf(2, 6).describe('The left side'),
  targets: z.record(optionKey, text).describe('The right side, short'),
  answer: z.record(optionKey, optionKey).describe('For every option its target'),
})

export type MatchQuestion = Asked<z.infer<typeof matchSchema>>

export const wrongMatch: WrongAnswer<MatchQuestion> = ({ options, targets, answer }) => wrongPairs(options, targets, answer)
