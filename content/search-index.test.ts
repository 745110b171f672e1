import type { SearchDocument } from '../core/search.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { searchOptions } from '../core/search.ts'
import { copyTiny, TINY } from '../tests/fixtures/tiny-copy.ts'
import { loadCourse } from './load-course.ts'
import { searchIndex } from './search-index.ts'

const tiny = await loadCourse(TINY)
const real = await loadCourse(process.cwd())

function search(documents: SearchDocument[], words: string) {
  const options = { ...searchOptions, fields: [...searchOptions.fields], storeFields: [...searchOptions.storeFields] }
  return MiniSearch.loadJSON<SearchDocument>(searchIndex(documents), options).search(words).map(({ id }) => id)
}

describe('what can be found', () => {
  it('is every slide of a section, every verdict, term and lesson, and the topic of questions', () => {
    expect(tiny.findable.map(({ id, title, where, to }) => [id, title, where, to])).toEqual(expect.arrayContaining([
      ['tea.verdict', 'What was found on tea', 'About tea', '/learn/tea/#verdict'],
      ['verdict tea.first', 'An implant for tea', 'About tea. Proof: mixed. Approval: permitted', '/evidence/#verdict-tea-first'],
      ['term sham-group', 'Sham group', 'People who get something that looks like tea and is not.', '/glossary/#sham-group'],
      ['lesson sham-improves-too', 'Sham improves too', 'How did the others do?', '/glossary/#sham-improves-too'],
      ['quiz tea.second', 'An ear device for tea', 'Quiz: About tea', '/quiz/tea/'],
    ]))
    expect(tiny.findable.length).toBe(6 + 4 + 1 + 1 + 4)
  })

  it('is named once only, in the real course too', () => {
    expect(new Set(real.findable.map(({ id }) => id)).size).toBe(real.findable.length)
  })

  it('leaves out a verdict’s quiz where no question is about it', async () => {
    const copy = copyTiny()
    copy.replace('quizzes/tea.yaml', 'about: tea.second', 'about: tea.first')
    expect((await loadCourse(copy.root)).findable.map(({ id }) => id)).not.toContain('quiz tea.second')
  })

  it.each(['notes', 'Minutes', 'Say', 'Expect'])('is nothing of the notes: %s', async (word) => {
    const copy = copyTiny()
    copy.replace('slides/tea.md', 'Say: Something.', 'Say: A word of the notes.')
    expect(search((await loadCourse(copy.root)).findable, word)).toEqual([])
  })
})

describe('nothing gives an answer away', () => {
  it.each(['right', 'wrong', 'Feedback', 'Partner', 'Item', 'Which', 'step'])('of the tiny course: "%s" stands in its questions only and is not found', (word) => {
    expect(JSON.stringify(tiny.sections.flatMap(({ questions }) => questions))).toMatch(new RegExp(word, 'i'))
    expect(search(tiny.findable, word)).toEqual([])
  })

  it('of the real course: no option, feedback, explanation or hint stands in what is found of quizzes', () => {
    const quizzes = real.findable.filter(({ kind }) => kind === 'quiz')
    const topics = new Set(real.sections.flatMap(({ title, verdicts }) => [title, `Quiz: ${title}`, ...verdicts.map(verdict => verdict.title)]))
    expect(quizzes.length).toBeGreaterThan(40)
    expect(quizzes.flatMap(({ title, where, text }) => [title, where, text]).filter(text => !topics.has(text))).toEqual([])
  })

  it('whatever prompts, options, feedback and explanations say, the same is found', async () => {
    const copy = copyTiny()
    const bank = readFileSync(join(copy.root, 'quizzes/tea.yaml'), 'utf8')
    copy.write('quizzes/tea.yaml', bank.replaceAll(/(prompt|text|feedback|explanation): ([^,}\n]+)/g, '$1: $2 zebra'))
    const changed = await loadCourse(copy.root)
    expect(JSON.stringify(changed.sections).match(/zebra/g)!.length).toBeGreaterThan(30)
    expect(changed.findable).toEqual(tiny.findable)
  })
})

describe('the search', () => {
  it.each([
    ['implant', 'verdict tea.first'],
    ['IMPLANT', 'verdict tea.first'],
    ['impl', 'verdict tea.first'],
    ['inplant', 'verdict tea.first'],
    ['a tea implant', 'verdict tea.first'],
    ['sham', 'term sham-group'],
    ['disagreed', 'verdict rain.first'],
    ['one sentence', 'tea.verdict'],
  ])('finds by "%s": %s', (words, id) => {
    expect(search(tiny.findable, words)).toContain(id)
  })

  it.each(['cost', 'heart', 'stress', 'placebo'])('takes no other word for "%s"', (word) => {
    const found = search(real.findable, word).map(id => real.findable.find(document => document.id === id)!)
    expect(found.filter(({ title, text }) => !`${title} ${text}`.toLowerCase().includes(word))).toEqual([])
  })

  it('wants every word', () => {
    expect(search(tiny.findable, 'implant zebra')).toEqual([])
  })

  it('puts a thing of that name before one that mentions it', () => {
    expect(search(real.findable, 'sham group')[0]).toBe('term sham-group')
  })
})
