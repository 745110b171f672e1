import type { VueWrapper } from '@vue/test-utils'
import type { JoinedRoom } from '../../composables/room/roomKey.ts'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { computed, defineComponent, h, shallowRef } from 'vue'
import RoomBallot from '../../components/room/RoomBallot.vue'
import RoomBeliefBallot from '../../components/room/RoomBeliefBallot.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, expectAccessible, questionOf, readAloud, show } from './mount.ts'

async function hall() {
  const question = await questionOf('tea.several') as any
  const room = memoryRoom(['tea.start', 'tea.verdict', 'tea.check'], id => id === question.id ? question : undefined)
  const phone = room.join('phone', 'ann'.padEnd(16, '_'))
  const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
  // As a browser has it: what comes from the room, and from what is kept, is parsed anew each time.
  const copy = () => JSON.parse(JSON.stringify(phone.state.value))
  const state = shallowRef(copy())
  async function hear() {
    state.value = copy()
    await flushPromises()
  }
  const joined: JoinedRoom = { ...phone, state, vote(vote) {
    phone.vote(vote)
    state.value = copy()
  } }
  const newest = () => speaker.state.value.room!.ballots.at(-1)!
  async function open(subject: { question: string } | { belief: string }) {
    await speaker.command({ type: 'open', subject, round: 1, after: null })
    await hear()
  }
  async function tell(type: 'close' | 'reopen') {
    await speaker.command({ type, ballot: newest().id })
    await hear()
  }
  return { question, joined, open, tell, hear }
}
type Hall = Awaited<ReturnType<typeof hall>>

const isAbove = shallowRef(false)
/** The ballot's card, at one of two places. */
function cardIn({ joined, question }: Hall) {
  isAbove.value = false
  return defineComponent(() => {
    const ballot = computed(() => joined.state.value.room!.ballots[0]!)
    const card = () => 'belief' in ballot.value.subject ? h(RoomBeliefBallot, { room: joined, section: 'tea', ballot: ballot.value }) : h(RoomBallot, { room: joined, id: question.id, ballot: ballot.value })
    return () => h('div', [isAbove.value ? h('div', [card()]) : undefined, isAbove.value ? undefined : h('main', [card()])])
  })
}
const chosen = (shown: VueWrapper) => shown.findAll<HTMLInputElement>('input[type=checkbox], input[type=radio]').map(({ element }) => element.checked ? 1 : 0).join('')
async function choose(shown: VueWrapper, ...places: number[]) {
  for (const place of places)
    await shown.findAll('input')[place]!.setValue(true)
}

describe('what somebody is entering on their phone', () => {
  async function changing(card: 'question' | 'belief') {
    const here = await hall()
    await here.open(card === 'belief' ? { belief: 'tea' } : { question: here.question.id })
    const shown = await show(cardIn(here))
    if (card === 'belief') {
      await choose(shown, 0, 2)
      await shown.get('form').trigger('submit')
      await flushPromises()
      await choose(shown, 1, 5)
    }
    else {
      await choose(shown, 0)
      await button(shown, 'Save answer').trigger('click')
      await flushPromises()
      await button(shown, 'Change my answer').trigger('click')
      await choose(shown, 1, 2)
    }
    return { ...here, shown, before: chosen(shown) }
  }

  it.each(['question', 'belief'] as const)('stays while a mind is being changed about a %s, when the room tells its state once more', async (card) => {
    const { shown, before, hear } = await changing(card)
    await hear()
    expect(chosen(shown)).toBe(before)
    expect(shown.find('[data-phase=recorded]').exists()).toBe(false)
  })

  it.each(['question', 'belief'] as const)('goes along when the card of a %s moves, as the speaker goes on or one looks back', async (card) => {
    const { shown, before } = await changing(card)
    isAbove.value = true
    await flushPromises()
    expect(chosen(shown)).toBe(before)
    expect(shown.find('[data-phase=recorded]').exists()).toBe(false)
    isAbove.value = false
    await flushPromises()
    expect(chosen(shown)).toBe(before)
  })

  it('goes along where nothing was sent yet', async () => {
    const here = await hall()
    await here.open({ question: here.question.id })
    const shown = await show(cardIn(here))
    await choose(shown, 0, 2)
    const before = chosen(shown)
    isAbove.value = true
    await flushPromises()
    expect(chosen(shown)).toBe(before)
  })

  it.each(['question', 'belief'] as const)('does not look as if it counted where the speaker closes a %s before it was sent, and is there when it is opened again', async (card) => {
    const { shown, before, tell } = await changing(card)
    await tell('close')
    expect(chosen(shown)).not.toBe(before)
    expect(readAloud(shown.element)).toContain('The question is closed. What you had chosen was not sent before.')
    await expectAccessible(shown.element)
    await tell('reopen')
    expect(readAloud(shown.element)).not.toContain('not sent')
    expect(chosen(shown)).toBe(before)
  })

  it('makes way for an answer that came from another tab', async () => {
    const { shown, joined, before } = await changing('question')
    joined.vote({ ballot: joined.state.value.room!.ballots[0]!.id, response: ['c'] })
    await flushPromises()
    expect(chosen(shown)).not.toBe(before)
    expect(shown.find('[data-phase=recorded]').exists()).toBe(true)
  })
})
