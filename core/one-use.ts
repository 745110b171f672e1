import type { Verdict } from './course.ts'

/** @returns whether a verdict is about a use that a regulator could decide on: no idea without a device, nor "health in general" by any device at all */
export function isOneUse({ device, system, approval }: Pick<Verdict, 'device' | 'system' | 'approval'>): boolean {
  const isOneDevice = device !== 'several' && device !== 'none'
  return approval.status !== 'not-a-device' && (isOneDevice || system !== 'general')
}
