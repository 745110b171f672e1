import type { WrongAnswer } from './base.schema.ts'
import type { ChoiceQuestion } from './choice.schema.ts'
import type { ChoicesQuestion } from './choices.schema.ts'
import type { EstimateQuestion } from './estimate.schema.ts'
import type { AcceptedWords, GapQuestion } from './gap.schema.ts'
import type { HotspotFigures, HotspotQuestion } from './hotspot.schema.ts'
import type { MatchQuestion } from './match.schema.ts'
import type { OrderQuestion } from './order.schema.ts'
import type { SortQuestion } from './sort.schema.ts'
import { z } from 'zod'
import { choiceSchema, wrongChoice } from './choice.schema.ts'
import { choicesSchema, wrongChoices } from './choices.schema.ts'
import { estimateSchema, wrongEstimate } from './estimate.schema.ts'
import { gapSchemaOf, wrongGaps } from './gap.schema.ts'
import { hotspotSchemaOf, wrongSpot } from './hotspot.schema.ts'
import { matchSchema, wrongMatch } from './match.schema.ts'
import { orderSchema, wrongOrder } from './order.schema.ts'
import { sortSchema, wrongSort } from './sort.schema.ts'

function questionSchemaOf(words: AcceptedWords, figures: HotspotFigures | undefined) {
  return z.discriminatedUnion('type', [
    choiceSchema,
    choicesSchema,
    orderSchema,
    matchSchema,
    sortSchema,
    gapSchemaOf(words),
    estimateSchema,
    hotspotSchemaOf(figures),
  ])
}

/**
 * A bank as it stands in `quizzes/<section>.yaml`.
 * @param words the lists of `quizzes/accepted-words.yaml`
 * @param figures those of `course.yaml`; without them every figure passes
 */
export const bankSchemaOf = (words: AcceptedWords = {}, figures?: HotspotFigures) => z.array(questionSchemaOf(words, figures)).min(1, 'needs at least one question')

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

const wrongAnswers: { [T in AskedQuestion['type']]: WrongAnswer<Extract<AskedQuestion, { type: T }>> } = {
  choice: wrongChoice,
  choices: wrongChoices,
  estimate: wrongEstimate,
  gap: wrongGaps,
  hotspot: wrongSpot,
  match: wrongMatch,
  order: wrongOrder,
  sort: wrongSort,
}

/** @returns what is wrong with an answer key, as the end of a sentence, if anything */
export function wrongAnswer(question: AskedQuestion): string | undefined {
  return (wrongAnswers[question.type] as WrongAnswer<AskedQuestion>)(question)
}
