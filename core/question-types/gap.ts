import type { GapQuestion } from './gap.schema.ts'
import type { QuestionType } from './type.ts'
import { fieldsOf, isKeyOf } from './type.ts'

/** For every gap the key that was chosen, or the text that was typed. */
export type GapResponse = Record<string, string>

/** Nobody needs more for a gap, and saved data may hold anything. */
const LONGEST = 80

/** Case, blanks, hyphens and a full stop at the end do not decide whether somebody understood. */
function plainly(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/[\s\p{Pd}]+/gu, '').replace(/\.$/, '')
}

function isFilled(gap: GapQuestion['gaps'][string], given: unknown): given is string {
  return 'choices' in gap
    ? isKeyOf(gap.choices, given)
    : typeof given === 'string' && given.length <= LONGEST && plainly(given) !== ''
}

function isRight(gap: GapQuestion['gaps'][string], given: string): boolean {
  return 'choices' in gap
    ? given === gap.answer
    : gap.accept.some(accepted => plainly(accepted) === plainly(given))
}

/** @returns the right filling as it is read */
export function fillingOf(gap: GapQuestion['gaps'][string]): string {
  return 'choices' in gap ? gap.choices[gap.answer]!.text : gap.accept[0]!
}

/** @returns the sentence in pieces: text, then the key of a gap, then text … */
export function piecesOf(sentence: string): { text?: string, gap?: string }[] {
  return sentence.split(/(\{[a-z][a-z0-9]?\})/).filter(piece => piece !== '').map(piece =>
    /^\{[a-z][a-z0-9]?\}$/.test(piece) ? { gap: piece.slice(1, -1) } : { text: piece })
}

/** Fill the gaps of a sentence: the share of gaps that are filled rightly. */
export const gap: QuestionType<GapQuestion, GapResponse> = {
  validate(question, response) {
    const given = fieldsOf(response)
    const open = Object.entries(question.gaps).filter(([key, gap]) => !Object.hasOwn(given, key) || !isFilled(gap, given[key]))
    if (open.length > 0) {
      return open.length === 1
        ? 'One gap is not filled yet.'
        : `${open.length} gaps are not filled yet.`
    }
    if (Object.keys(given).length !== Object.keys(question.gaps).length)
      return 'Fill only the gaps shown.'
  },

  score(question, response) {
    const gaps = Object.entries(question.gaps)
    return gaps.filter(([key, gap]) => isRight(gap, response[key]!)).length / gaps.length
  },

  reveal: (question, response) => Object.fromEntries(Object.entries(question.gaps).map(([key, gap]) =>
    [key, isRight(gap, response[key]!) ? 'right' : 'wrong'])),

  solution: question => Object.fromEntries(Object.entries(question.gaps).map(([key, gap]) =>
    [key, 'choices' in gap ? gap.answer : gap.accept[0]!])),

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
