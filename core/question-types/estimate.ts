import type { OptionMark } from '../course.ts'
import type { EstimateQuestion } from './estimate.schema.ts'
import type { QuestionType } from './type.ts'

export type EstimateResponse = number

/**
 * Estimate a number. A guess within the tolerance is right and scores 1; from there the score falls evenly and is 0
 * at twice the tolerance and beyond.
 */
function scoreOf({ answer, tolerance }: EstimateQuestion, guess: number): number {
  const share = Math.abs(guess - answer) / tolerance
  // A guess of 0.4 is 0.1 away from 0.3, whatever binary fractions say.
  return share <= 1 + 1e-9
    ? 1
    : Math.max(0, 2 - share)
}

export const estimate: QuestionType<EstimateQuestion, EstimateResponse> = {
  validate({ min, max }, response) {
    if (typeof response !== 'number' || !Number.isFinite(response))
      return 'Make a guess first.'
    if (response < min || response > max)
      return `Guess a number from ${min} to ${max}.`
  },

  score: scoreOf,

  reveal(question, guess) {
    const near = scoreOf(question, guess) === 1
    const side = (over: boolean): OptionMark => !near && (guess > question.answer) === over ? 'wrong' : 'left'
    return { low: side(false), near: near ? 'right' : 'missed', high: side(true) }
  },

  solution: question => question.answer,

  plain: ({ unit, min, max, answer, tolerance }) => ({
    lines: [`Your estimate (${min} to ${max}): ______ ${unit}`],
    solution: `${answer} ${unit} (a guess within ${tolerance} counts as right)`,
  }),
}
