import { describe, expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { checkWording } from './check-wording.ts'
import { readCourseFiles } from './course-files.ts'

async function problemsIn(file: string, text: string, by: string) {
  const copy = copyTiny()
  copy.replace('evidence/tea.yaml', 'verdicts:\n', `trials:
  - id: cup
    name: CUP-1, 2020
    device: implant
    asked: Does it help with hiccups?
    who: 20 people
    compared: Device on against device off
    goal: met
    goalText: Fewer hiccups.
    sources: [smith-2001]
verdicts:
`)
  copy.replace(file, text, by)
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  return checkWording(files).map(({ file, message }) => `${file} ${message}`)
}

const promptOf = (prompt: string) => problemsIn('quizzes/tea.yaml', 'Which of these is right about tea?', prompt)

describe('a prompt that does not stand alone weeks later', () => {
  it.each(['this section', 'the slide', 'these studies'])('says "%s"', async (words) => {
    expect(await promptOf(`What was found in ${words}?`)).toEqual([`quizzes/tea.yaml "tea.colour" says "${words}"`])
  })

  it('names a trial without its device and illness', async () => {
    const named = ['quizzes/tea.yaml "tea.colour" names CUP-1 without its device and illness']
    expect(await promptOf('What did CUP-1 find?')).toEqual(named)
    expect(await promptOf('What did CUP-1 find about an implant?')).toEqual(named)
    expect(await promptOf('What did CUP-1 find about hiccups?')).toEqual(named)
    expect(await promptOf('What did CUP-1 find about an implant for hiccups?')).toEqual([])
  })
})

describe('a question that gives itself away', () => {
  it('is a match with one partner for each item', async () => {
    expect(await problemsIn('quizzes/rain.yaml', ', w: Partner w', '')).toEqual(['quizzes/rain.yaml "rain.pairs" has one partner for each item, so the last pair tells itself'])
  })

  it('asks for all that fit, and one fits, or all', async () => {
    expect(await problemsIn('quizzes/rain.yaml', 'answer: [a, b]', 'answer: [a]')).toEqual(['quizzes/rain.yaml "rain.several" has a single right option, though it asks for all that fit'])
    expect(await problemsIn('quizzes/rain.yaml', 'answer: [a, b]', 'answer: [a, b, c, d]')).toEqual(['quizzes/rain.yaml "rain.several" has no wrong option'])
  })
})

it('finds nothing in the tiny course', async () => {
  expect(checkWording((await readCourseFiles(TINY)).files)).toEqual([])
})
