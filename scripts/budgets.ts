export interface Budget {
  /** JavaScript of the first load, gzipped, KiB (1024 bytes) */
  jsKib: number
  /** All of the first load, gzipped, fonts included, KiB */
  totalKib: number
}

/** What the first load of a page may cost: what is measured plus 5%. Path to budget; checked in `npm test`, printed by `npm run size` and `npm run bench`. */
export const budgets: Record<string, Budget> = {
  '/learn/depression': { jsKib: 66, totalKib: 137 },
  '/quiz/depression': { jsKib: 85, totalKib: 123 },
  '/depression': { jsKib: 120, totalKib: 178.5 },
  '/1': { jsKib: 114, totalKib: 171.5 },
}

/** With more room than this a budget no longer tells what is added, and is to be lowered. */
export const MOST_ROOM = 1.08

/** What a phone loads to join a live room at a claim, gzipped, KiB: what is measured plus 5%; a hall shares one access point. */
export const JOINING_KIB = 75
