/** @returns the middle one; of an even number, the mean of the two middle ones */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** @returns the smallest value that at least `share` of all do not exceed (nearest rank) */
function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]!
}

/** What times of several rounds are told by: of each round the middle and the 95th percentile, and of these the medians. */
export interface Spread {
  p50Ms: number
  p95Ms: number
  count: number
  roundsMs: number[][]
}

export function spreadOf(roundsMs: number[][]): Spread {
  return {
    p50Ms: median(roundsMs.map(timesMs => percentile(timesMs, 0.5))),
    p95Ms: median(roundsMs.map(timesMs => percentile(timesMs, 0.95))),
    count: roundsMs.flat().length,
    roundsMs,
  }
}
