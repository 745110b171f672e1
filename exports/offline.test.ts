import type { Selection } from './target.ts'
import { expect, it } from 'vitest'
import { packProgress } from '../core/packed-progress.ts'
import { sectionRecord } from '../core/records.ts'
import { readSaved } from '../core/saved-progress.ts'
import { answerTo, attemptAt, progressOf } from '../tests/fixtures/build.ts'
import { twoVersions } from '../tests/fixtures/selections.ts'
import { offline } from './offline.ts'
import { bytesOf } from './target.ts'

const foldersOf = async (selection: Selection) => [...new Set(Object.keys(await offline.make({ ...selection, buildForFiles: async () => ({ 'index.html': bytesOf('') }) })).map(path => path.split('/')[0]))]

it('a second version of the folder takes the place of the first, and finds the answers that the browser keeps by their ids', async () => {
  const { before, after, reworded, added, retired } = await twoVersions()
  expect(after.course.about.id).toBe(before.course.about.id)
  expect(await foldersOf(after)).toEqual(await foldersOf(before))
  const left = progressOf({ answers: [answerTo(reworded, 1, 5), answerTo(retired, 0.5, 6)], attempts: [attemptAt([reworded, retired], 4)] })
  const { progress } = readSaved(JSON.stringify(packProgress(left)))
  expect(progress).toEqual(left)
  const tea = after.course.outline.sections.find(({ id }) => id === 'tea')!
  expect([reworded, added, retired].map(id => tea.questions.some(question => question.id === id))).toEqual([true, true, false])
  // The quiz stands by what is left of it.
  expect(sectionRecord(progress, tea, atMs => atMs).quizScore).toBe(1)
})

it('is of the whole course, and says so where a section is asked for', async () => {
  const { before } = await twoVersions()
  await expect(Promise.resolve().then(() => offline.make({ ...before, sections: before.sections.slice(0, 1) }))).rejects.toThrow('leave --section out')
})
