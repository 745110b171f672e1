import { describe, expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { isChecked, readCourseFiles } from './course-files.ts'
import { report, reviewProblems, reviewWarnings } from './report.ts'

const TODAY = '2026-11-22'
const tiny = () => filesOf(TINY)

async function filesOf(root: string) {
  const { files } = await readCourseFiles(root)
  if (!isChecked(files))
    throw new Error('A file of the fixture cannot be read.')
  return files
}

describe('the report', () => {
  it('begins with what there is', async () => {
    expect(report(await tiny())).toMatch(/^2 sections, 7 slides, 9 questions, 2 claims, 4 verdicts, 0 trials, 1 source, 1 lesson, 1 term\n/)
  })

  it('has a line for each verdict of each claim, with its slides and questions', async () => {
    expect(report(await tiny())).toContain([
      '      claim       verdict  slides  questions',
      '  P1  tea.helps   first         1          3',
      '                  second        1          1',
      '  P1  rain.helps  first         1          4',
    ].join('\n'))
  })

  it('shows an empty cell', async () => {
    const copy = copyTiny()
    copy.replace('quizzes/tea.yaml', 'about: tea.second', 'about: rain.second')
    expect(report(await filesOf(copy.root))).toContain('second        1          –')
  })

  it('has a line for each section with its reading level, what guessing gets, and its types of questions', async () => {
    const text = report(await tiny())
    expect(text).toMatch(/slides {2}questions {2}evidence {2}figures\n {2}tea +-?\d+\.\d +-?\d+\.\d +-?\d+\.\d +–\n/)
    expect(text).toMatch(/questions {2}longest {2}chance {2}letters\n {2}tea +1 +0% +33% {2}a 1\n/)
    expect(text).toMatch(/choice {2}choices {2}hotspot {2}match {2}order {2}all\n {2}tea +1 +1 +– +1 +1 +4\n/)
  })
})

it('finds nothing to mend in the tiny course, and warns that it is small', async () => {
  expect(reviewProblems(await tiny())).toEqual([])
  expect(reviewWarnings(await tiny(), TODAY).map(({ message }) => message).join('\n')).toMatch(/^"tea" has 3 slides/)
})

it('has nothing to mend in the real course', async () => {
  expect(reviewProblems((await readCourseFiles(process.cwd())).files)).toEqual([])
})
