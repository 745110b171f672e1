import type { Answer } from './progress.ts'
import { describe, expect, it } from 'vitest'
import { answerTo, progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { stoppedAt } from './records.ts'

describe('where somebody stopped in a section', () => {
  const tea = sectionOf('tea', ['start', 'claim', 'check', 'end'], ['check'])
  tea.slides[2]!.question = 'tea.check'
  const stopped = (seen: Record<string, number>, answers: Answer[] = []) => stoppedAt(progressOf({ seen, answers }), tea)?.id

  it('is nowhere where nothing was read, and at its end', () => {
    expect(stopped({})).toBeUndefined()
    expect(stopped({ 'tea.start': 1, 'tea.end': 2 })).toBeUndefined()
  })

  it('is the part after the one that was read last, whatever was skipped before', () => {
    expect(stopped({ 'tea.start': 1 })).toBe('tea.claim')
    expect(stopped({ 'tea.claim': 1 })).toBe('tea.check')
    expect(stopped({ 'tea.check': 1, 'tea.start': 2 })).toBe('tea.claim')
  })

  it('is after a question that was answered, too', () => {
    expect(stopped({ 'tea.start': 1 }, [answerTo('tea.check', 0, 5)])).toBe('tea.end')
  })

  it('is later in the section where two parts were read in one moment', () => {
    expect(stopped({ 'tea.start': 7, 'tea.claim': 7 })).toBe('tea.check')
  })
})
