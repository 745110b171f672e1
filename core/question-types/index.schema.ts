import type { ChoiceQuestion } from './choice.schema.ts'
import type { ChoicesQuestion } from './choices.schema.ts'
import type { EstimateQuestion } from './estimate.schema.ts'
import type { AcceptedWords, GapQuestion } from './gap.schema.ts'
import type { HotspotQuestion } from './hotspot.schema.ts'
import type { MatchQuestion } from './match.schema.ts'
import type { OrderQuestion } from './order.schema.ts'
import type { SortQuestion } from './sort.schema.ts'
import { z } from 'zod'
import { choiceSchema } from './choice.schema.ts'
import { choicesSchema } from './choices.schema.ts'
import { estimateSchema } from './estimate.schema.ts'
import { gapSchemaOf } from './gap.schema.ts'
import { hotspotSchema } from './hotspot.schema.ts'
import { matchSchema } from './match.schema.ts'
import { orderSchema } from './order.schema.ts'
import { sortSchema } from './sort.schema.ts'

function questionSchemaOf(words: AcceptedWords) {
  return z.discriminatedUnion('type', [
    choiceSchema,
    choicesSchema,
    orderSchema,
    matchSchema,
    sortSchema,
    gapSchemaOf(words),
    estimateSchema,
    hotspotSchema,
  ])
}

/** A bank as it stands in `quizzes/<section>.yaml`. @param words the lists of `quizzes/accepted-words.yaml` */
export const bankSchemaOf = (words: AcceptedWords = {}) => z.array(questionSchemaOf(words)).min(1, 'needs at least one question')

export type Question = z.infer<ReturnType<typeof questionSchemaOf>>

/** A question as it is asked, wherever it comes from: of the course, or an invented headline. */
export type AskedQuestion
  = | ChoiceQuestion
    | ChoicesQuestion
    | EstimateQuestion
    | GapQuestion
    | HotspotQuestion
    | MatchQuestion
    | OrderQuestion
    | SortQuestion
