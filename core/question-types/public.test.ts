import type { AskedQuestion } from '../course.ts'
import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../../content/load-course.ts'
import { questions } from '../../tests/fixtures/any-question.ts'
import { listOrders, optionOrder } from '../option-order.ts'
import { publicPart, reveal, solution } from './index.ts'

/** Everything of a question that nobody may know before the answer, by the names of its fields. */
const SECRET = new Set(['answer', 'feedback', 'explanation', 'hint', 'accept', 'sources', 'about', 'taughtAt', 'revision', 'quiz'])

/** The same question with another key: what is secret is replaced by other words, and every record turned round. */
function withAnotherKey(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value
  return Object.fromEntries(Object.entries(value).reverse().map(([name, inner]) => [name, SECRET.has(name) ? 'another' : name === 'bins' ? inner : withAnotherKey(inner)]))
}

/** All texts under secret names. */
function secretsOf(value: unknown, isSecret = false): string[] {
  if (typeof value === 'string')
    return isSecret ? [value] : []
  if (typeof value !== 'object' || value === null)
    return []
  return Object.entries(value).flatMap(([name, inner]) => secretsOf(inner, isSecret || SECRET.has(name)))
}

function expectNothingOfTheKey(question: AskedQuestion) {
  const shown = JSON.stringify(publicPart(question))
  expect(JSON.stringify(publicPart(withAnotherKey(question) as AskedQuestion))).toBe(shown)
  for (const name of SECRET)
    expect(shown).not.toContain(`"${name}":`)
}

const { sections } = await loadCourse(process.cwd())
const bank = sections.flatMap(section => section.questions)

describe('what is shown of a question before the answer', () => {
  it.each(bank.map(question => [question.id, question] as const))('hangs in no way on the key, feedback or the order in the file: %s', (_id, question) => {
    expectNothingOfTheKey(question)
    const shown = JSON.stringify(publicPart(question))
    // A sentence of an author is long enough to be found nowhere by chance.
    for (const secret of secretsOf(question).filter(text => text.length > 30))
      expect(shown).not.toContain(secret)
  })

  it.each(Object.entries(questions))('nor does that of any question of the type %s', (_type, anyQuestion) => {
    fc.assert(fc.property(anyQuestion, expectNothingOfTheKey))
  })

  it.each(Object.entries(questions))('is enough to ask a %s: every option and list that is shown has its text', (_type, anyQuestion) => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const shown = JSON.stringify(publicPart(question))
      for (const key of [...optionOrder(question, 'x'), ...Object.values(listOrders(question, 'x')).flat()])
        expect(shown).toContain(`"${key}":`)
    }))
  })

  it('is no whole question, and has no key that could be asked for', () => {
    const question = bank.find(question => question.type === 'choice')!
    const shown = publicPart(question)
    // @ts-expect-error -- a view that looks at the key is a type error
    expect(shown.answer).toBeUndefined()
    // @ts-expect-error -- a whole question is not to be handed to a view
    const handed: typeof shown = question
    expect(handed).toBe(question)
    // @ts-expect-error -- feedback comes with what is revealed
    expect('options' in shown && Object.values(shown.options)[0]!.feedback).toBeUndefined()
  })
})

describe('what is revealed after the answer', () => {
  it.each(bank.map(question => [question.id, question] as const))('holds the solution, the explanation and every feedback: %s', (_id, question) => {
    const shown = reveal(question, solution(question))
    expect(shown.solution).toEqual(solution(question))
    expect(shown.explanation).toBe(question.explanation)
    const { id: _, ...said } = question
    expect(Object.values(shown.feedback).toSorted()).toEqual(feedbackIn(said).toSorted())
  })

  it.each(Object.entries(questions))('of a %s that was answered before its meaning changed is the solution without any mark', (_type, anyQuestion) => {
    fc.assert(fc.property(anyQuestion, (question) => {
      expect(reveal(question, null)).toEqual({ marks: {}, feedback: {}, belongs: {}, solution: solution(question), explanation: question.explanation })
    }))
  })
})

/** Every text that stands under `feedback`, at any depth. */
function feedbackIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null)
    return []
  return Object.entries(value).flatMap(([name, inner]) => name === 'feedback'
    ? typeof inner === 'string' ? [inner] : Object.values(inner as Record<string, string>)
    : feedbackIn(inner))
}
