import type { PartName } from './progress-parts/index.ts'
import type { Progress } from './progress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt } from '../tests/fixtures/build.ts'
import { gainOf, MOST_BYTES, progressFile, readProgressFile } from './progress-file.ts'
import { emptyProgress, isEmpty, mergeProgress, progressParts } from './progress-parts/index.ts'
import { readSettings } from './settings.ts'

const ID = 'wandering-nerve'
const day = '2026-11-22'
/** Something of each part. */
const lively: Progress = {
  answers: [answerTo('tea.a', 1, 5)],
  attempts: [attemptAt(['tea.a'], 5)],
  beliefs: [{ section: 'tea', moment: 'before', approved: true, evidence: 'mixed', atMs: 5 }],
  seen: { 'tea.start': 5 },
  clocks: [{ atMs: 9, clockMs: 5 }],
}

describe('a copy of progress', () => {
  it('is named with its day', () => {
    expect(progressFile({ progress: emptyProgress() }, ID, day).name).toBe('wandering-nerve-progress-2026-11-22.json')
  })

  it('comes back as it went out, for any history', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      expect(readProgressFile(progressFile({ progress }, ID, day).text, ID)).toEqual({ progress })
    }))
  })

  it('holds how the display is set, where anything was chosen', () => {
    const settings = { ...readSettings(null), scheme: 'dark' as const }
    expect(readProgressFile(progressFile({ progress: emptyProgress(), settings }, ID, day).text, ID)).toEqual({ progress: emptyProgress(), settings })
  })

  it('brings in nothing twice', () => {
    fc.assert(fc.property(anyProgress, anyProgress, (mine, other) => {
      expect(gainOf(mergeProgress(mine, other), other)).toEqual({ answers: 0, attempts: 0, beliefs: 0, seen: 0, clocks: 0 })
    }))
  })

  it('says how much it would add', () => {
    const answer = { question: 'tea.colour', response: 'a', score: 1, atMs: 5, mode: 'page' as const, revision: 1 }
    const other = { ...emptyProgress(), answers: [answer], seen: { 'tea.start': 1, 'tea.check': 2 } }
    expect(gainOf({ ...emptyProgress(), seen: { 'tea.start': 9 } }, other)).toMatchObject({ answers: 1, seen: 1 })
  })
})

it.each(Object.keys(progressParts) as PartName[])('a copy that adds %s alone adds something', (name) => {
  const other = { ...emptyProgress(), [name]: lively[name] }
  expect(gainOf(emptyProgress(), other)[name]).toBeGreaterThan(0)
  expect(isEmpty(other)).toBe(false)
})

describe('a file that is no copy of progress is refused with the reason', () => {
  it.each([
    ['text', 'hello', 'unreadable'],
    ['cut off', progressFile({ progress: emptyProgress() }, ID, day).text.slice(0, 30), 'unreadable'],
    ['other JSON', '{"version":1,"answers":[]}', 'another-kind'],
    ['null', 'null', 'another-kind'],
    ['a list', '[]', 'another-kind'],
    ['newer', '{"kind":"wandering-nerve-progress","version":99}', 'newer'],
    ['too large', ' '.repeat(MOST_BYTES + 1), 'too-large'],
  ])('%s', (_, text, problem) => {
    expect(readProgressFile(text, ID)).toEqual({ problem })
  })

  it('never throws, for any text and any JSON', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readProgressFile(text, ID)).toHaveProperty('problem')
    }))
  })
})
