import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import RoomPhone from '../../components/room/RoomPhone.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { expectAccessible, questionOf, readAloud, show } from './mount.ts'

const CARD = 'This answer came after the question was closed: it does not count in the room’s result, but is kept in your progress on this phone.'
const LINE = 'Your last answer came after its question was closed: it does not count in the room’s result, but is kept in your progress on this phone.'

/** A phone that was without the room when it answered, and comes back when what is right is shown. */
async function hall() {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.start', 'tea.verdict'], id => id === question.id ? question : undefined)
  const [phone, speaker] = [room.join('phone', 'ann'.padEnd(16, '_')), room.join('speaker')]
  const newest = () => speaker.state.value.room!.ballots.at(-1)?.id
  const steer = (slide: string) => speaker.command({ type: 'steer', slide, clicks: 0, black: false })
  const open = (round: 1 | 2) => speaker.command({ type: 'open', subject: { question: question.id }, round, after: newest() ?? null })
  await steer('tea.start')
  await open(1)
  const shown = await show(RoomPhone, { room: phone })
  phone.setLine('lost')
  phone.vote({ ballot: newest()!, response: question.answer })
  await speaker.command({ type: 'close', ballot: newest()! })
  await speaker.command({ type: 'reveal', ballot: newest()! })
  return {
    shown,
    phone,
    question,
    newest,
    steer,
    open,
    async back() {
      phone.setLine('socket')
      await flushPromises()
    },
    line: () => readAloud(shown.get('.line').element),
  }
}

it('an answer that comes after the close is said not to count, and is in the own progress', async () => {
  const { shown, back, line } = await hall()
  await back()
  await vi.waitFor(() => expect(readAloud(shown.get('.delivery').element)).toBe(CARD))
  expect(line(), 'once is enough').toBe('The answer is shown.')
  expect(useProgressStore().progress.answers).toHaveLength(1)
  await expectAccessible(shown.element)
})

it('where the room has gone on, that is said without its card, until something is answered in time', async () => {
  const { shown, back, line, steer, open, phone, newest, question } = await hall()
  await steer('tea.verdict')
  await back()
  expect(shown.find('.delivery').exists()).toBe(false)
  expect(line()).toBe(`You are in the room. ${LINE}`)
  await open(2)
  await flushPromises()
  expect(line()).toBe(`The question is open once more. ${LINE}`)
  phone.vote({ ballot: newest()!, response: question.answer })
  await flushPromises()
  expect(line()).toBe('The question is open once more.')
  expect(readAloud(shown.get('.delivery').element)).toBe('Kept by the room.')
})
