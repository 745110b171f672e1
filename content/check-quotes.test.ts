import fc from 'fast-check'
import { expect, it } from 'vitest'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { checkQuotes, withQuotes } from './check-quotes.ts'
import { readCourseFiles } from './course-files.ts'

it.each([
  ['"So it works," says a friend.', '“So it works,” says a friend.'],
  ['the nerve\'s work, the patients\' words', 'the nerve’s work, the patients’ words'],
  ['He said: "I read \'proven\' in it."', 'He said: “I read ‘proven’ in it.”'],
  ['("quoted")', '(“quoted”)'],
])('writes %s as it is printed', (typed, printed) => {
  expect(withQuotes(typed)).toBe(printed)
})

it('leaves no straight mark in any text, and a text without one as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(withQuotes(text)).not.toMatch(/["']/)
    expect(withQuotes(withQuotes(text))).toBe(withQuotes(text))
  }))
})

it.each([
  ['quizzes/rain.yaml', 'prompt: '],
  ['evidence/rain.yaml', 'statement: '],
  ['slides/rain.md', 'title: '],
  ['slides/rain.md', 'One sentence.'],
])('names the line in %s after "%s", and says how it is written', async (file, text) => {
  const { root, replace, lineOf } = copyTiny()
  replace(file, text, `${text} The nerve's `)
  expect(checkQuotes((await readCourseFiles(root)).files)).toMatchObject([
    { file, line: lineOf(file, 'nerve\'s'), message: expect.stringContaining('nerve\'s'), remedy: expect.stringContaining('nerve’s') },
  ])
})

it('names the slide whose notes have one', async () => {
  const { root, replace } = copyTiny()
  replace('slides/rain.md', 'Say: Something', 'Say: Something\'s wrong')
  expect(checkQuotes((await readCourseFiles(root)).files)).toMatchObject([{ file: 'slides/rain.md', line: 1, remedy: expect.stringContaining('Something’s') }])
})

it('finds nothing in the tiny course, nor in what a tag is told', async () => {
  expect(checkQuotes((await readCourseFiles(TINY)).files)).toEqual([])
})
