import type { EstimateQuestion } from '../core/course.ts'

interface Step {
  middle: number
  tolerance: number
  /** What it scores, 0 … 1 */
  share: number
  feedback: string
}

const neat = (value: number) => Number(value.toFixed(6))

/**
 * An estimate for systems that know ranges only: what lies within the tolerance is right, half of the tolerance beyond
 * it scores half, and the rest nothing. The first range that holds a guess counts.
 * @returns the ranges, with what is said after each
 */
export function estimateSteps({ answer, tolerance, min, max, feedback }: EstimateQuestion): Step[] {
  const half = 1.5 * tolerance
  const range = (from: number, to: number, share: number, said: string): Step[] => from < to
    ? [{ middle: neat((from + to) / 2), tolerance: neat((to - from) / 2), share, feedback: said }]
    : []
  return [
    { middle: answer, tolerance, share: 1, feedback: feedback.near },
    ...range(Math.max(min, answer - half), answer - tolerance, 0.5, feedback.low),
    ...range(answer + tolerance, Math.min(max, answer + half), 0.5, feedback.high),
    ...range(min, answer - half, 0, feedback.low),
    ...range(answer + half, max, 0, feedback.high),
  ]
}
