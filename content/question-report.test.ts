import { describe, expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { checkLevels, extremesCells, leaningCells, lessonCells, levelCells } from './question-report.ts'

const filesOf = async (root: string) => (await readCourseFiles(root)).files

/** A bank of choice questions with these fields of their own. */
async function bankOf(questions: string[]) {
  const copy = copyTiny()
  copy.write('quizzes/tea.yaml', questions.map((fields, index) => `
- id: q${index}
  type: choice
  about: tea.first
  taughtAt: tea.verdict
  prompt: Which?
  options: {a: {text: One, feedback: F.}, b: {text: Two, feedback: F.}}
  answer: a
  explanation: E.
  sources: [smith-2001]
  ${fields}
`).join(''))
  copy.remove('quizzes/rain.yaml')
  const { files } = await readCourseFiles(copy.root)
  return { files, problems: checkLevels(files).filter(({ file }) => file === 'quizzes/tea.yaml').map(({ message }) => message) }
}

const many = (count: number, fields: string) => Array.from<string>({ length: count }).fill(fields)

describe('the report of questions', () => {
  it('counts levels, how the right answer leans, and lessons', async () => {
    const { files } = await bankOf(['level: recall', 'level: apply\n  leans: favourable\n  lessons: [sham-improves-too]', 'level: new\n  leans: sceptical', 'level: new'])
    expect(levelCells(files)[1]).toEqual(['tea', '1', '0', '1', '2', '25%'])
    expect(leaningCells(files)[1]).toEqual(['tea', '1', '1', '2', '1', '1', '2'])
    expect(lessonCells(files)[1]!.slice(0, 2)).toEqual(['sham-improves-too', '1'])
    expect(lessonCells(files).at(-1)!.slice(0, 2)).toEqual(['on none', '3'])
  })
})

describe('a choice between two extremes', () => {
  it('is counted, and in how many the bold or the dismissive option is right', async () => {
    const { files, problems } = await bankOf(['level: new\n  extremes: [a, b]', 'level: new\n  extremes: [b, a]', 'level: new\n  extremes: [b, a]', 'level: new'])
    expect(problems).toEqual([])
    expect(extremesCells(files)[1]).toEqual(['tea', '3', '1', '2', '100%'])
  })

  it('names two of its options', async () => {
    for (const extremes of ['[a, c]', '[a, a]'])
      expect((await bankOf([`level: new\n  extremes: ${extremes}`])).problems).toEqual(['"tea.q0" names extremes that are no two of its options'])
  })
})

describe('a bank is out of balance', () => {
  it('when a question has no level', async () => {
    expect((await bankOf(['leans: sceptical'])).problems).toEqual(['"tea.q0" has no level'])
  })

  it('when more than a quarter asks for a remembered fact', async () => {
    expect((await bankOf([...many(3, 'level: recall'), ...many(5, 'level: new')])).problems).toEqual(['38% of the questions ask for a remembered fact, 25% at most'])
    expect((await bankOf([...many(2, 'level: recall'), ...many(6, 'level: new')])).problems).toEqual([])
  })

  it('when only doubt is rewarded', async () => {
    const sceptical = 'level: new\n  leans: sceptical'
    const favourable = 'level: new\n  leans: favourable'
    expect((await bankOf([...many(7, sceptical), favourable])).problems).toEqual(['1 of 8 single right options speak for the device or the claim, at least 25% must'])
    expect((await bankOf([...many(6, sceptical), ...many(2, favourable)])).problems).toEqual([])
    expect((await bankOf([...many(5, 'level: new'), sceptical, sceptical, favourable])).problems, 'those that lean neither way count, too').toHaveLength(1)
  })
})

it('finds nothing in the tiny course', async () => {
  expect(checkLevels(await filesOf(TINY))).toEqual([])
})
