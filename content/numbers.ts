/** A number as it stands in a text. */
export interface WrittenNumber {
  value: number
  written: string
  /** Where it begins */
  index: number
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g

/** A digit glued to a letter before it (P2, CD4), or by a hyphen to a word with a capital (D-02, GAD-7), is a name. */
const ENDS_IN_NAME = /\p{L}$|\p{Lu}[\p{L}\d]*[-‐‑]$/u

/**
 * Finds the numbers in digits, names such as GAD-7 left out. A minus is no part of a number, as a sentence says
 * "fell by 7.4" of a change of −7.4; nor is a percent sign.
 */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)]
    .map(({ 0: written, index }) => ({ value: Number(written.replaceAll(',', '')), written, index }))
    .filter(({ index }) => !ENDS_IN_NAME.test(text.slice(0, index)))
}
