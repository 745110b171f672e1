import type { QuestionOutline } from './course.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../tests/fixtures/any-text.ts'
import { answerTo, outlineOf, progressOf } from '../tests/fixtures/build.ts'
import { drawQuiz, QUIZ_LENGTH, shuffle, timesSeenBy } from './draw.ts'

/** Banks of up to 20 questions on up to 5 verdicts; some are kept out of the quiz. */
const banks: fc.Arbitrary<QuestionOutline[]> = fc.array(fc.record({ verdict: fc.nat(4), quiz: fc.boolean() }), { maxLength: 20 })
  .map(list => list.map(({ verdict, quiz }, index) => outlineOf(`tea.q${index}`, `tea.v${verdict}`, { quiz })))

const bankOf = (...verdicts: string[]) => verdicts.map((verdict, index) => outlineOf(`tea.q${index}`, verdict))
const seeds = Array.from({ length: 200 }, (_, index) => `seed ${index}`)

describe('shuffling', () => {
  it('gives the same order for the same seed', () => {
    fc.assert(fc.property(fc.array(fc.anything()), fc.string(), (items, seed) => {
      expect(shuffle(items, seed)).toEqual(shuffle(items, seed))
    }))
  })

  it('keeps all items, adds none, and leaves the list it was given alone', () => {
    fc.assert(fc.property(fc.array(fc.integer()), anyText, (items, seed) => {
      const before = [...items]
      const sorted = (list: number[]) => [...list].sort((a, b) => a - b)
      expect(sorted(shuffle(items, seed))).toEqual(sorted(items))
      expect(items).toEqual(before)
    }))
  })

  it('gives every order of three a fair share over many seeds', () => {
    const counts = new Map<string, number>()
    for (let index = 0; index < 6000; index++) {
      const order = shuffle(['a', 'b', 'c'], `seed ${index}`).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1150)
    }
  })
})

describe('the draw of a section quiz', () => {
  it('is the same for the same seed', () => {
    fc.assert(fc.property(banks, fc.string(), (bank, seed) => {
      expect(drawQuiz(bank, seed)).toEqual(drawQuiz(bank, seed))
    }))
  })

  it('differs from seed to seed', () => {
    const bank = bankOf(...Array.from<string>({ length: 12 }).fill('tea.first'))
    expect(new Set(seeds.map(seed => drawQuiz(bank, seed).join())).size).toBeGreaterThan(190)
  })

  it('holds six questions, or all where the bank has fewer', () => {
    fc.assert(fc.property(banks, fc.string(), (bank, seed) => {
      expect(drawQuiz(bank, seed)).toHaveLength(Math.min(QUIZ_LENGTH, bank.filter(question => question.quiz).length))
    }))
    expect(QUIZ_LENGTH).toBe(6)
    expect(drawQuiz(bankOf('tea.first', 'tea.first'), 'seed').sort()).toEqual(['tea.q0', 'tea.q1'])
    expect(drawQuiz([], 'seed')).toEqual([])
  })

  it('holds as many as are asked for', () => {
    expect(drawQuiz(bankOf('tea.a', 'tea.b', 'tea.c'), 'seed', { count: 2 })).toHaveLength(2)
    expect(drawQuiz(bankOf('tea.a', 'tea.b', 'tea.c'), 'seed', { count: 0 })).toEqual([])
  })

  it('asks no question twice', () => {
    fc.assert(fc.property(banks, fc.string(), (bank, seed) => {
      const drawn = drawQuiz(bank, seed)
      expect(new Set(drawn).size).toBe(drawn.length)
    }))
  })

  it('never draws a question that is kept out of the quiz', () => {
    fc.assert(fc.property(banks, fc.string(), (bank, seed) => {
      const open = new Set(bank.filter(question => question.quiz).map(question => question.id))
      expect(drawQuiz(bank, seed).filter(id => !open.has(id))).toEqual([])
    }))
  })

  it('touches every verdict before it touches one again, as far as there are questions', () => {
    fc.assert(fc.property(banks, fc.string(), (bank, seed) => {
      const about = new Map(bank.map(question => [question.id, question.about]))
      let left = bank.filter(question => question.quiz)
      const touched = new Map<string, number>()
      const times = (id: string) => touched.get(about.get(id)!) ?? 0
      for (const id of drawQuiz(bank, seed)) {
        expect(times(id)).toBe(Math.min(...left.map(question => times(question.id))))
        touched.set(about.get(id)!, times(id) + 1)
        left = left.filter(question => question.id !== id)
      }
    }))
  })

  it('touches a verdict of one question even beside a verdict of many', () => {
    const bank = bankOf('tea.many', 'tea.many', 'tea.many', 'tea.many', 'tea.many', 'tea.many', 'tea.many', 'tea.one')
    for (const seed of seeds)
      expect(drawQuiz(bank, seed).slice(0, 2)).toContain('tea.q7')
  })

  it('asks among the questions of a verdict those first that were seen least', () => {
    const bank = bankOf('tea.a', 'tea.a', 'tea.a')
    for (const seed of seeds.slice(0, 20))
      expect(drawQuiz(bank, seed, { count: 2, timesSeen: id => ({ 'tea.q0': 3, 'tea.q1': 1 })[id] ?? 0 })).toEqual(['tea.q2', 'tea.q1'])
  })

  it('asks two questions at least on the main verdict, in any place, where the bank has as many that are not to be avoided', () => {
    const bank = bankOf('tea.a', 'tea.b', 'tea.c', 'tea.d', 'tea.e', 'tea.f', 'tea.main', 'tea.main', 'tea.main')
    const places = new Set<number>()
    for (const seed of seeds) {
      const drawn = drawQuiz(bank, seed, { mainVerdict: 'tea.main' })
      const main = drawn.filter(id => ['tea.q6', 'tea.q7', 'tea.q8'].includes(id))
      expect(main.length).toBeGreaterThanOrEqual(2)
      main.forEach(id => places.add(drawn.indexOf(id)))
      expect(drawQuiz(bank, seed, { mainVerdict: 'tea.main', avoid: ['tea.q6', 'tea.q7'] })).not.toContain('tea.q6')
    }
    expect(places.size).toBe(6)
  })

  it('never asks a question beside one that it may not stand with, whichever of the two says so', () => {
    const pair = fc.tuple(fc.nat(19), fc.nat(19))
    fc.assert(fc.property(banks, fc.array(pair), fc.string(), (bank, pairs, seed) => {
      const notWith = (id: string) => pairs.filter(([a, b]) => a !== b && `tea.q${a}` === id).map(([, b]) => `tea.q${b}`)
      const drawn = drawQuiz(bank.map(question => ({ ...question, notWith: notWith(question.id) })), seed)
      for (const id of drawn)
        expect(drawn.filter(other => notWith(id).includes(other))).toEqual([])
    }))
  })

  it('asks what is to be avoided only where nothing else is left, though a verdict stays untouched', () => {
    const bank = bankOf('tea.a', 'tea.a', 'tea.a', 'tea.b')
    for (const seed of seeds.slice(0, 20)) {
      expect(drawQuiz(bank, seed, { count: 2, avoid: ['tea.q0', 'tea.q3'] }).sort()).toEqual(['tea.q1', 'tea.q2'])
      expect(drawQuiz(bank, seed, { count: 3, avoid: ['tea.q0', 'tea.q3'] }).slice(0, 2).sort()).toEqual(['tea.q1', 'tea.q2'])
    }
  })

  it('counts a question that was missed last time as never seen', () => {
    const seen = timesSeenBy(progressOf({ answers: [answerTo('tea.a', 1, 1), answerTo('tea.a', 0.5, 2), answerTo('tea.b', 0, 1), answerTo('tea.b', 1, 2)] }))
    expect(['tea.a', 'tea.b', 'tea.c'].map(seen)).toEqual([0, 2, 0])
  })

  it('leaves the bank it was given alone', () => {
    const bank = bankOf('tea.a', 'tea.b', 'tea.a')
    const before = structuredClone(bank)
    drawQuiz(bank, 'seed')
    expect(bank).toEqual(before)
  })
})
