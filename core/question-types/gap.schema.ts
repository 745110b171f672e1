import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, optionsOf, questionBase, text } from './base.schema.ts'
import { piecesOf } from './gap.ts'

/** Lists of words that mean the same in any sentence, by their name; the first is shown as the solution. */
export type AcceptedWords = Record<string, string[]>

const chosenGap = z.strictObject({
  choices: optionsOf(2, 5).describe('What may be chosen for this gap'),
  answer: optionKey.describe('Key of the right one'),
})

function typedGapOf(words: AcceptedWords) {
  return z.strictObject({
    accept: z.union([
      z.array(text).min(1, 'needs at least one accepted text'),
      // A list that is not there is empty, which the check of the bank tells with the names that are.
      text.transform(name => Object.hasOwn(words, name) ? words[name]! : []),
    ]).describe('Accepted texts; the first is shown as the solution. Or the name of a list in quizzes/accepted-words.yaml'),
    feedback: text,
  })
}

/** @param words what a gap may accept by the name of a list */
export function gapSchemaOf(words: AcceptedWords) {
  return questionBase.extend({
    type: z.literal('gap').describe('Fill the gaps of a sentence'),
    sentence: text.describe('With {a}, {b} … where the gaps are'),
    gaps: z.record(optionKey, z.union([chosenGap, typedGapOf(words)]))
      .refine(gaps => Object.keys(gaps).length >= 1 && Object.keys(gaps).length <= 4, 'needs 1 to 4 gaps'),
  })
}

export type GapQuestion = Asked<z.infer<ReturnType<typeof gapSchemaOf>>>

export const wrongGaps: WrongAnswer<GapQuestion> = ({ sentence, gaps }) => {
  const inSentence = piecesOf(sentence).flatMap(piece => piece.gap ?? [])
  const unplaced = Object.keys(gaps).find(key => inSentence.filter(gap => gap === key).length !== 1)
  const unwritten = inSentence.find(key => !Object.hasOwn(gaps, key))
  const unknown = Object.values(gaps).find(gap => 'choices' in gap && !Object.hasOwn(gap.choices, gap.answer))
  if (unplaced)
    return `the gap {${unplaced}} must stand in the sentence once`
  if (unwritten)
    return `the sentence has a gap {${unwritten}} that is not under "gaps:"`
  return unknown && 'choices' in unknown
    ? `the answer "${unknown.answer}" is no choice of its gap (${Object.keys(unknown.choices)})`
    : undefined
}
