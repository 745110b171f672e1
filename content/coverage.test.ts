import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { checkCoverage, coverage, thinSections } from './coverage.ts'

it('follows each claim of a paragraph to its verdicts, and these to slides and questions', async () => {
  const copy = copyTiny()
  copy.replace('evidence/tea.yaml', 'paragraph: P1\n    text', 'paragraph: P2\n    text')
  const { files } = await readCourseFiles(copy.root)
  expect(coverage(files)).toEqual([
    { paragraph: 'P1', section: 'rain', claim: 'helps', verdicts: [{ id: 'first', slides: 1, questions: 4 }, { id: 'second', slides: 1, questions: 1 }] },
    { paragraph: 'P2', section: 'tea', claim: 'helps', verdicts: [{ id: 'first', slides: 1, questions: 3 }, { id: 'second', slides: 1, questions: 1 }] },
  ])
  expect(checkCoverage(files)).toEqual([])
})

it('tells a verdict that no question is about', async () => {
  const copy = copyTiny()
  copy.replace('quizzes/tea.yaml', 'about: tea.second', 'about: rain.second')
  const { files } = await readCourseFiles(copy.root)
  expect(coverage(files)[0]!.verdicts[1]).toEqual({ id: 'second', slides: 1, questions: 0 })
  expect(checkCoverage(files)).toEqual([{
    file: 'evidence/tea.yaml',
    line: copy.lineOf('evidence/tea.yaml', '- id: second'),
    message: 'No question is about the verdict "tea.second"',
    remedy: expect.any(String),
  }])
})

it('warns of a section with few slides or questions', async () => {
  const { files } = await readCourseFiles(copyTiny().root)
  expect(thinSections(files).map(({ file, message }) => [file, message])).toContainEqual(['slides/tea.md', '"tea" has 3 slides, at least 10 are wanted'])
  expect(thinSections(files).map(({ file, message }) => [file, message])).toContainEqual(['quizzes/tea.yaml', '"tea" has 4 questions, at least 12 are wanted'])
})
