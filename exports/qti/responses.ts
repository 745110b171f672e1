import type { EstimateQuestion, GapQuestion, Question } from '../../core/course.ts'
import type { Element } from './element.ts'
import { el } from './element.ts'

/*
 * How QTI scores an answer. Points are whole, a point for each part: engines round thirds, and three of them would be
 * 0.999. `MAXSCORE` says how many there are.
 */

export const variable = (identifier: string) => el('variable', { identifier })
const value = (baseType: string, text: string | number) => el('baseValue', { baseType }, String(text))
export const set = (identifier: string, expression: Element) => el('setOutcomeValue', { identifier }, expression)
export const setTo = (identifier: string, named: string) => set(identifier, value('identifier', named))

function declaration(identifier: string, cardinality: string, baseType: string, correct: string[], mapping?: Element): Element {
  return el('responseDeclaration', { identifier, cardinality, baseType }, el('correctResponse', {}, ...correct.map(text => el('value', {}, text))), ...mapping ? [mapping] : [])
}

function mapping(entries: [key: string, points: number][], more: Record<string, number> = {}, entry: Record<string, boolean> = {}): Element {
  return el('mapping', { ...more, defaultValue: 0 }, ...entries.map(([mapKey, mappedValue]) => el('mapEntry', { mapKey, mappedValue, ...entry })))
}

/** Items and places share one list of names in a document. */
export const itemId = (key: string) => `item-${key}`
export const placeId = (key: string) => `place-${key}`
export const gapId = (key: string) => `GAP-${key}`

function gapDeclaration(key: string, gap: GapQuestion['gaps'][string]): Element {
  return 'choices' in gap
    ? declaration(gapId(key), 'single', 'identifier', [gap.answer], mapping([[gap.answer, 1]]))
    : declaration(gapId(key), 'single', 'string', [gap.accept[0]!], mapping(gap.accept.map(accepted => [accepted, 1]), {}, { caseSensitive: false }))
}

/** @returns what an answer is made of, and the right one */
export function responseDeclarations(question: Question): Element[] {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return [declaration('RESPONSE', 'single', 'identifier', [question.answer])]
    case 'choices': {
      const { answer, options } = question
      const points = Object.keys(options).map((key): [string, number] => [key, answer.includes(key) ? 1 : -1])
      return [declaration('RESPONSE', 'multiple', 'identifier', answer, mapping(points, { lowerBound: 0, upperBound: answer.length }))]
    }
    case 'order':
      return [declaration('RESPONSE', 'ordered', 'identifier', question.answer)]
    case 'match':
    case 'sort': {
      const pairs = Object.entries(question.answer).map(([item, place]) => `${itemId(item)} ${placeId(place)}`)
      return [declaration('RESPONSE', 'multiple', 'directedPair', pairs, mapping(pairs.map(pair => [pair, 1])))]
    }
    case 'gap':
      return Object.entries(question.gaps).map(([key, gap]) => gapDeclaration(key, gap))
    case 'estimate':
      return [declaration('RESPONSE', 'single', 'float', [String(question.answer)])]
  }
}

/** @returns how many points there are */
export function maxScore(question: Question): number {
  switch (question.type) {
    case 'choices':
      return question.answer.length
    case 'match':
    case 'sort':
      return Object.keys(question.options).length
    case 'gap':
      return Object.keys(question.gaps).length
    default:
      return 1
  }
}

const condition = (...branches: Element[]) => el('responseCondition', {}, ...branches)
const minus = (a: Element, b: Element) => el('subtract', {}, a, b)

/** 1 within the tolerance, then falling evenly to 0 at twice of it: min(1, max(0, 2 − |guess − answer| / tolerance)). */
function estimateRules({ answer, tolerance }: EstimateQuestion): Element[] {
  const guess = variable('RESPONSE')
  const float = (number: number) => value('float', number)
  const away = el('max', {}, minus(guess, float(answer)), minus(float(answer), guess))
  const points = el('min', {}, float(1), el('max', {}, float(0), minus(float(2), el('divide', {}, away, float(tolerance)))))
  return [condition(
    el('responseIf', {}, el('isNull', {}, guess), set('SCORE', float(0))),
    el('responseElseIf', {}, el('lt', {}, guess, float(answer - tolerance)), set('SCORE', points), setTo('FEEDBACK', 'low')),
    el('responseElseIf', {}, el('gt', {}, guess, float(answer + tolerance)), set('SCORE', points), setTo('FEEDBACK', 'high')),
    el('responseElse', {}, set('SCORE', points), setTo('FEEDBACK', 'near')),
  )]
}

/** @returns the rules that set `SCORE`, and `FEEDBACK` where the type has some of its own; of what is safe only the whole answer is worth anything */
export function scoreRules(question: Question): Element[] {
  const isPart = el('lt', {}, variable('SCORE'), variable('MAXSCORE'))
  return [...typeRules(question), ...question.safety ? [condition(el('responseIf', {}, isPart, set('SCORE', value('float', 0))))] : []]
}

function typeRules(question: Question): Element[] {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
    case 'order':
      return [condition(
        el('responseIf', {}, el('match', {}, variable('RESPONSE'), el('correct', { identifier: 'RESPONSE' })), set('SCORE', value('float', 1))),
        el('responseElse', {}, set('SCORE', value('float', 0))),
      )]
    case 'gap':
      return [set('SCORE', el('sum', {}, ...Object.keys(question.gaps).map(key => el('mapResponse', { identifier: gapId(key) }))))]
    case 'estimate':
      return estimateRules(question)
    default:
      return [set('SCORE', el('mapResponse', { identifier: 'RESPONSE' }))]
  }
}
