import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { gainOf, MOST_BYTES, progressFile, readProgressFile } from './progress-file.ts'
import { emptyProgress, mergeProgress } from './progress.ts'

const day = '2026-11-22'

describe('a copy of progress', () => {
  it('is named with its day', () => {
    expect(progressFile(emptyProgress(), day).name).toBe('wandering-nerve-progress-2026-11-22.json')
  })

  it('comes back as it went out, for any history', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      expect(readProgressFile(progressFile(progress, day).text)).toEqual({ progress })
    }))
  })

  it('brings in nothing twice', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (mine, other) => {
      expect(gainOf(mergeProgress(mine, other), other)).toEqual({ answers: 0, slides: 0 })
    }))
  })

  it('says how much it would add', () => {
    const answer = { question: 'tea.colour', response: 'a', score: 1, atMs: 5, mode: 'page' as const, revision: 1 }
    const other = { ...emptyProgress(), answers: [answer], seen: { 'tea.start': 1, 'tea.check': 2 } }
    expect(gainOf({ ...emptyProgress(), seen: { 'tea.start': 9 } }, other)).toEqual({ answers: 1, slides: 1 })
  })
})

describe('a file that is no copy of progress is refused with what to do', () => {
  it.each([
    ['text', 'hello', /cannot be read/],
    ['cut off', progressFile(emptyProgress(), day).text.slice(0, 30), /cannot be read/],
    ['other JSON', '{"version":1,"answers":[]}', /not a copy of progress/],
    ['null', 'null', /not a copy of progress/],
    ['a list', '[]', /not a copy of progress/],
    ['newer', '{"kind":"wandering-nerve-progress","version":99}', /newer version/],
    ['too large', ' '.repeat(MOST_BYTES + 1), /too large/],
  ])('%s', (_, text, problem) => {
    expect(readProgressFile(text)).toMatchObject({ problem: expect.stringMatching(problem) })
  })

  it('never throws, for any text and any JSON', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readProgressFile(text)).toHaveProperty('problem')
    }))
  })
})
