import type { HotspotFigures } from './hotspot.schema.ts'
import { describe, expect, it } from 'vitest'
import { hotspotOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { plainWords } from '../../words/en/questions.ts'
import { hotspotSchemaOf } from './hotspot.schema.ts'
import { hotspot } from './hotspot.ts'

const question = hotspotOf(['a', 'b', 'c'], 'b')

describe('an answer to a hotspot', () => {
  it.each(['a', 'b', 'c'])('may be sent with any of the places: %s', (key) => {
    expect(hotspot.validate(question, key)).toBeUndefined()
  })

  it.each([...hostile, ['the region in the place of its key', 'heart'], ['the list of the right place', ['b']]])('may not be sent with %s', (_name, value) => {
    expect(hotspot.validate(question, value)).toEqual({ missing: 'spot' })
  })

  it('scores 1 with the right place and 0 with any other', () => {
    expect(['a', 'b', 'c'].map(key => hotspot.score(question, key))).toEqual([0, 1, 0])
  })

  it('shows the chosen right place as right and leaves the others alone', () => {
    expect(hotspot.reveal(question, 'b').marks).toEqual({ a: 'left', b: 'right', c: 'left' })
  })

  it('shows a wrong choice as wrong and the right place as missed', () => {
    expect(hotspot.reveal(question, 'a').marks).toEqual({ a: 'wrong', b: 'missed', c: 'left' })
  })

  it('is solved with the right place', () => {
    expect(hotspot.solution(question)).toBe('b')
  })
})

it('a hotspot reads as text with its places lettered as shown', () => {
  expect(hotspot.plain(question, ['c', 'b', 'a'], {}, plainWords)).toEqual({ lines: ['a) Text c', 'b) Text b', 'c) Text a'], solution: 'b) Text b' })
})

describe('a hotspot in a bank', () => {
  const { id: _, ...rest } = hotspotOf(['a', 'b', 'c'], 'b')
  const figures = { 'nerve-course': ['brainstem', 'ear', 'throat', 'gut'], 'device-places': ['ear', 'neck-skin', 'belly'] }
  const inBank = (change: (question: any) => void, known: HotspotFigures | undefined = figures) => {
    const raw = structuredClone({ ...rest, id: 'question' })
    change(raw)
    return hotspotSchemaOf(known).safeParse(raw).error?.issues.map(issue => issue.message)
  }

  it('is in order with regions of its figure', () => {
    expect(inBank(() => {})).toBeUndefined()
  })

  it('may not name a region that the figure has not, and is told which it has', () => {
    expect(inBank(raw => raw.options.a.region = 'knee')).toEqual(['is no region of the figure; it has brainstem, ear, throat, gut'])
    expect(inBank(raw => raw.figure = 'device-places')).toContain('is no region of the figure; it has ear, neck-skin, belly')
  })

  it('may not be asked on a figure that the course has not, and is told which it has', () => {
    expect(inBank(raw => raw.figure = 'nerve-curse')).toEqual([expect.stringMatching(/"nerve-course"\|"device-places"/)])
    expect(inBank(() => {}, {})).toEqual(['is no figure: course.yaml names none under "hotspots"'])
  })

  it('is not blamed where course.yaml cannot be read', () => {
    expect(hotspotSchemaOf().safeParse({ ...rest, id: 'question' }).success).toBe(true)
  })

  it('may not name a region twice', () => {
    expect(inBank(raw => raw.options.a.region = raw.options.b.region)).toEqual(['names a region twice'])
  })
})
