/*
 * Numbers and short texts as characters that every LMS takes: the 64 of base 64 for URLs, and ASCII inside of texts.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** A character holds so much of a number of any size; the other half says that more follows. */
const HALF = 32

/** Writes one after the other what `CompactReader` reads in the same order. */
export class CompactWriter {
  text = ''

  /** One of 64 */
  digit(value: number): void {
    this.text += DIGITS[value]
  }

  /** A number of so many characters */
  fixed(value: number, length: number): void {
    for (let place = length - 1; place >= 0; place--)
      this.digit(Math.floor(value / 64 ** place) % 64)
  }

  /** A whole number of any size, not below 0 */
  number(value: number): void {
    let rest = value
    for (; rest >= HALF; rest = Math.floor(rest / HALF))
      this.digit(HALF + rest % HALF)
    this.digit(rest)
  }

  /** A text of any signs; those beyond ASCII are written as JSON escapes them */
  string(value: string): void {
    const ascii = JSON.stringify(value).slice(1, -1).replace(/[^\x20-\x7E]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    this.number(ascii.length)
    this.text += ascii
  }
}

export class CompactReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  /** @throws {RangeError} where the text has ended, or holds something else */
  digit(): number {
    const value = DIGITS.indexOf(this.#text.charAt(this.#at++) || ' ')
    if (value < 0)
      throw new RangeError('compact text: ends too early, or is none')
    return value
  }

  fixed(length: number): number {
    let value = 0
    for (let place = 0; place < length; place++)
      value = value * 64 + this.digit()
    return value
  }

  number(): number {
    let value = 0
    for (let unit = 1; ; unit *= HALF) {
      const digit = this.digit()
      value += (digit % HALF) * unit
      if (digit < HALF)
        return value
    }
  }

  string(): string {
    const length = this.number()
    const ascii = this.#text.slice(this.#at, this.#at += length)
    if (ascii.length < length)
      throw new RangeError('compact text: ends too early')
    return JSON.parse(`"${ascii}"`)
  }
}
