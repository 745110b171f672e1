import type { CompactReader, CompactWriter } from './compact-text.ts'

/** Shares of up to 6 parts and of 10 pairs are sixtieths. */
const PARTS = 60
const OTHER_SCORE = 63

/** Writes a score of 0 … 1: a share of sixtieths takes one digit, any other is written out. */
export function writeScore(out: CompactWriter, score: number): void {
  const parts = Math.round(score * PARTS)
  if (Math.abs(score * PARTS - parts) < 1e-9)
    return out.digit(parts)
  out.digit(OTHER_SCORE)
  out.string(String(score))
}

/** @returns the score that `writeScore` wrote, 0 … 1 */
export function readScore(text: CompactReader): number {
  const parts = text.digit()
  return parts === OTHER_SCORE ? Number(text.string()) : parts / PARTS
}

/** The shapes of a response: a key, keys, pairs of keys, anything else. Never change one, add new ones. */
const KEYS = 26
const PAIRS = 27
const ANYTHING = 28
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const isKey = (value: unknown): value is string => typeof value === 'string' && value.length === 1 && LETTERS.includes(value)

function writeKeys(out: CompactWriter, shape: number, keys: string[]): void {
  out.digit(shape)
  out.number(keys.length)
  for (const key of keys)
    out.digit(LETTERS.indexOf(key))
}

/** Writes a response of any type of question; one in keys of one letter takes a digit for each. */
export function writeResponse(out: CompactWriter, response: unknown): void {
  if (isKey(response))
    return out.digit(LETTERS.indexOf(response))
  if (Array.isArray(response) && response.every(isKey))
    return writeKeys(out, KEYS, response)
  const entries = typeof response === 'object' && response !== null && !Array.isArray(response) ? Object.entries(response).flat() : []
  if (entries.length > 0 && entries.every(isKey))
    return writeKeys(out, PAIRS, entries)
  out.digit(ANYTHING)
  out.string(JSON.stringify(response ?? null))
}

/** @returns the response that `writeResponse` wrote; whether it fits its question is not looked at here */
export function readResponse(text: CompactReader): unknown {
  const shape = text.digit()
  if (shape < LETTERS.length)
    return LETTERS[shape]
  if (shape === ANYTHING)
    return JSON.parse(text.string())
  const keys = Array.from({ length: text.number() }, () => LETTERS[text.digit()]!)
  return shape === KEYS
    ? keys
    : Object.fromEntries(keys.flatMap((key, place) => place % 2 === 0 ? [[key, keys[place + 1]!]] : []))
}
