export interface Budget {
  /** JavaScript of the first load, gzipped, KiB (1024 bytes) */
  jsKib: number
  /** All of the first load, gzipped, fonts included, KiB */
  totalKib?: number
}

/** What the first load of a page may cost. Path to budget; checked in `npm test`, printed by `npm run size` and `npm run bench`. */
export const budgets: Record<string, Budget> = {
  '/learn/depression': { jsKib: 110, totalKib: 190 },
  '/quiz/depression': { jsKib: 110 },
  '/depression': { jsKib: 150 },
  '/1': { jsKib: 150 },
}
