import { describe, expect, it } from 'vitest'
import { figureRegions } from './figure-regions.ts'

/** How wide the narrowest place is that a figure is drawn in: a phone of 390 px, and the canvas of a slide. */
const narrowest = { phone: [303, 44], slide: [272, 38] } as const

describe.each(Object.entries(figureRegions))('the figure %s', (_, { viewBox: [left, top, width, height], regions }) => {
  const all = Object.entries(regions)

  it('has every mark inside, with room for its size', () => {
    const half = 22 * width / narrowest.phone[0]
    for (const [region, { mark: [x, y] }] of all) {
      expect(x - half, region).toBeGreaterThanOrEqual(left)
      expect(x + half, region).toBeLessThanOrEqual(left + width)
      expect(y - half, region).toBeGreaterThanOrEqual(top)
      expect(y + half, region).toBeLessThanOrEqual(top + height)
    }
  })

  it('keeps its marks apart, as large as they are on a phone and on a slide', () => {
    const apart = [44 * width / narrowest.phone[0], 38 * height / narrowest.slide[0]]
    for (const [index, [region, { mark }]] of all.entries()) {
      for (const [other, { mark: otherMark }] of all.slice(index + 1)) {
        const distance = Math.hypot(mark[0] - otherMark[0], mark[1] - otherMark[1])
        for (const least of apart)
          expect(distance, `${region} and ${other}`).toBeGreaterThanOrEqual(least)
      }
    }
  })
})

describe('the person’s left is on the viewer’s right', () => {
  /** The middle of all points of a path that has only absolute commands. */
  function middleX(path: string): number {
    const xs = [...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x))
    return xs.reduce((sum, x) => sum + x, 0) / xs.length
  }

  it.each(['heart', 'stomach', 'spleen', 'colon-end'])('in the course of the nerve: %s', (region) => {
    expect(middleX(figureRegions['nerve-course']!.regions[region]!.shape)).toBeGreaterThan(0)
  })

  it.each(['neck-cuff', 'chest-implant'])('where an implant lies: %s', (region) => {
    const { shape, to } = figureRegions['device-places']!.regions[region]!
    expect(middleX(shape.replace(/A9 9 0 0 1 /g, 'L').replace(/[HV][\d.]+/g, ''))).toBeGreaterThan(0)
    expect(to![0]).toBeGreaterThan(0)
  })

  it('and the lungs are the same on both sides', () => {
    expect(middleX(figureRegions['nerve-course']!.regions.lungs!.shape)).toBeCloseTo(0, 6)
  })
})

it('on the plane, approval grows to the right and proof to the top', () => {
  const at = (name: string) => figureRegions['approval-and-proof']!.regions[name]!.mark
  expect(at('approved-strong')[0]).toBeGreaterThan(at('not-approved-strong')[0])
  expect(at('approved-weak')[0]).toBeGreaterThan(at('not-approved-weak')[0])
  expect(at('approved-strong')[1]).toBeLessThan(at('approved-weak')[1])
  expect(at('not-approved-strong')[1]).toBeLessThan(at('not-approved-weak')[1])
})
