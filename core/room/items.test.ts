import type { Asked } from './items.ts'
import type { Vote } from './tally.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../tests/fixtures/build.ts'
import { itemResults } from './items.ts'

const round = (responses: (string | undefined)[]): Vote[] => responses.flatMap((response, place) => response ? [{ who: `p${place}`, seq: place, response }] : [])
const asked = (id: string, ...rounds: (string | undefined)[][]): Asked => ({ question: { ...choiceOf(['a', 'b', 'c'], 'a'), id }, rounds: rounds.map(round) })
const ten = (right: number) => Array.from({ length: 10 }, (_, place) => place < right ? 'a' : 'b')

describe('a question’s figures', () => {
  it('are n, the share right, the distractors, and from round two on gain and moves', () => {
    const [first, second] = itemResults([asked('tea.x', ['a', 'b', 'b', 'c'], ['a', 'a', 'b', 'a'])])
    expect(first).toMatchObject({ round: 1, n: 4, shareRight: 0.25, facility: 0.25, distractors: { b: 2, c: 1 } })
    expect(first!.gain).toBeUndefined()
    expect(second).toMatchObject({ round: 2, n: 4, shareRight: 0.75, moves: { both: 4, toRight: 2, toWrong: 0 } })
    expect(second!.gain).toBeCloseTo(2 / 3)
  })

  it('have no share, gain or correlation where nobody answered or nothing was left to gain', () => {
    expect(itemResults([asked('tea.x', [])])[0]).toMatchObject({ n: 0, shareRight: undefined, facility: undefined, discrimination: undefined })
    expect(itemResults([asked('tea.x', ['a', 'a'], ['a', 'b'])])[1]!.gain).toBeUndefined()
  })

  it('tell apart who knows the rest, from ten people and three questions on', () => {
    const questions = [asked('tea.x', ten(5)), asked('tea.y', ten(5)), asked('tea.z', ten(5))]
    expect(itemResults(questions)[0]!.discrimination).toBeCloseTo(1)
    expect(itemResults(questions.slice(1))[0]!.discrimination).toBeUndefined()
    expect(itemResults(questions.map(({ question, rounds }) => ({ question, rounds: rounds.map(votes => votes.slice(1)) })))[0]!.discrimination).toBeUndefined()
    // All alike: nothing to tell apart.
    expect(itemResults([asked('tea.x', ten(10)), ...questions.slice(1)])[0]!.discrimination).toBeUndefined()
  })

  it('lie in their range, name nobody, and are the same in whatever order people voted', () => {
    const responses = fc.array(fc.constantFrom('a', 'b', 'c', undefined), { minLength: 12, maxLength: 14 })
    fc.assert(fc.property(fc.array(fc.tuple(responses, responses), { minLength: 3, maxLength: 4 }), (rounds) => {
      const questions = rounds.map((own, place) => asked(`tea.q${place}`, ...own))
      const items = itemResults(questions)
      for (const { shareRight = 0, facility = 0, discrimination = 0, gain = 0 } of items) {
        expect(shareRight >= 0 && shareRight <= 1 && facility >= 0 && facility <= 1).toBe(true)
        expect(Math.abs(discrimination)).toBeLessThanOrEqual(1)
        expect(gain).toBeLessThanOrEqual(1)
      }
      expect(JSON.stringify(items)).not.toMatch(/"p\d/)
      const turned = questions.map(({ question, rounds }) => ({ question, rounds: rounds.map(votes => votes.toReversed()) }))
      for (const [place, item] of itemResults(turned).entries())
        expect(item.discrimination ?? 9).toBeCloseTo(items[place]!.discrimination ?? 9)
    }))
  })
})
