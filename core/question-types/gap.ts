import type { GapQuestion } from './gap.schema.ts'
import type { PublicBase, PublicOption, QuestionType } from './type.ts'
import { marksOfOne } from './choice.ts'
import { feedbackOf, fieldsOf, isKeyOf, publicOptions, sorted } from './type.ts'

type Gap = GapQuestion['gaps'][string]

/** For every gap the key that was chosen, or the text that was typed. */
export type GapResponse = Record<string, string>

export interface PublicGap extends PublicBase {
  type: 'gap'
  sentence: string
  /** A gap without choices is typed */
  gaps: Record<string, { choices?: Record<string, PublicOption> }>
}

/** Nobody needs more for a gap, and saved data may hold anything. */
export const LONGEST_FILLING = 80

/**
 * @returns the text without what does not decide whether somebody understood, and what phones add by themselves: case,
 * an article, blanks of every width, soft hyphens, hyphens, quotes, the way a letter is put together, and signs at the end
 */
function normalised(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/\p{Cf}+/gu, '').replace(/["'’‘‚‛“”„‟«»‹›`´′″]+/g, '').replace(/[\s.,;:!?]+$/, '').trimStart().replace(/^(?:the|an|a)\s+/, '').replace(/[\s\p{Pd}]+/gu, '')
}

function isFilled(gap: Gap, given: unknown): given is string {
  return 'choices' in gap
    ? isKeyOf(gap.choices, given)
    : typeof given === 'string' && given.length <= LONGEST_FILLING && normalised(given) !== ''
}

function isRight(gap: Gap, given: string): boolean {
  return 'choices' in gap
    ? given === gap.answer
    : gap.accept.some(accepted => normalised(accepted) === normalised(given))
}

/** @returns the right filling as it is read */
export function fillingOf(gap: Gap): string {
  return 'choices' in gap ? gap.choices[gap.answer]!.text : gap.accept[0]!
}

/** @returns the sentence in pieces: text, then the key of a gap, then text … */
export function piecesOf(sentence: string): { text?: string, gap?: string }[] {
  return sentence.split(/(\{[a-z][a-z0-9]?\})/).filter(piece => piece !== '').map(piece =>
    /^\{[a-z][a-z0-9]?\}$/.test(piece) ? { gap: piece.slice(1, -1) } : { text: piece })
}

/** @returns the name of the part that one choice of a gap is, as marks and feedback know it */
export const choicePart = (gap: string, choice: string): string => `${gap}.${choice}`

/** @returns a record of all choices of all gaps, by their part */
function byChoice<Value>(gaps: Record<string, Gap>, valuesOf: (gap: Extract<Gap, { answer: string }>, key: string) => Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(gaps).flatMap(([key, gap]) => 'choices' in gap
    ? Object.entries(valuesOf(gap, key)).map(([choice, value]) => [choicePart(key, choice), value])
    : []))
}

/** Fill the gaps of a sentence: the share of gaps that are filled rightly. */
export const gap: QuestionType<GapQuestion, GapResponse, PublicGap> = {
  publicPart: ({ type, sentence, gaps }) => ({
    type,
    sentence,
    gaps: sorted(Object.fromEntries(Object.entries(gaps).map(([key, gap]) => [key, 'choices' in gap ? { choices: publicOptions(gap.choices) } : {}]))),
  }),

  validate(question, response) {
    const given = fieldsOf(response)
    const open = Object.entries(question.gaps).filter(([key, gap]) => !Object.hasOwn(given, key) || !isFilled(gap, given[key]))
    if (open.length > 0)
      return { missing: 'gaps', count: open.length }
    if (Object.keys(given).length !== Object.keys(question.gaps).length)
      return { missing: 'shown-gaps' }
  },

  score(question, response) {
    const gaps = Object.entries(question.gaps)
    return gaps.filter(([key, gap]) => isRight(gap, response[key]!)).length / gaps.length
  },

  reveal: ({ gaps }, response) => ({
    marks: {
      ...Object.fromEntries(Object.entries(gaps).map(([key, gap]) => [key, isRight(gap, response[key]!) ? 'right' as const : 'wrong' as const])),
      ...byChoice(gaps, ({ choices, answer }, key) => marksOfOne(Object.keys(choices), answer, response[key]!)),
    },
    feedback: {
      ...Object.fromEntries(Object.entries(gaps).flatMap(([key, gap]) => 'choices' in gap ? [] : [[key, gap.feedback]])),
      ...byChoice(gaps, ({ choices }) => feedbackOf(choices)),
    },
    belongs: Object.fromEntries(Object.entries(gaps).map(([key, gap]) => [key, fillingOf(gap)])),
  }),

  solution: question => Object.fromEntries(Object.entries(question.gaps).map(([key, gap]) =>
    [key, 'choices' in gap ? gap.answer : gap.accept[0]!])),

  lists: ({ gaps }) => Object.fromEntries(Object.entries(gaps).flatMap(([key, gap]) => 'choices' in gap ? [[key, Object.keys(gap.choices)]] : [])),

  plain(question, _order, lists) {
    const gaps = Object.keys(question.gaps)
    const pieces = piecesOf(question.sentence)
    return {
      lines: [
        pieces.map(piece => piece.gap ? `(${gaps.indexOf(piece.gap) + 1}) ______` : piece.text).join(''),
        ...Object.entries(question.gaps).flatMap(([key, gap], place) => 'choices' in gap
          ? [`(${place + 1}) ${(lists[key] ?? Object.keys(gap.choices)).map(choice => gap.choices[choice]!.text).join(' / ')}`]
          : []),
      ],
      solution: Object.values(question.gaps).map((gap, place) => `(${place + 1}) ${fillingOf(gap)}`).join('; '),
    }
  },
}
