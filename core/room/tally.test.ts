import type { Tally, Vote } from './tally.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questions, sendable } from '../../tests/fixtures/any-question.ts'
import { choiceOf, choicesOf, estimateOf, gapOf, matchOf, orderOf } from '../../tests/fixtures/build.ts'
import { score } from '../question-types/index.ts'
import { evidenceLevels } from '../scales.ts'
import { beliefTallyOf, binsOf, movesBetween, oneEach, tallyOf } from './tally.ts'

const votesOf = (...responses: unknown[]): Vote[] => responses.map((response, seq) => ({ who: `p${seq}`, seq, response }))

/** Few people, so that some vote more than once. */
function anyVotes(response: fc.Arbitrary<unknown>) {
  return fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), response), { maxLength: 14 })
    .map(votes => votes.map(([who, response], seq) => ({ who, seq, response })))
}

const sum = (counts: Iterable<number>) => [...counts].reduce((all, count) => all + count, 0)

/** Every row of a tally that must add up to the people who voted. */
function rowsOf(tally: Tally): number[][] {
  switch (tally.type) {
    case 'choice':
    case 'hotspot': return [Object.values(tally.counts)]
    case 'choices': return []
    case 'order': {
      const rows = Object.values(tally.places)
      return [...rows, ...rows[0]!.map((_, place) => rows.map(row => row[place]!))]
    }
    case 'match':
    case 'sort': return Object.values(tally.pairs).map(Object.values)
    case 'gap': return Object.values(tally.gaps).flatMap(({ choices }) => choices ? [Object.values(choices)] : [])
    case 'estimate': return [tally.spread.bins, [tally.spread.low, tally.spread.near, tally.spread.high]]
  }
}

const cases = Object.entries(questions).map(([type, question]) => [type, question.chain(question => fc.tuple(fc.constant(question), anyVotes(sendable(question))))] as const)

describe('the tally of a round', () => {
  it.each(cases)('adds up to the people who answered, in every row and column: %s', (_type, asked) => {
    fc.assert(fc.property(asked, ([question, votes]) => {
      const tally = tallyOf(question, votes)
      expect(tally.n).toBe(new Set(votes.map(({ who }) => who)).size)
      for (const row of rowsOf(tally))
        expect(sum(row)).toBe(tally.n)
      const scores = oneEach(votes).map(({ response }) => score(question, response))
      expect(tally.right).toBe(scores.filter(scored => scored >= 1).length)
      expect(tally.mean * tally.n).toBeCloseTo(sum(scores))
    }))
  })

  it.each(cases)('is the same in whatever order the votes stand: %s', (_type, asked) => {
    fc.assert(fc.property(asked.chain(([question, votes]) => fc.tuple(fc.constant([question, votes] as const), fc.shuffledSubarray(votes, { minLength: votes.length }))), ([[question, votes], others]) => {
      expect(tallyOf(question, others)).toEqual(tallyOf(question, votes))
    }))
  })

  it.each(cases)('counts nobody twice, who sends again or changes a mind: %s', (_type, asked) => {
    fc.assert(fc.property(asked, ([question, votes]) => {
      expect(tallyOf(question, [...votes, ...votes])).toEqual(tallyOf(question, votes))
      expect(tallyOf(question, oneEach(votes))).toEqual(tallyOf(question, votes))
    }))
  })

  it.each(cases)('leaves out what fits no answer, and lives through anything: %s', (_type, asked) => {
    fc.assert(fc.property(asked, fc.array(fc.anything(), { maxLength: 4 }), ([question, votes], others) => {
      const junk = others.filter(other => !Object.is(other, null)).map((response, place) => ({ who: `junk${place}`, seq: 1000 + place, response: [[response]] }))
      expect(tallyOf(question, [...votes, ...junk])).toEqual(tallyOf(question, votes))
    }))
  })

  it.each(cases)('goes over the wire unchanged, and names nobody: %s', (_type, asked) => {
    fc.assert(fc.property(asked, ([question, votes]) => {
      const tally = tallyOf(question, votes)
      expect(JSON.parse(JSON.stringify(tally))).toEqual(JSON.parse(JSON.stringify({ ...tally })))
      expect(JSON.stringify(tally)).not.toContain('who')
    }))
  })

  it('counts ticks of each option, where several may be ticked', () => {
    expect(tallyOf(choicesOf(['a', 'b', 'c'], ['a', 'b']), votesOf(['a'], ['a', 'b'], ['c']))).toMatchObject({ n: 3, right: 1, counts: { a: 2, b: 1, c: 1 } })
  })

  it('counts for each item the places it was given', () => {
    expect(tallyOf(orderOf(['a', 'b', 'c']), votesOf(['a', 'b', 'c'], ['b', 'a', 'c']))).toMatchObject({ places: { a: [1, 1, 0], b: [1, 1, 0], c: [0, 0, 2] } })
  })

  it('counts for each item the partners it was given', () => {
    expect(tallyOf(matchOf({ a: 'x', b: 'y' }), votesOf({ a: 'x', b: 'y' }, { a: 'x', b: 'x' }))).toMatchObject({ pairs: { a: { x: 2, y: 0 }, b: { x: 1, y: 1 } } })
  })

  it('counts how many filled a gap rightly, and which choice was taken, but tells no typed word', () => {
    const question = gapOf({ a: ['sham'], b: 'x' })
    const votes = votesOf({ a: 'Sham', b: 'x' }, { a: 'rude word', b: 'y' })
    expect(tallyOf(question, votes)).toMatchObject({ gaps: { a: { right: 1 }, b: { right: 1, choices: { x: 1, y: 1, z: 0 } } } })
    expect(JSON.stringify(tallyOf(question, votes))).not.toContain('rude')
  })

  it('spreads estimates over bins, the greatest in the last, and says where the middle lies', () => {
    const tally = tallyOf(estimateOf(25, 5), votesOf(0, 25, 32, 100))
    expect(tally).toMatchObject({ spread: { median: 28.5, low: 1, near: 1, high: 2 } })
    expect(tally.type === 'estimate' && tally.spread.bins.at(-1)).toBe(1)
    expect(tallyOf(estimateOf(25, 5), [])).toMatchObject({ n: 0, mean: 0, spread: { low: 0, near: 0, high: 0 } })
  })
})

describe('the bins of an estimate', () => {
  it('cover all that may be guessed, side by side, and are no more than the back row can tell apart', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 500 }), fc.constantFrom(0.1, 0.5, 1, 5), (min, width, step) => {
      const bins = binsOf({ min, max: min + width, step })
      expect(bins.length).toBeLessThanOrEqual(40)
      expect(bins[0]!.from).toBe(min)
      expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(min + width - 1e-6)
      for (const [place, { from }] of bins.entries())
        expect(from).toBeCloseTo(bins[place - 1]?.to ?? min)
    }))
  })
})

describe('two rounds', () => {
  const question = choiceOf(['a', 'b'], 'a')

  it('say who moved, among those who answered in both', () => {
    const first = votesOf('a', 'b', 'b', 'a', 'b')
    const second = votesOf('a', 'a', 'b', 'b').concat({ who: 'late', seq: 9, response: 'a' })
    expect(movesBetween(question, first, second)).toEqual({ both: 4, stayedRight: 1, toRight: 1, stayedWrong: 1, toWrong: 1 })
  })

  it.each(cases)('account for everybody who answered in both: %s', (_type, asked) => {
    fc.assert(fc.property(asked.chain(([question, votes]) => fc.tuple(fc.constant(question), fc.constant(votes), anyVotes(sendable(question)))), ([question, first, second]) => {
      const { both, ...moves } = movesBetween(question, first, second)
      expect(sum(Object.values(moves))).toBe(both)
      const names = new Set(first.map(({ who }) => who))
      expect(both).toBe(new Set(second.filter(({ who }) => names.has(who)).map(({ who }) => who)).size)
      const back = movesBetween(question, second, first)
      expect([back.toRight, back.toWrong]).toEqual([moves.toWrong, moves.toRight])
    }))
  })
})

describe('the room’s belief', () => {
  it('counts both scales, each person once, and nothing else than a belief', () => {
    const belief = fc.record({ approved: fc.boolean(), evidence: fc.constantFrom(...evidenceLevels) })
    fc.assert(fc.property(anyVotes(belief), fc.array(fc.anything(), { maxLength: 4 }), (votes, others) => {
      const junk = others.map((response, place) => ({ who: `junk${place}`, seq: 1000, response: { approved: true, evidence: response, more: 1 } }))
      const tally = beliefTallyOf([...votes, ...votes, ...junk])
      expect(tally.n).toBe(new Set(votes.map(({ who }) => who)).size)
      expect(tally.approved.yes + tally.approved.no).toBe(tally.n)
      expect(sum(Object.values(tally.evidence))).toBe(tally.n)
    }))
  })
})
