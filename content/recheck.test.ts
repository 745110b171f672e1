import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { staleVerdicts } from './recheck.ts'

it.each([
  ['the day before', '2026-05-21', 0],
  ['on the day', '2026-05-22', 1],
  ['years after', '2031-01-01', 1],
])('%s a verdict is to be checked again, %s, it is told %i times', async (_when, today, times) => {
  const copy = copyTiny()
  copy.replace('evidence/tea.yaml', 'recheckBy: 2090-01-01', 'recheckBy: 2026-05-22')
  const { files } = await readCourseFiles(copy.root)
  expect(staleVerdicts(files, today)).toEqual(Array.from({ length: times }, () => ({
    file: 'evidence/tea.yaml',
    line: copy.lineOf('evidence/tea.yaml', 'recheckBy: 2026'),
    message: 'The verdict "tea.first" was to be checked again by 2026-05-22',
    remedy: expect.any(String),
  })))
})
