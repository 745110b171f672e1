import type { Belief } from './progress.ts'
import { describe, expect, it } from 'vitest'
import { progressOf } from '../tests/fixtures/build.ts'
import { isApproved, latestBelief, nearness } from './beliefs.ts'

const belief = (atMs: number, more: Partial<Belief> = {}): Belief => ({ section: 'tea', moment: 'before', approved: true, evidence: 'mixed', atMs, ...more })

describe('a belief', () => {
  it('is the one placed last, for its section and its moment', () => {
    const progress = progressOf({ beliefs: [belief(1), belief(2, { evidence: 'early' }), belief(3, { moment: 'after' }), belief(4, { section: 'rain' })] })
    expect(latestBelief(progress, 'tea', 'before')?.atMs).toBe(2)
    expect(latestBelief(progress, 'tea', 'after')?.atMs).toBe(3)
    expect(latestBelief(progress, 'rain', 'after')).toBeUndefined()
  })

  it('is off by so many levels, more where it believed more than is shown', () => {
    const truth = { approval: { status: 'not-approved' as const }, evidence: 'early' as const }
    expect(nearness({ approved: false, evidence: 'established' }, truth)).toEqual({ levels: 3, approvalRight: true })
    expect(nearness({ approved: true, evidence: 'early' }, truth)).toEqual({ levels: 0, approvalRight: false })
    expect(nearness({ approved: true, evidence: 'not-supported' }, truth)).toEqual({ levels: -1, approvalRight: false })
  })

  it('counts a permission in whichever word, and no designation', () => {
    expect((['approved', 'granted', 'cleared'] as const).map(status => isApproved({ status, by: 'US FDA', year: 2005, for: 'tea' }))).toEqual([true, true, true])
    expect(isApproved({ status: 'designated', by: 'US FDA', year: 2005, for: 'tea' })).toBe(false)
    expect(isApproved({ status: 'not-approved' })).toBe(false)
    expect(isApproved({ status: 'not-a-device' })).toBe(false)
  })
})
