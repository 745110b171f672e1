import type { RoomConnectionOptions } from '../../composables/room/connectRoom.ts'
import type { JoinedRoom } from '../../composables/room/roomKey.ts'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import RoomBallot from '../../components/room/RoomBallot.vue'
import RoomLine from '../../components/room/RoomLine.vue'
import { joinRoom } from '../../composables/room/joinRoom.ts'
import { keepOwnAnswers } from '../../composables/room/keepOwnAnswers.ts'
import { emptyOutbox } from '../../core/room/outbox.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, choose, expectAccessible, questionOf, readAloud, show } from './mount.ts'

/** What the page has given its connection: here the test is the room. */
const line = vi.hoisted(() => ({ options: undefined as RoomConnectionOptions | undefined, sent: [] as Record<string, unknown>[] }))
vi.mock('../../composables/room/connectRoom.ts', () => ({ connectRoom(options: RoomConnectionOptions) {
  line.options = options
  return { vote: (vote: object) => line.sent.push({ ...vote }), command: async () => {}, wake() {}, close() {} }
} }))

beforeEach(() => void line.sent.splice(0))

/** A phone in a room that refuses what it is sent. */
async function refusing() {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.check'], id => id === question.id ? question : undefined)
  const speaker = room.join('speaker')
  const asRoomHasIt = room.join('phone')
  await speaker.command({ type: 'open', subject: { question: question.id }, round: 1, after: null })
  let joined: JoinedRoom
  const shown = await show(defineComponent({
    setup() {
      joined = joinRoom('K7QPM', 'phone')
      line.options!.onState(asRoomHasIt.state.value)
      keepOwnAnswers(joined)
      return () => h('div', [h(RoomLine, { room: joined }), ...joined.state.value.room!.ballots.map(ballot => h(RoomBallot, { key: ballot.id, room: joined, id: question.id, ballot }))])
    },
  }))
  await flushPromises()
  const { id: ballot } = speaker.state.value.room!.ballots[0]!
  const hear = async (waiting: object[] = []) => {
    line.options!.onState({ ...asRoomHasIt.state.value, outbox: { ...emptyOutbox, waiting: waiting as never } })
    await flushPromises()
  }
  async function send() {
    await choose(shown, question, question.answer)
    await button(shown, 'Save answer').trigger('click')
    await hear(line.sent.slice(-1))
  }
  async function refuse(reason: 'full' | 'not-an-answer' | 'no-such-ballot') {
    await hear()
    line.options!.onRefused!(ballot, reason)
    await flushPromises()
  }
  return { question, shown, speaker, ballot, hear, send, refuse, ticked: () => shown.findAll<HTMLInputElement>('input:checked').length }
}

it('an answer that the room does not take stays in sight, and under it stands why', async () => {
  const { shown, send, refuse, ticked } = await refusing()
  await send()
  expect(readAloud(shown.element)).toContain('Sending …')
  await refuse('full')
  expect(readAloud(shown.get('.delivery[role=status]').element)).toBe('The room did not take your answer. The room is full.')
  expect(ticked()).toBe(1)
  await expectAccessible(shown.element)
})

it('it may be sent once more, and nothing of the refusal is left', async () => {
  const { shown, send, refuse, hear } = await refusing()
  await send()
  await refuse('not-an-answer')
  expect(readAloud(shown.element)).toContain('This answer does not fit the question. Load the page again.')
  await button(shown, 'Change my answer').trigger('click')
  await button(shown, 'Save answer').trigger('click')
  await hear(line.sent.slice(-1))
  expect(line.sent).toHaveLength(2)
  expect(readAloud(shown.get('.delivery').element)).toBe('Sending …')
})

it('it is the person’s own all the same', async () => {
  const { question, send, refuse, speaker, ballot, hear } = await refusing()
  await send()
  await refuse('full')
  await speaker.command({ type: 'close', ballot })
  await hear()
  expect(useProgressStore().progress.answers.map(({ response }) => response)).toEqual([question.answer])
})

it('a question that was taken back before the answer came has no card any more: the line says so, until something else is asked', async () => {
  const { question, shown, send, refuse, speaker, ballot, hear } = await refusing()
  await send()
  await speaker.command({ type: 'void', ballot })
  await refuse('no-such-ballot')
  expect(readAloud(shown.get('.line').element)).toBe('The question that you answered was taken back.')
  await speaker.command({ type: 'open', subject: { question: question.id }, round: 1, after: null })
  await hear()
  expect(readAloud(shown.get('.line').element)).toBe('A question is open.')
})
