import type { OptionMark } from '../course.ts'
import type { EstimateQuestion } from './estimate.schema.ts'
import type { PublicBase, QuestionType } from './type.ts'

export type EstimateResponse = number

export interface PublicEstimate extends PublicBase {
  type: 'estimate'
  as: 'people' | 'number'
  unit: string
  min: number
  max: number
  step: number
  tolerance: number
}

/**
 * Reads a number as people type it: "30,3", "1 200", "about 15 people in 100", "15 %", digits of full width.
 * @param typed what stands in the field
 * @param unit what is counted; its own digits may follow the number
 * @returns the number, or `undefined` where there is none or more than one
 */
export function readNumber(typed: string, unit = ''): number | undefined {
  const text = typed.normalize('NFKC').replace(/\p{Cf}+/gu, '').replace(/[\u2212\p{Pd}]/gu, '-').replace(/(\d)['’\s](?=\d{3}(?!\d))/g, '$1')
  const found = /-?(?:\d|[.,]\d)[\d.,]*/.exec(text)
  if (!found)
    return undefined
  const whole = found[0].replace(/[.,]$/, '')
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.slice(sign.length)
  const rest = text.slice(found.index + found[0].length)
  const ownDigits = unit.match(/\d+/g) ?? []
  const others = rest.match(/\d+/g) ?? []
  if (others.length > 0 && (others.join() !== ownDigits.join() || !/^\s*[/a-z%]/i.test(rest)))
    return undefined
  const groups = digits.split(/[.,]/)
  const isInThousands = digits.includes(',') && !digits.includes('.') && groups[0] !== '0' && groups[0]!.length <= 3 && groups.slice(1).every(group => group.length === 3)
  if (groups.length > 2 && !isInThousands)
    return undefined
  const value = Number(`${sign}${isInThousands ? groups.join('') : digits.replace(',', '.')}`)
  return Number.isFinite(value) ? value : undefined
}

/** Where a guess may lie. */
export type EstimateZone = 'low' | 'near' | 'high'

/** Sums of binary fractions: 0.1 + 0.2. @returns the number as a person would write it */
const neat = (value: number) => Number(value.toFixed(6))

/** @returns the least and the most that still count as right, which may lie outside of what can be guessed */
export function nearOf({ tolerance }: { tolerance: number }, truth: number): { low: number, high: number } {
  return { low: neat(truth - tolerance), high: neat(truth + tolerance) }
}

/** @returns the zones in which a guess can lie, with their bounds; `min` is missing below the first, `max` above the last */
export function zonesOf(question: Pick<EstimateQuestion, 'min' | 'max' | 'tolerance'>, truth: number): { key: EstimateZone, min?: number, max?: number }[] {
  const { low, high } = nearOf(question, truth)
  return [
    ...low > question.min ? [{ key: 'low' as const, max: low }] : [],
    { key: 'near' as const, min: Math.max(question.min, low), max: Math.min(question.max, high) },
    ...high < question.max ? [{ key: 'high' as const, min: high }] : [],
  ]
}

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

export const estimate: QuestionType<EstimateQuestion, EstimateResponse, PublicEstimate> = {
  publicPart: ({ type, as, unit, min, max, step, tolerance }) => ({ type, as, unit, min, max, step, tolerance }),

  validate({ min, max }, response) {
    if (typeof response !== 'number' || !(response >= min && response <= max))
      return { missing: 'guess-in-range', min, max }
  },

  score: scoreOf,

  reveal(question, guess) {
    const near = scoreOf(question, guess) === 1
    const side = (over: boolean): OptionMark => !near && (guess > question.answer) === over ? 'wrong' : 'left'
    return {
      marks: { low: side(false), near: near ? 'right' : 'missed', high: side(true) },
      feedback: question.feedback,
      belongs: {},
    }
  },

  solution: question => question.answer,

  plain: (question, _order, _lists, words) => ({
    lines: [words.estimate(question)],
    solution: words.estimated(question),
  }),
}
