import type { AskedQuestion } from './course.ts'
import { nearOf } from './question-types/estimate.ts'
import { solution } from './question-types/index.ts'

/** An answer as learning systems record it, and the right one, both as parts that each standard joins in its own way. */
export interface Interaction {
  /** In the words of SCORM and xAPI */
  type: 'choice' | 'sequencing' | 'matching' | 'fill-in' | 'numeric'
  response: Parts
  correct: Parts
}

/** A list of parts; a pair is an item with its place, or the ends of a range. */
export type Parts = (string | [string, string])[]

const types: Record<AskedQuestion['type'], Interaction['type']> = {
  choice: 'choice',
  choices: 'choice',
  hotspot: 'choice',
  order: 'sequencing',
  match: 'matching',
  sort: 'matching',
  gap: 'fill-in',
  estimate: 'numeric',
}

function partsOf({ type }: AskedQuestion, response: unknown): Parts {
  switch (type) {
    case 'choices':
      return [...response as string[]].sort()
    case 'order':
      return response as string[]
    case 'match':
    case 'sort':
      return Object.entries(response as Record<string, string>).sort(([a], [b]) => a < b ? -1 : 1)
    case 'gap':
      return Object.entries(response as Record<string, string>).sort(([a], [b]) => a < b ? -1 : 1).map(([, given]) => given)
    default:
      return [String(response)]
  }
}

/** @returns the answer as an interaction; only for responses that `validate` lets through */
export function interactionOf(question: AskedQuestion, response: unknown): Interaction {
  const near = question.type === 'estimate' ? nearOf(question, question.answer) : undefined
  return {
    type: types[question.type],
    response: partsOf(question, response),
    correct: near ? [[String(near.low), String(near.high)]] : partsOf(question, solution(question)),
  }
}
