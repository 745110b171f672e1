import type { Question } from '../course.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, choicesOf, matchOf, orderOf } from '../../tests/fixtures/build.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { outcomeOf, reveal, score, validate } from './index.ts'

const marks = ['right', 'wrong', 'missed', 'left']
const key = fc.stringMatching(/^[a-z][a-z0-9]?$/)
const keysOf = (minLength: number, maxLength: number) => fc.uniqueArray(key, { minLength, maxLength })

/** Any question of each type that the schema lets through, with an arbitrary for an answer that may be sent. */
const questions: Record<Question['type'], fc.Arbitrary<Question>> = {
  choice: keysOf(2, 6).chain(keys => fc.constantFrom(...keys).map(answer => choiceOf(keys, answer))),
  choices: keysOf(3, 7).chain(keys => fc.shuffledSubarray(keys, { minLength: 1 }).map(answer => choicesOf(keys, answer))),
  order: keysOf(3, 6).map(answer => orderOf(answer)),
  match: fc.tuple(keysOf(2, 6), keysOf(2, 6)).chain(([keys, targets]) =>
    fc.array(fc.constantFrom(...targets), { minLength: keys.length, maxLength: keys.length })
      .map(partners => matchOf(Object.fromEntries(keys.map((key, index) => [key, partners[index]!])), targets))),
}

function sendable(question: Question): fc.Arbitrary<unknown> {
  const keys = Object.keys(question.options)
  switch (question.type) {
    case 'choice': return fc.constantFrom(...keys)
    case 'choices': return fc.shuffledSubarray(keys, { minLength: 1 })
    case 'order': return fc.shuffledSubarray(keys, { minLength: keys.length })
    case 'match': return fc.record(Object.fromEntries(keys.map(key => [key, fc.constantFrom(...Object.keys(question.targets))])))
  }
}

/** Made of the question's own keys and of what every object has, in any shape: nearly an answer. */
function nearlySendable(question: Question): fc.Arbitrary<unknown> {
  const part = fc.constantFrom<unknown>(...Object.keys(question.options), 'zz', '__proto__', 'constructor', '', 0, null, undefined, ['a'])
  const named = fc.constantFrom(...Object.keys(question.options), '__proto__', 'constructor', 'zz')
  return fc.oneof(part, fc.array(part, { maxLength: 7 }), fc.dictionary(named, part), sendable(question).map(value => [value]))
}

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})

function reordered(question: Question, keys: string[]): Question {
  const options = Object.fromEntries(keys.map(key => [key, question.options[key]!]))
  return { ...question, options } as Question
}

function expectInRange(value: number) {
  expect(value).toBeGreaterThanOrEqual(0)
  expect(value).toBeLessThanOrEqual(1)
}

function expectSentenceOrAnswer(question: Question, value: unknown) {
  const missing = validate(question, value)
  if (missing !== undefined) {
    expect(missing).toMatch(/^[A-Z0-9].+\.$/)
    return
  }
  expectInRange(score(question, value))
  const shown = reveal(question, value)
  expect(Object.keys(shown).sort()).toEqual(Object.keys(question.options).sort())
  expect(marks).toEqual(expect.arrayContaining(Object.values(shown)))
}

describe.each(Object.entries(questions))('any question of the type %s', (_type, anyQuestion) => {
  const asked = anyQuestion.chain(question => fc.tuple(fc.constant(question), sendable(question)))

  it('lets every complete answer through and scores it from 0 to 1', () => {
    fc.assert(fc.property(asked, ([question, response]) => {
      expect(validate(question, response)).toBeUndefined()
      expectInRange(score(question, response))
    }))
  })

  it('scores the right answer 1 and shows nothing of it as wrong or missed', () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      expect(validate(question, question.answer)).toBeUndefined()
      expect(score(question, question.answer)).toBe(1)
      expect(Object.values(reveal(question, question.answer)).filter(mark => mark === 'wrong' || mark === 'missed')).toEqual([])
    }))
  })

  it('gives 1 to nothing that is shown as wrong or missed', () => {
    fc.assert(fc.property(asked, ([question, response]) => {
      const faults = Object.values(reveal(question, response)).filter(mark => mark === 'wrong' || mark === 'missed')
      expect(score(question, response) === 1).toBe(faults.length === 0)
    }))
  })

  it('does not care in which order the options stand', () => {
    const turned = asked.chain(([question, response]) =>
      fc.tuple(fc.constant(question), fc.constant(response), fc.shuffledSubarray(Object.keys(question.options), { minLength: Object.keys(question.options).length })))
    fc.assert(fc.property(turned, ([question, response, keys]) => {
      const other = reordered(question, keys)
      expect(validate(other, response)).toBe(validate(question, response))
      expect(score(other, response)).toBe(score(question, response))
      expect(reveal(other, response)).toEqual(reveal(question, response))
    }))
  })

  it('takes any value without throwing: it answers with a sentence, or it is an answer that can be scored', () => {
    const given = anyQuestion.chain(question => fc.tuple(fc.constant(question), fc.oneof(anything, nearlySendable(question))))
    fc.assert(fc.property(given, ([question, value]) => expectSentenceOrAnswer(question, value)), { numRuns: 1000 })
  })

  it.each(hostile)('takes a hostile value without throwing: %s', (_name, value) => {
    fc.assert(fc.property(anyQuestion, question => expectSentenceOrAnswer(question, value)), { numRuns: 20 })
  })

  it('changes neither the question nor the response', () => {
    fc.assert(fc.property(asked, ([question, response]) => {
      const before = structuredClone([question, response])
      validate(question, response)
      score(question, response)
      reveal(question, response)
      expect([question, response]).toEqual(before)
    }))
  })
})

describe('the outcome of a score', () => {
  it.each([
    [1, 'correct'],
    [0.999, 'partly-right'],
    [0.5, 'partly-right'],
    [Number.EPSILON, 'partly-right'],
    [0, 'not-quite'],
  ])('%d is %s', (scored, outcome) => {
    expect(outcomeOf(scored)).toBe(outcome)
  })
})
