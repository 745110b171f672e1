import { expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { drafts, sharedStations } from './drafts.ts'
import { readCourse } from './load-course.ts'

it('warns once of each file that is still to be written, at its first gap', async () => {
  const copy = copyTiny()
  copy.replace('slides/tea.md', 'One sentence.', 'One sentence.\n\nTODO: another one.\n\n- TODO: and a third')
  copy.replace('evidence/tea.yaml', 'because: Two trials disagreed.', 'because: TODO')
  const warnings = drafts((await readCourse(copy.root)).files)
  expect(warnings.map(({ file, line }) => ({ file, line }))).toEqual([
    { file: 'slides/tea.md', line: copy.lineOf('slides/tea.md', 'TODO') },
    { file: 'evidence/tea.yaml', line: copy.lineOf('evidence/tea.yaml', 'TODO') },
  ])
  expect(warnings[0]!.message).toBe('Draft: 2 texts of this file are still to be written')
})

it('warns of a station that two sections share, as they would lie on each other', async () => {
  const copy = copyTiny()
  copy.replace('evidence/rain.yaml', 'station: cloud', 'station: cup')
  expect(sharedStations((await readCourse(copy.root)).files)).toEqual([expect.objectContaining({
    file: 'evidence/rain.yaml',
    line: copy.lineOf('evidence/rain.yaml', 'station: cup'),
    message: 'The station "cup" is that of "tea" already; on the map the two lie on each other',
  })])
})

it('finds neither in the tiny course', async () => {
  const { files } = await readCourse(TINY)
  expect([...drafts(files), ...sharedStations(files)]).toEqual([])
})
