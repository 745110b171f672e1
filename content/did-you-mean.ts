import { nearest } from '../core/nearest.ts'

/** @returns `Did you mean "lead"? `, to stand before a remedy; empty when no word is near */
export function didYouMean(word: string, words: Iterable<string>): string {
  const meant = nearest(word, words)
  return meant === undefined ? '' : `Did you mean "${meant}"? `
}
