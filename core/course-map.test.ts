import type { MapVerdict } from './course-map.ts'
import { describe, expect, it } from 'vitest'
import { decisionsOf, planeCounts, planeOf, usesOf } from './course-map.ts'

const year = (status: 'approved' | 'granted' | 'cleared' | 'designated', year: number) => ({ status, by: 'US FDA', year, for: 'adults' }) as const

function verdict(id: string, evidence: MapVerdict['evidence'], approval: MapVerdict['approval'] = { status: 'not-approved' }): MapVerdict {
  return { id, title: id, device: 'implant', system: 'pain', approval, evidence, checked: '2026-11-22' }
}

describe('the plane of proof and approval', () => {
  it('has a row for every level, from established down, and cells from no decision to approved', () => {
    const rows = planeOf([
      verdict('a.early', 'early'),
      verdict('a.sold', 'early', year('cleared', 2018)),
      verdict('a.idea', 'early', { status: 'not-a-device' }),
      verdict('a.also', 'early'),
    ])
    expect(rows.map(({ level }) => level)).toEqual(['established', 'promising', 'mixed', 'early', 'not-supported'])
    expect(rows[3]!.cells.map(({ status, verdicts }) => [status, ...verdicts.map(({ id }) => id)])).toEqual([
      ['not-a-device', 'a.idea'],
      ['not-approved', 'a.early', 'a.also'],
      ['designated'],
      ['cleared', 'a.sold'],
      ['granted'],
      ['approved'],
    ])
  })

  it('counts uses of a device, and how strong the proof is of those with a permission', () => {
    expect(planeCounts([
      verdict('a.1', 'established', year('approved', 1997)),
      verdict('a.2', 'promising', year('granted', 2017)),
      verdict('a.3', 'mixed', year('cleared', 2018)),
      verdict('a.4', 'early', year('cleared', 2018)),
      verdict('a.5', 'early', year('designated', 2022)),
      verdict('a.6', 'promising'),
      verdict('a.7', 'established', { status: 'not-a-device' }),
    ])).toEqual({ uses: 6, permitted: 4, permittedBy: { established: 1, promising: 1, weaker: 2 }, provenOnly: 1 })
  })
})

describe('the uses of a device', () => {
  it('count once where two sections weigh the same one, so that no permission is counted twice', () => {
    const verdicts = [
      verdict('a.epilepsy', 'established', year('approved', 1997)),
      verdict('a.idea', 'not-supported'),
      verdict('b.epilepsy', 'established', year('approved', 1997)),
      verdict('b.idea', 'not-supported'),
    ]
    expect(usesOf(verdicts).map(({ id }) => id)).toEqual(['a.epilepsy', 'a.idea', 'b.idea'])
    expect(planeCounts(usesOf(verdicts))).toMatchObject({ uses: 3, permitted: 1, permittedBy: { established: 1 } })
  })
})

describe('the decisions of regulators', () => {
  it('stand from the first to the last; verdicts without a decision are none', () => {
    const decisions = decisionsOf([
      verdict('a.late', 'early', year('approved', 2025)),
      verdict('a.none', 'early'),
      verdict('a.first', 'early', year('approved', 1997)),
    ])
    expect(decisions.map(({ id }) => id)).toEqual(['a.first', 'a.late'])
  })

  it('count once when two sections weigh the same one', () => {
    const decisions = decisionsOf([
      verdict('a.epilepsy', 'established', year('approved', 1997)),
      verdict('b.epilepsy', 'established', year('approved', 1997)),
    ])
    expect(decisions.map(({ id }) => id)).toEqual(['a.epilepsy'])
  })

  it('stay two within one section, and where the proof differs', () => {
    const decisions = decisionsOf([
      verdict('a.attack', 'mixed', year('cleared', 2018)),
      verdict('a.prevention', 'mixed', year('cleared', 2018)),
      verdict('b.other', 'early', year('cleared', 2018)),
    ])
    expect(decisions.length).toBe(3)
  })
})
