import type { AskedQuestion } from '../course.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questions, sendable } from '../../tests/fixtures/any-question.ts'
import { hostile } from '../../tests/fixtures/hostile.ts'
import { missingInWords, plainWords } from '../../words/en/questions.ts'
import { listOrders, optionOrder } from '../option-order.ts'
import { choicePart } from './gap.ts'
import { outcomeOf, plain, reveal, score, solution, validate } from './index.ts'

const marks = ['right', 'wrong', 'missed', 'left']
/** What its marks stand beside. */
function partsOf(question: AskedQuestion): string[] {
  if (question.type === 'gap')
    return Object.entries(question.gaps).flatMap(([key, gap]) => [key, ...'choices' in gap ? Object.keys(gap.choices).map(choice => choicePart(key, choice)) : []])
  return question.type === 'estimate' ? ['low', 'near', 'high'] : Object.keys(question.options)
}

/** Made of the question's own keys and of what every object has, in any shape: nearly an answer. */
function nearlySendable(question: AskedQuestion): fc.Arbitrary<unknown> {
  const part = fc.constantFrom<unknown>(...partsOf(question), 'zz', '__proto__', 'constructor', '', 0, -1, 1e9, null, undefined, ['a'])
  const named = fc.constantFrom(...partsOf(question), '__proto__', 'constructor', 'zz')
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

/** The same question with the entries of every record in the order of this sorting key. */
function reordered(question: AskedQuestion, turn: (key: string) => number): AskedQuestion {
  const turned = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => turn(a) - turn(b)))
  if (question.type === 'estimate')
    return question
  return question.type === 'gap'
    ? { ...question, gaps: turned(question.gaps) }
    : { ...question, options: turned(question.options as Record<string, never>) } as AskedQuestion
}

function expectInRange(value: number) {
  expect(value).toBeGreaterThanOrEqual(0)
  expect(value).toBeLessThanOrEqual(1)
}

function expectCodeWithWordsOrAnswer(question: AskedQuestion, value: unknown) {
  const missing = validate(question, value)
  if (missing !== undefined) {
    expect(missingInWords(missing)).toMatch(/^[A-Z0-9].+\.$/)
    return
  }
  expectInRange(score(question, value))
  const shown = reveal(question, value).marks
  expect(Object.keys(shown).sort()).toEqual(partsOf(question).sort())
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
      const right = solution(question)
      expect(validate(question, right)).toBeUndefined()
      expect(score(question, right)).toBe(1)
      expect(Object.values(reveal(question, right).marks).filter(mark => mark === 'wrong' || mark === 'missed')).toEqual([])
    }))
  })

  it('gives 1 to nothing that is shown as wrong or missed', () => {
    fc.assert(fc.property(asked, ([question, response]) => {
      const faults = Object.values(reveal(question, response).marks).filter(mark => mark === 'wrong' || mark === 'missed')
      expect(score(question, response) === 1).toBe(faults.length === 0)
    }))
  })

  it('does not care in which order the options stand', () => {
    const turned = fc.tuple(asked, fc.func(fc.nat()))
    fc.assert(fc.property(turned, ([[question, response], turn]) => {
      const other = reordered(question, turn)
      expect(validate(other, response)).toEqual(validate(question, response))
      expect(score(other, response)).toBe(score(question, response))
      expect(reveal(other, response)).toEqual(reveal(question, response))
    }))
  })

  it('takes any value without throwing: it answers with a code that has words, or it is an answer that can be scored', () => {
    const given = anyQuestion.chain(question => fc.tuple(fc.constant(question), fc.oneof(anything, nearlySendable(question))))
    fc.assert(fc.property(given, ([question, value]) => expectCodeWithWordsOrAnswer(question, value)), { numRuns: 1000 })
  })

  it.each(hostile)('takes a hostile value without throwing: %s', (_name, value) => {
    fc.assert(fc.property(anyQuestion, question => expectCodeWithWordsOrAnswer(question, value)), { numRuns: 20 })
  })

  it('can be read as text, with its solution', () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const { lines, solution: solved } = plain(question, optionOrder(question, 'seed'), listOrders(question, 'seed'), plainWords)
      expect([...lines, solved].join('')).not.toMatch(/undefined|NaN|\[object/)
      expect(lines.length).toBeGreaterThan(0)
      expect(solved).not.toBe('')
    }))
  })

  it('changes neither the question nor the response', () => {
    fc.assert(fc.property(asked, ([question, response]) => {
      const before = structuredClone([question, response])
      validate(question, response)
      score(question, response)
      reveal(question, response)
      solution(question)
      expect([question, response]).toEqual(before)
    }))
  })
})

describe('a question about safety', () => {
  it('has no partial credit, of any type and for any answer', () => {
    fc.assert(fc.property(fc.oneof(...Object.values(questions)).chain(question => fc.tuple(fc.constant(question), sendable(question))), ([question, response]) => {
      const scored = score(question, response)
      expect(score({ ...question, safety: true }, response)).toBe(scored < 1 ? 0 : scored)
      expect(score({ ...question, safety: true }, solution(question))).toBe(1)
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
