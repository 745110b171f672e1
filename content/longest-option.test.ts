import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { checkGuessing, guessing } from './longest-option.ts'

/** A bank of choice questions: the lengths of each one's options, and the right letter. */
async function bankOf(questions: [lengths: number[], answer: string][]) {
  const copy = copyTiny()
  copy.write('quizzes/tea.yaml', questions.map(([lengths, answer], index) => `
- id: q${index}
  type: choice
  about: tea.first
  taughtAt: tea.verdict
  prompt: Which?
  options: {${lengths.map((length, place) => `${'abcdef'[place]}: {text: ${'x'.repeat(length)}, feedback: F.}`).join(', ')}}
  answer: ${answer}
  explanation: E.
  sources: [smith-2001]
`).join(''))
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  return { tea: guessing(files)[0]!, problems: checkGuessing(files) }
}

const longestIsRight: [number[], string] = [[9, 3, 3], 'a']
const shortestIsRight: [number[], string] = [[3, 3, 9], 'b']

describe('how far guessing gets in a bank', () => {
  it('is the share of questions whose longest option is right, beside chance', async () => {
    const { tea } = await bankOf([longestIsRight, shortestIsRight, [[3, 9], 'b'], [[9, 3], 'b']])
    expect(tea).toEqual({ section: 'tea', questions: 4, longest: 0.5, chance: (1 / 3 + 1 / 3 + 1 / 2 + 1 / 2) / 4, letters: { a: 1, b: 3 } })
  })

  it('counts a share where several are longest', async () => {
    expect((await bankOf([[[9, 9, 3], 'a']])).tea.longest).toBe(0.5)
  })

  it('counts only questions with one right option', async () => {
    const { files } = await readCourseFiles(copyTiny().root)
    expect(guessing(files)[0]).toMatchObject({ questions: 1, letters: { a: 1 } })
  })
})

const many = (count: number, question: [number[], string]): [number[], string][] => Array.from<[number[], string]>({ length: count }).fill(question)

describe('a bank gives itself away', () => {
  it('when the longest option is right clearly more often than chance', async () => {
    const { problems } = await bankOf([...many(3, longestIsRight), ...many(2, [[3, 9, 3], 'b']), ...many(3, shortestIsRight)])
    expect(problems.map(({ message }) => message)).toEqual([
      'The longest option is right in 63% of the questions, where chance gives 33%',
      '"b" is right in 5 of 8 questions with one right option',
    ])
    expect(problems[0]).toMatchObject({ file: 'quizzes/tea.yaml', line: 1 })
  })

  it('not when it is right about as often as chance has it', async () => {
    const { problems } = await bankOf([...many(4, longestIsRight), ...many(4, shortestIsRight)])
    expect(problems).toEqual([])
  })

  it('not when there are too few questions to say', async () => {
    expect((await bankOf(many(7, longestIsRight))).problems).toEqual([])
  })
})
