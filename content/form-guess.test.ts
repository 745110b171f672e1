import { describe, expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { readCourseFiles } from './course-files.ts'
import { checkForm, formGuesses } from './form-guess.ts'

type Asked = [options: string[], answer: string]

function bank(section: string, questions: Asked[]) {
  return questions.map(([options, answer], index) => `
- id: q${index}
  type: choice
  about: ${section}.first
  taughtAt: ${section}.verdict
  prompt: Which?
  options: {${options.map((text, place) => `${'abcdef'[place]}: {text: '${text}', feedback: F.}`).join(', ')}}
  answer: ${answer}
  explanation: E.
  sources: [smith-2001]
`).join('')
}

async function banksOf(tea: Asked[], rain: Asked[]) {
  const copy = copyTiny()
  copy.write('quizzes/tea.yaml', bank('tea', tea))
  copy.write('quizzes/rain.yaml', bank('rain', rain))
  copy.write('quizzes/headlines.yaml', '[]\n')
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  return files
}

/** The right option alone holds a "not". */
const marked: Asked[] = Array.from({ length: 13 }, (_, index) => index % 2 === 0 ? [['it is not', 'it is so', 'it is it'], 'a'] : [['it is so', 'it is it', 'it is not'], 'c'])
const unmarked: Asked[] = Array.from({ length: 13 }, (_, index) => [['same', 'text', 'here'], 'abc'[index % 3]!])

describe('guessing by the form of the options', () => {
  it('tells what each sign gets, and shares the point where it names several', async () => {
    const [tea, rain] = formGuesses(await banksOf(marked, unmarked))
    expect(tea!.signs['a negation']).toBe(1)
    expect(rain!.signs['a negation']).toBeCloseTo(1 / 3)
  })

  it('learns the signs from the other banks, never from the bank itself', async () => {
    const [tea, rain] = formGuesses(await banksOf(marked, unmarked))
    expect(tea!.learned).toBeCloseTo(1 / 3)
    expect(rain!.learned).toBeCloseTo(1 / 3)
    expect(formGuesses(await banksOf(marked, marked)).map(({ learned }) => learned)).toEqual([1, 1])
  })

  it('is a problem of the bank, and of all together', async () => {
    expect(checkForm(await banksOf(unmarked, unmarked)).filter(({ file }) => file !== 'quizzes')).toEqual([])
    const messages = checkForm(await banksOf(marked, marked)).map(({ message }) => message)
    expect(messages).toContain('"a negation" marks the right option in 100% of the questions, where chance gives 33%')
    expect(messages).toContain('Guessing by form gets 100% of the questions with one right option, 30% at most')
  })
})
