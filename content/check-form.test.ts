import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { checkSlideForm, shortExplanations } from './check-form.ts'
import { readCourseFiles } from './course-files.ts'

const words = (count: number) => Array.from({ length: count }).fill('word').join(' ')

/** What is found where this stands on a slide of tea, in the place of its only sentence. */
async function foundWith(content: string, at: string) {
  const copy = copyTiny()
  copy.replace('slides/tea.md', '---\nlayout: check', `---\nlayout: claim\nid: new\ntitle: A new slide\nquote: tea.helps\nask: Does it?\n---\n\n${content}\n\n---\nlayout: check`)
  const { files } = await readCourseFiles(copy.root)
  return [...checkSlideForm(files), ...shortExplanations(files)].map(({ file, line, message, remedy }) => [file, line === copy.lineOf('slides/tea.md', at), message, remedy])
}

it('finds nothing in a course that is in order', async () => {
  expect(checkSlideForm((await readCourseFiles(copyTiny().root)).files)).toEqual([])
  expect(await foundWith(`${words(45)}\n\n| a table | of words |\n|--|--|\n| ${words(60)} | more |\n\n::more::\n\n${words(160)}`, '')).toEqual([])
})

it.each([
  ['a slide with more words than can be read', `${words(46)}`, words(46), 'The slide "tea.new" has 46 words beside figures and tables; it should have 45 at most', /^Say it shorter/],
  ['too little below "::more::"', `Short.\n\n::more::\n\n${words(59)}`, '::more::', 'Below "::more::" the slide "tea.new" has 59 words; it should have 60 to 160', /^Explain/],
  ['too much below "::more::"', `Short.\n\n::more::\n\n${words(161)}`, '::more::', 'Below "::more::" the slide "tea.new" has 161 words; it should have 60 to 160', /^Cut it/],
  ['a heading', 'Short.\n\n## A heading', '## A heading', 'A heading inside a slide', /^A slide has one heading/],
  ['a heading by a line under it', 'Short\n=====', '=====', 'A heading inside a slide', /^A slide has one heading/],
  ['what would be run as code', 'It costs {{ nothing }} at all.', 'It costs', 'Two braces, between which words are run as code', /^Take them out/],
  ['a mark of a part without its end', `Short.\n\n::more\n\nWords.`, '::more', 'A mark of a part that is none', /^Write it as "::more::"/],
  ['a mark of a part that is moved in', `Short.\n\n ::more::\n\nWords.`, '::more::', 'A mark of a part that is none', /^Write it as "::more::"/],
  ['a v-click', 'Short.\n\n<p v-click>Later.</p>', '<p v-click>', 'A part of a slide that comes with a click (v-click)', /^Take it out/],
])('names %s with its line and what to do', async (_, content, at, message, remedy) => {
  expect(await foundWith(content, at)).toEqual([['slides/tea.md', true, message, expect.stringMatching(remedy)]])
})

it('takes a mark of a part with a blank behind it, as Slidev does', async () => {
  expect(await foundWith(`Short.\n\n::more:: \n\n${words(60)}`, '')).toEqual([])
})

it('names a source that nobody names', async () => {
  const copy = copyTiny()
  const [first] = JSON.parse(readFileSync(join(copy.root, 'evidence/sources.json'), 'utf8')) as { id: string }[]
  copy.replace('evidence/sources.json', '[', `[\n${JSON.stringify({ ...first, id: 'nobody-2001' })},`)
  const { files, problems } = await readCourseFiles(copy.root)
  expect(problems).toEqual([])
  expect(checkSlideForm(files)).toEqual([{
    file: 'evidence/sources.json',
    line: copy.lineOf('evidence/sources.json', 'nobody-2001'),
    message: 'Nobody names the source "nobody-2001"',
    remedy: expect.stringMatching(/remove it\.$/),
  }])
})
