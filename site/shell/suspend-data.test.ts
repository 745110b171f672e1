// @vitest-environment node
import type { Progress } from '../../core/progress.ts'
import { expect, it } from 'vitest'
import { sectionRecord } from '../../core/records.ts'
import { localDay } from '../../stores/localDay.ts'
import { diligentLearner } from '../../tests/fixtures/diligent-learner.ts'
import { selectionOf } from '../../tests/fixtures/selections.ts'
import { scorm12, scorm2004 } from './scorm-version.ts'
import { readState, writeState } from './state.ts'

const { course: loaded } = await selectionOf()
const all = loaded.outline.sections
const course = { sections: all, headlines: loaded.headlines.map(({ id }) => id) }
const settings = JSON.stringify({ scheme: 'dark', textSize: 'larger' })
const TIMES = [1, 2, 5, 20]
const number = (value: number) => value.toLocaleString('en')

const questionsIn = ({ answers }: Progress) => new Set(answers.map(({ question }) => question)).size

/** @returns a cell of the table: characters, and where something was left out, what is kept */
function cell(text: string, before: Progress, after: Progress): string {
  const isWhole = after.answers.length === before.answers.length
  return `${number(text.length)}${isWhole ? '' : ` (${number(after.answers.length)} of ${number(before.answers.length)} answers, to ${questionsIn(after)} of ${questionsIn(before)} questions)`}`
}

/** What comes back of a learner who answered everything so many times. */
function measure(times: number, wanted: typeof all, limit: number) {
  const progress = diligentLearner(loaded, times, wanted)
  const text = writeState({ progress, settings }, course, limit)
  const read = readState(text, course)
  return { text, progress, read }
}

const packages = [{ name: 'whole course', wanted: all }, ...all.map(section => ({ name: section.title, wanted: [section] }))]
const rows: Record<string, string[]> = { 1.2: [], 2004: [] }

it.each(packages)('fits for a learner of: $name, and keeps every pass, the best result and the settings', ({ name, wanted }) => {
  for (const [standard, { suspendLimit }] of Object.entries({ 1.2: scorm12, 2004: scorm2004 })) {
    const cells = TIMES.map((times) => {
      const { text, progress, read } = measure(times, wanted, suspendLimit)
      expect(text.length).toBeLessThanOrEqual(suspendLimit)
      expect(read.settings).toBe(settings)
      for (const section of wanted) {
        const record = sectionRecord(read.progress, section, localDay)
        expect(record.quiz).toBe('passed')
        expect(record).toMatchObject((({ state, quiz, quizScore }) => ({ state, quiz, quizScore }))(sectionRecord(progress, section, localDay)))
      }
      return cell(text, progress, read.progress)
    })
    rows[standard]!.push(`| ${[name, standard, ...cells].join(' | ')} |`)
  }
})

it('is measured, as the table of docs/exports.md says', () => {
  expect(rows['1.2']).toHaveLength(packages.length)
  console.log(['| package | SCORM | 1 time | 2 times | 5 times | 20 times |', '| --- | --- | --- | --- | --- | --- |', ...rows['1.2']!, ...rows['2004']!].join('\n'))
})
