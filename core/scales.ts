import type { Approval } from './course.ts'

/** From the strongest proof down. */
export const evidenceLevels = ['established', 'promising', 'mixed', 'early', 'not-supported'] as const

/** From no decision to the one that asks for most. */
export const approvalStatuses = ['not-a-device', 'not-approved', 'designated', 'cleared', 'granted', 'approved'] as const satisfies Approval['status'][]
