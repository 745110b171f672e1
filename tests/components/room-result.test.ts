import type { Round } from '../../components/room/rows.ts'
import type { AskedQuestion } from '../../core/course.ts'
import { describe, expect, it } from 'vitest'
import RoomBeliefResult from '../../components/room/RoomBeliefResult.vue'
import RoomResult from '../../components/room/RoomResult.vue'
import { listOrders, optionOrder } from '../../core/option-order.ts'
import { publicPart, reveal, solution } from '../../core/question-types/index.ts'
import { beliefTallyOf, movesBetween, tallyOf } from '../../core/room/tally.ts'
import { examples } from '../../pages/gallery/examples.ts'
import { madeUpBeliefs, madeUpVotes } from '../../pages/gallery/votes.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

function roundOf(question: AskedQuestion, n: number, more: Partial<Round> = {}): Round {
  return { question: publicPart(question), order: optionOrder(question, 'x'), lists: listOrders(question, 'x'), tally: tallyOf(question, madeUpVotes(question, n, 3)), ...more }
}
const revealed = (question: AskedQuestion) => ({ revealed: reveal(question, solution(question)) })

describe.each(examples.map(({ question }) => ({ type: question.id, question })))('the result of $type', ({ question }) => {
  it.each([0, 7, 300])('tells nothing of the solution before it is revealed (%i votes)', async (n) => {
    const shown = await show(RoomResult, { round: roundOf(question, n) })
    expect(shown.text()).not.toMatch(/\(right\)|Wholly/)
    // Neither ticks nor a bar that looks another way.
    expect(shown.findAll('.picture .right, .picture .near, .picture .truth, .picture [data-mark]')).toEqual([])
    expect(readAloud(shown.element)).toContain(n ? `${n} answered.` : 'Nobody answered.')
    await expectAccessible(shown.element)
  })

  it('reads aloud as a table that names what is right and adds up to the votes', async () => {
    const round = roundOf(question, 7, revealed(question))
    const shown = await show(RoomResult, { round })
    expect(shown.get('table').text()).toContain('(right)')
    expect(shown.get('.picture').attributes('aria-hidden')).toBe('true')
    expect(readAloud(shown.element)).toContain(`Wholly right: ${round.tally.right} of 7.`)
    await expectAccessible(shown.element)
  })

  it('puts the second round beside the first, and says who moved', async () => {
    const [first, second] = [madeUpVotes(question, 40, 3), madeUpVotes(question, 40, 7, 2)]
    const moves = movesBetween(question, first, second)
    const round = roundOf(question, 0, { ...revealed(question), before: tallyOf(question, first), tally: tallyOf(question, second) })
    const shown = await show(RoomResult, { round, moves })
    expect(shown.findAll('thead th').map(heading => heading.text())).toEqual(expect.arrayContaining(['Round 1', 'Round 2']))
    expect(readAloud(shown.element)).toContain(`Wrong to right: ${moves.toRight}; right to wrong: ${moves.toWrong}.`)
  })
})

it.each(['order', 'match', 'sort'])('draws the first round of type %s beside the second, each share of the people of its own round', async (type) => {
  const { question } = examples.find(({ question }) => question.type === type)!
  const [first, second] = [madeUpVotes(question, 40, 0), madeUpVotes(question, 25, 10, 2)]
  const shown = await show(RoomResult, { round: roundOf(question, 0, { ...revealed(question), before: tallyOf(question, first), tally: tallyOf(question, second) }) })
  const drawn = readAloud(shown.get('.picture').element)
  // Everybody is right now; before nobody knew.
  expect(drawn).toContain('100%')
  expect(drawn).toMatch(type === 'order' ? /Round 1.*\d%.*Round 2/ : /\d+% →/)
})

it('keeps the letter of each partner of a match when what is right is shown', async () => {
  const { question } = examples.find(({ question }) => question.type === 'match')!
  const lettersOf = async (more: Partial<Round>) => {
    const shown = await show(RoomResult, { round: roundOf(question, 7, more) })
    return Object.fromEntries(shown.findAll('.partners li').map(partner => [partner.text().slice(2), partner.text()[0]]))
  }
  const before = await lettersOf({})
  expect(Object.values(before)).toEqual(['A', 'B', 'C', 'D', 'E'].slice(0, Object.keys(before).length))
  expect(await lettersOf(revealed(question))).toEqual(before)
})

it('writes how many the highest column holds beside the line of the truth and above its band', async () => {
  const question = examples.find(({ question }) => question.id === 'gallery.estimate')!.question
  const shown = await show(RoomResult, { round: roundOf(question, 300, revealed(question)) })
  const number = (selector: string, name: string) => Number(shown.get(selector).attributes(name))
  expect(shown.get('.top').text()).toMatch(/^\d+%$/)
  expect(number('.top', 'y')).toBeLessThan(number('.near', 'y'))
  const truth = Number(/^M([\d.]+)/.exec(shown.get('.truth').attributes('d')!)![1])
  const gap = number('.top', 'x') - truth
  expect(shown.get('.top').attributes('text-anchor')).toBe(Math.abs(gap) >= 60 ? 'middle' : gap > 0 ? 'start' : 'end')
  expect(Math.abs(gap)).toBeGreaterThanOrEqual(8)
})

it('draws a guess over the middle of the numbers its bin holds', async () => {
  const question = examples.find(({ question }) => question.id === 'gallery.estimate')!.question
  const votes = [{ who: 'a', seq: 1, response: 25 }]
  const shown = await show(RoomResult, { round: roundOf(question, 0, { ...revealed(question), tally: tallyOf(question, votes) }) })
  // Three whole numbers share a bin: 24, 25 and 26.
  expect(shown.get('.truth').attributes('d')).toMatch(new RegExp(`^M${shown.get('circle').attributes('cx')}[ ]`))
})

it('draws no bar where nobody answered', async () => {
  const shown = await show(RoomResult, { round: roundOf(examples[0]!.question, 0) })
  expect(shown.findAll('.track i')).toEqual([])
})

describe('the room’s belief', () => {
  it('says in words that nobody answered', async () => {
    const shown = await show(RoomBeliefResult, { claim: 'Tea helps.', before: beliefTallyOf([]) })
    expect(shown.get('.moment').text()).toBe('Before Nobody answered.')
  })

  const before = beliefTallyOf(madeUpBeliefs(7, 'before'))

  it('tells nothing of where the claim belongs until both were asked', async () => {
    const shown = await show(RoomBeliefResult, { claim: 'Tea helps.', before })
    expect(shown.text()).not.toContain('(right)')
    expect(shown.findAll('.right')).toEqual([])
    await expectAccessible(shown.element)
  })

  it('is read as a table, before beside after', async () => {
    const after = beliefTallyOf(madeUpBeliefs(7, 'after'))
    const shown = await show(RoomBeliefResult, { claim: 'Tea helps.', before, after, truth: { approved: false, evidence: 'mixed' } })
    expect(shown.findAll('thead th').map(heading => heading.text())).toEqual(['Placed at', 'Before', 'After'])
    expect(readAloud(shown.get('table').element)).toContain(`No approval found (right)${before.approved.no}${after.approved.no}`)
  })
})
