import type { Moves, Tally } from '../../core/room/tally.ts'

/** @returns how many answered */
export function peopleInWords(n: number): string {
  if (n === 0)
    return 'Nobody answered.'
  return `${n} answered.`
}

const percent = (part: number, whole: number) => `${Math.round(part / whole * 100)} %`

/** @returns how many were wholly right, beside the round before; nothing where nobody answered */
export function rightInWords({ right, n }: Tally, before?: Tally): string {
  if (n === 0)
    return ''
  return before?.n
    ? `Wholly right: ${percent(before.right, before.n)}, now ${percent(right, n)}.`
    : `Wholly right: ${right} of ${n}.`
}

/** @returns who moved between the two rounds */
export function movesInWords({ both, toRight, toWrong }: Moves): string {
  if (both === 0)
    return ''
  return `Wrong to right: ${toRight}; right to wrong: ${toWrong}.`
}
