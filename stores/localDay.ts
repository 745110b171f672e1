import { dayOf } from '../core/days.ts'

/** @returns the learner's day of a time, in the time zone that this browser has then */
export function localDay(atMs: number): number {
  return dayOf(atMs, -new Date(atMs).getTimezoneOffset() * 60_000)
}
