import type { Verdict } from './course.ts'

/** @returns whether a verdict may be out of date; both days as YYYY-MM-DD */
export function isStale({ recheckBy }: Pick<Verdict, 'recheckBy'>, today: string): boolean {
  return recheckBy !== undefined && today >= recheckBy
}
