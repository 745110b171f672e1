/** The language of this catalogue, as documents and formatters name it. */
export const LANG = 'en'

/** How numbers, dates and lists are written: a day stands before its month. */
export const LOCALE = 'en-GB'

/** @returns "one, two and three" */
export function listInWords(items: string[]): string {
  return new Intl.ListFormat(LOCALE).format(items)
}

/** @returns the word as it stands inside a sentence: with a small first letter, names such as "US" as they are */
export function insideSentence(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** @returns a count as it is written in a sentence: `nine`, from thirteen on `13`; `no` for 0 */
export function inWords(count: number): string {
  return SMALL_NUMBERS[count] ?? String(count)
}

/** @returns a count with its noun, which takes an s for many: `nine promises`, `one promise` */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** @returns a count in digits with its noun: `3 terms`, `1 term` */
export function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** @returns a span in hours and minutes: `1 hour 50 minutes`, `12 minutes` */
export function spanInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours && numbered(hours, 'hour'), (rest || !hours) && numbered(rest, 'minute')].filter(Boolean).join(' ')
}

/** @returns the text with a capital, for the beginning of a sentence */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
