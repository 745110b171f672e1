import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import RoomControls from '../../components/room/RoomControls.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, questionOf, readAloud, show } from './mount.ts'

async function hall() {
  const question = await questionOf('tea.colour') as any
  const speaker = memoryRoom(['tea.start', 'tea.check'], id => id === question.id ? question : undefined).join('speaker')
  const openQuestion = () => speaker.command({ type: 'open', subject: { question: question.id }, round: 1, after: speaker.state.value.room!.ballots.at(-1)?.id ?? null })
  return { speaker, openQuestion }
}

it('the speaker who is asked to close a question of before reads no other one beside it', async () => {
  const { speaker, openQuestion } = await hall()
  await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
  await speaker.command({ type: 'open', subject: { belief: 'tea' }, round: 1, after: null })
  await speaker.command({ type: 'close', ballot: speaker.state.value.room!.ballots[0]!.id })
  const shown = await show(RoomControls, { room: speaker, slide: 'tea.start' })
  await vi.waitFor(() => expect(shown.find('.prompt').exists()).toBe(true))
  await speaker.command({ type: 'steer', slide: 'tea.check', clicks: 0, black: false })
  await openQuestion()
  await flushPromises()
  expect(readAloud(shown.element)).toContain('Still open: what was asked')
  button(shown, 'Close the question that is open')
  expect(shown.find('.prompt').exists()).toBe(false)
})

it('the speaker steers by plain requests too, where no socket comes up', async () => {
  const { speaker } = await hall()
  const shown = await show(RoomControls, { room: speaker, slide: 'tea.check' })
  await vi.waitFor(() => shown.get('button'))
  speaker.setLine('requests')
  await flushPromises()
  expect(readAloud(shown.element)).not.toContain('The room is not there just now.')
  expect(button(shown, 'Open the question').attributes('disabled')).toBeUndefined()
  speaker.setLine('lost')
  await flushPromises()
  expect(readAloud(shown.element)).toContain('The room is not there just now.')
  expect(button(shown, 'Open the question').attributes('disabled')).toBeDefined()
})
