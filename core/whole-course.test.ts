import type { Progress } from './progress.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { sectionRecord } from './records.ts'
import { mayBeLearned } from './whole-course.ts'

it('a course whose sections are all learned may be learned, by what is known of it before its outlines are loaded', () => {
  const sections = [sectionOf('tea', ['a', 'b'], ['c']), sectionOf('rain', [], ['a'])]
  const contents = sections.map(({ id, title, station, slides }) => ({ id, title, station, parts: slides.length }))
  const isLearned = (progress: Progress) => sections.every(section => sectionRecord(progress, section, atMs => atMs).state === 'learned')
  fc.assert(fc.property(anyProgress, progress => !isLearned(progress) || mayBeLearned(progress, contents)))
  expect(mayBeLearned(progressOf({ seen: { 'tea.a': 1, 'rain.a': 1 } }), contents)).toBe(false)
})
