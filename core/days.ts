const DAY_MS = 86_400_000
/** A learner's day starts at four in the morning: who learns past midnight has not begun the next day. */
const DAY_STARTS_MS = 4 * 3_600_000

/** @returns the learner's day, counted from 1 January 1970: from four in the morning local time to four in the next; `utcOffsetMs` is east of Greenwich */
export function dayOf(atMs: number, utcOffsetMs: number): number {
  return Math.floor((atMs + utcOffsetMs - DAY_STARTS_MS) / DAY_MS)
}
