import { LOCALE } from './language.ts'

/** @returns the decimals, two at most, with which all values of one chart are written, so that they look as exact as each other: −2.26 and −1.80 */
export function decimalsOf(values: number[]): number {
  return Math.min(2, Math.max(0, ...values.map(value => String(value).split('.')[1]?.length ?? 0)))
}

/** @returns a number as a reader sees it, with a true minus */
export function written(value: number, decimals = 0): string {
  return value.toLocaleString(LOCALE, { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(2, decimals) }).replace('-', '−')
}
