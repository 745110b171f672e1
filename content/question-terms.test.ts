import type { Term } from '../core/course.ts'
import type { Question } from '../core/question-types/index.schema.ts'
import { describe, expect, it } from 'vitest'
import { loadCourse } from './load-course.ts'
import { termFinder } from './question-terms.ts'

const terms: Term[] = [
  { id: 'sham-group', term: 'Sham group', also: ['sham'], text: 'They get a pretend treatment.' },
  { id: 'placebo-response', term: 'Placebo response', text: 'What comes from hope.' },
  { id: 'response', term: 'Response', text: 'An improvement as large as said beforehand.' },
  { id: 'rheumatoid-arthritis', term: 'Rheumatoid arthritis', also: ['RA'], text: 'An illness of the joints.' },
  { id: 'p-value', term: 'P value', also: ['p'], text: 'How often chance does as much.' },
  { id: 'crohns-disease', term: 'Crohn\'s disease', text: 'An illness of the gut.' },
]
const find = termFinder(terms)

const base = { id: 'q', about: 't.v', taughtAt: 't.s', explanation: 'Sham.', sources: ['s'], revision: 1, quiz: true }
function choice(prompt: string, options: string[] = ['Yes', 'No'], more: Partial<Question> = {}) {
  return ({
    ...base,
    type: 'choice',
    prompt,
    options: Object.fromEntries(options.map((text, index) => ['abcd'[index]!, { text, feedback: 'A response.' }])),
    answer: 'a',
    ...more,
  }) as Question
}
const explained = (question: Question) => find(question).explained

describe('the terms that are explained beside a question', () => {
  it('stand in its prompt or its options, by any of their names, alone or in the plural', () => {
    expect(explained(choice('Against two shams?', ['Because of the placebo response', 'No']))).toEqual(['sham-group', 'placebo-response'])
    expect(explained(choice('Who has Crohn’s disease?'))).toEqual(['crohns-disease'])
  })

  it('are not those of the feedback and the explanation, which come after the answer', () => {
    expect(explained(choice('What follows?'))).toEqual([])
  })

  it.each([
    ['a part of another word', 'A shameful thing'],
    ['an abbreviation in small letters', 'An opera, ra ra'],
    ['one letter that is no number’s name', 'The p of pulse'],
  ])('are no %s', (_, prompt) => {
    expect(explained(choice(prompt))).toEqual([])
  })

  it('are not the shorter of two names that stand in the same place', () => {
    expect(explained(choice('What is a placebo response?'))).toEqual(['placebo-response'])
  })

  it('are signs before their number', () => {
    expect(explained(choice('15 against 10 (p = 0.25). What follows?'))).toEqual(['p-value'])
  })

  it('are none that is all of an option: what it means is what is asked', () => {
    expect(explained(choice('Against a sham. What is that?', ['A sham group', 'A response to it']))).toEqual(['response'])
  })

  it('are none that a gap accepts', () => {
    const gap = { ...base, type: 'gap', prompt: 'Against a sham.', sentence: 'A {a} and a response.', gaps: { a: { accept: ['sham'], feedback: 'Sham.' } } } as Question
    expect(explained(gap)).toEqual(['response'])
  })

  it('are none that only the name of a figure or of its region holds', () => {
    const hotspot = { ...base, type: 'hotspot', prompt: 'Where?', figure: 'sham', options: { a: { text: 'Here', region: 'sham', feedback: 'Yes.' }, b: { text: 'There', region: 'response', feedback: 'No.' } }, answer: 'a' } as unknown as Question
    expect(explained(hotspot)).toEqual([])
  })

  it('are none that its author holds back', () => {
    const question = choice('A sham, and a response', ['Yes', 'No'], { notExplained: ['response'] })
    expect(find(question)).toEqual({ standing: ['sham-group', 'response'], explained: ['sham-group'] })
  })
})

it('of the course, most questions explain what they name, and none asks what a word means that it explains', async () => {
  const { sections, glossary } = await loadCourse('.')
  const questions = sections.flatMap(section => section.questions)
  expect(questions.filter(question => question.terms).length).toBeGreaterThan(questions.length * 0.8)
  const names = new Map(glossary.terms.map(({ id, term, also = [] }) => [id, [term, ...also].map(name => name.toLowerCase())]))
  for (const { id, prompt, terms = [] } of questions) {
    const asked = /\bwhat (?:does|is|are) (?:an? |the )?["“]?([^"”?]+?)["”]?(?: mean| called)?\?/i.exec(prompt)?.[1]!.toLowerCase()
    expect(terms.filter(term => names.get(term)!.includes(asked!)), id).toEqual([])
  }
})
