import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import RoomBallot from '../../components/room/RoomBallot.vue'
import RoomBeliefBallot from '../../components/room/RoomBeliefBallot.vue'
import RoomControls from '../../components/room/RoomControls.vue'
import RoomSpeaker from '../../components/room/RoomSpeaker.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, choose, questionOf, readAloud, show } from './mount.ts'

/** What happens in front of a room that nobody has rehearsed. */
async function hall() {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.start', 'tea.verdict', 'tea.check'], id => id === question.id ? question : undefined)
  const phone = room.join('phone', 'ann'.padEnd(16, '_'))
  const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
  const ballots = () => speaker.state.value.room!.ballots
  const open = (subject: object = { question: question.id }, round: 1 | 2 = 1) => speaker.command({ type: 'open', subject, round, after: ballots().at(-1)?.id ?? null } as any)
  const onNewest = (type: 'close' | 'reopen' | 'reveal') => speaker.command({ type, ballot: ballots().at(-1)!.id })
  await speaker.command({ type: 'steer', slide: 'tea.check', clicks: 0, black: false })
  return { question, phone, speaker, ballots, open, onNewest }
}

async function pressV() {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'v' }))
  await flushPromises()
}

describe('the speaker’s controls', () => {
  it('take two presses in quick succession for one: nothing is opened and closed at once', async () => {
    const { speaker, ballots } = await hall()
    const shown = await show(RoomControls, { room: speaker, slide: 'tea.check', hasKey: true })
    await vi.waitFor(() => button(shown, 'Open the question'))
    await pressV()
    await pressV()
    expect(ballots().map(({ phase }) => phase)).toEqual(['open'])
    button(shown, 'Close')
    await pressV()
    await pressV()
    expect(ballots().map(({ phase }) => phase)).toEqual(['closed'])
    expect(readAloud(shown.element)).not.toContain('Somebody else')
  })

  it('say on which slide a question is still open, and close it from where the speaker is', async () => {
    const { speaker, ballots, open } = await hall()
    await open()
    const shown = await show(RoomControls, { room: speaker, slide: 'tea.verdict', hasKey: true })
    await vi.waitFor(() => expect(readAloud(shown.element)).toMatch(/Still open: what was asked on “.+”/))
    button(shown, 'Close the question that is open')
    await pressV()
    expect(ballots()[0]!.phase).toBe('closed')
  })

  it('say what the room is asked where the slide does not', async () => {
    const { speaker, open } = await hall()
    const shown = await show(RoomControls, { room: speaker, slide: 'tea.check', hasKey: true })
    await vi.waitFor(() => button(shown, 'Open the question'))
    await open()
    await flushPromises()
    expect(shown.find('.prompt').exists()).toBe(false)
    await speaker.command({ type: 'close', ballot: speaker.state.value.room!.ballots[0]!.id })
    await open({ belief: 'tea' })
    await vi.waitFor(() => expect(shown.get('.prompt').text()).toMatch(/^“.+”$/))
  })

  it('say why the hour does not end while a question is open', async () => {
    const { speaker, open, onNewest } = await hall()
    await open()
    const shown = await show(RoomSpeaker, { room: speaker, slide: 'tea.check' })
    const end = async () => {
      await button(shown, 'End').trigger('click')
      await button(shown, 'Press again: end it for everyone').trigger('click')
      await flushPromises()
    }
    await end()
    expect(readAloud(shown.element)).toContain('Another question is open: close it first.')
    await onNewest('close')
    await end()
    expect(readAloud(shown.element)).toContain('The hour is over')
    expect(readAloud(shown.element)).not.toContain('close it first')
  })
})

describe('a phone', () => {
  it('is told that what was chosen was not sent, and has it again where the question is opened again', async () => {
    const { question, phone, ballots, open, onNewest } = await hall()
    await open()
    const shown = await show(defineComponent(() => () => h(RoomBallot, { room: phone, id: question.id, ballot: phone.state.value.room!.ballots[0]! })))
    await choose(shown, question, 'a')
    await onNewest('close')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('What you had chosen was not sent before.')
    await onNewest('reopen')
    await flushPromises()
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    await onNewest('close')
    await flushPromises()
    expect(ballots()[0]!.answered).toBe(1)
    expect(readAloud(shown.element)).not.toContain('not sent')
  })

  it('sees where a claim belongs once the speaker shows it', async () => {
    const { phone, ballots, open, onNewest } = await hall()
    for (const round of [1, 2] as const) {
      await open({ belief: 'tea' }, round)
      phone.vote({ ballot: ballots().at(-1)!.id, response: { approved: true, evidence: 'mixed' } })
      await onNewest('close')
    }
    const shown = await show(RoomBeliefBallot, { room: phone, section: 'tea', ballot: ballots().at(-1)! })
    await vi.waitFor(() => expect(readAloud(shown.element)).toContain('Where the room places it'))
    expect(readAloud(shown.element)).not.toContain('(right)')
    await onNewest('reveal')
    await flushPromises()
    expect(readAloud(shown.element).match(/\(right\)/g)).toHaveLength(2)
  })
})
