import type { ConnectionState } from '../../composables/room/connectRoom.ts'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import RoomLine from '../../components/room/RoomLine.vue'
import RoomPhone from '../../components/room/RoomPhone.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { expectAccessible, questionOf, readAloud, show } from './mount.ts'

const AWAY = 'The speaker is away. If the screen in front shows another code, scan it again.'

/** The line of a phone, in a room of which the test says how it is. */
async function lineOf(part: Partial<ConnectionState> = {}) {
  const phone = memoryRoom(['tea.start'], () => undefined).join('phone')
  const state = shallowRef<ConnectionState>({ ...phone.state.value, ...part })
  const shown = await show(RoomLine, { room: { ...phone, state } })
  async function is(part: Partial<ConnectionState>) {
    state.value = { ...state.value, ...part }
    await flushPromises()
  }
  return {
    shown,
    is,
    isSpeakerHere: (isSpeakerHere: boolean) => is({ room: { ...state.value.room!, isSpeakerHere } }),
    says: () => readAloud(shown.element),
    state,
  }
}

describe('a room whose speaker is away', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says so on phones, which may be in a room of before', async () => {
    const { says, isSpeakerHere, shown } = await lineOf()
    await isSpeakerHere(false)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(says()).toBe(`You are in the room. ${AWAY}`)
    expect(shown.attributes('role')).toBe('status')
    await isSpeakerHere(true)
    expect(says()).toBe('You are in the room.')
  })

  it('does not for a speaker who loads their page anew, nor for a short gap of the line', async () => {
    const { says, isSpeakerHere, is } = await lineOf()
    await isSpeakerHere(false)
    await vi.advanceTimersByTimeAsync(10_000)
    await isSpeakerHere(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(says()).toBe('You are in the room.')
    await isSpeakerHere(false)
    await is({ line: 'lost' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(says()).not.toContain(AWAY)
    await is({ line: 'socket' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(says()).not.toContain(AWAY)
  })

  it('does not where something happens in it, as who steers may come by plain requests', async () => {
    const { says, isSpeakerHere, is, state } = await lineOf()
    await isSpeakerHere(false)
    for (let step = 0; step < 3; step++) {
      await vi.advanceTimersByTimeAsync(10_000)
      await is({ room: { ...state.value.room!, seq: state.value.room!.seq + 1 } })
    }
    expect(says()).toBe('You are in the room.')
  })

  it('does not once the hour is over', async () => {
    const { says, isSpeakerHere, is, state } = await lineOf()
    await is({ room: { ...state.value.room!, ended: true } })
    await isSpeakerHere(false)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(says()).toBe('The hour is over. Thank you for taking part.')
  })
})

it('a room that is no more is said to be over, and an answer that waits for it is promised to nobody', async () => {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.start'], id => id === question.id ? question : undefined)
  const phone = room.join('phone', 'ann'.padEnd(16, '_'))
  await room.join('speaker').command({ type: 'open', subject: { question: question.id }, round: 1, after: null })
  const state = shallowRef<ConnectionState>(phone.state.value)
  const shown = await show(RoomPhone, { room: { ...phone, state } })
  phone.setLine('lost')
  phone.vote({ ballot: phone.state.value.room!.ballots[0]!.id, response: question.answer })
  state.value = phone.state.value
  await vi.waitFor(() => expect(readAloud(shown.element)).toContain('Kept on this phone, and sent when the room is back.'))
  state.value = { ...state.value, absence: 'something-else' }
  await flushPromises()
  expect(readAloud(shown.get('.line').element)).toContain('Something else answers at this address, and not the room. This page tries again by itself.')
  expect(readAloud(shown.element)).toContain('Kept on this phone, and sent when the room is back.')
  state.value = { ...state.value, absence: 'no-such-room' }
  await flushPromises()
  expect(readAloud(shown.get('.line').element)).toBe('This room is over; what you answered is on this phone.')
  expect(readAloud(shown.get('.delivery').element)).toBe('Kept on this phone. The room is over.')
  expect(readAloud(shown.element)).not.toContain('sent when')
  expect(shown.emitted('noSuchRoom')).toBeUndefined()
  await expectAccessible(shown.element)
})

it('a question of before that is opened again is said to be open', async () => {
  const questions = await Promise.all(['tea.colour', 'tea.several'].map(questionOf)) as any[]
  const room = memoryRoom(['tea.start'], id => questions.find(question => question.id === id))
  const [phone, speaker] = [room.join('phone'), room.join('speaker')]
  const newest = () => speaker.state.value.room!.ballots.at(-1)!.id
  await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
  await speaker.command({ type: 'open', subject: { question: 'tea.colour' }, round: 1, after: null })
  const first = newest()
  await speaker.command({ type: 'close', ballot: first })
  await speaker.command({ type: 'open', subject: { question: 'tea.several' }, round: 1, after: first })
  await speaker.command({ type: 'close', ballot: newest() })
  await speaker.command({ type: 'reveal', ballot: newest() })
  const shown = await show(RoomLine, { room: phone })
  expect(readAloud(shown.element)).toBe('The answer is shown.')
  await speaker.command({ type: 'reopen', ballot: first })
  await flushPromises()
  expect(readAloud(shown.element)).toBe('A question is open.')
})

it('a result is said to be on the page only as long as it is there', async () => {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.start', 'tea.verdict'], () => question)
  const speaker = room.join('speaker')
  const steer = (slide: string) => speaker.command({ type: 'steer', slide, clicks: 0, black: false }).then(flushPromises)
  await steer('tea.start')
  await speaker.command({ type: 'open', subject: { question: question.id }, round: 1, after: null })
  await speaker.command({ type: 'close', ballot: speaker.state.value.room!.ballots[0]!.id })
  const shown = await show(RoomLine, { room: room.join('phone') })
  expect(readAloud(shown.element)).toBe('The question is closed. The result is on this page.')
  await steer('tea.verdict')
  expect(readAloud(shown.element)).toBe('You are in the room.')
  await steer('tea.start')
  expect(readAloud(shown.element)).toBe('The question is closed. The result is on this page.')
})

/** Two questions are not asked at one moment. */
const later = () => vi.setSystemTime(Date.now() + 1000)

it('where no socket comes up, too, a question that was taken back is said to be, until another is asked', async () => {
  const questions = await Promise.all(['tea.colour', 'tea.several'].map(questionOf)) as any[]
  const room = memoryRoom(['tea.start'], id => questions.find(question => question.id === id))
  const [phone, speaker] = [room.join('phone'), room.join('speaker')]
  const newest = () => speaker.state.value.room!.ballots.at(-1)?.id
  const open = (id: string) => speaker.command({ type: 'open', subject: { question: id }, round: 1, after: newest() ?? null })
  await open('tea.colour')
  await speaker.command({ type: 'close', ballot: newest()! })
  later()
  await open('tea.several')
  const [state, refused] = [shallowRef(phone.state.value), shallowRef({})]
  const shown = await show(RoomLine, { room: { ...phone, state, refused } })
  const asks = () => {
    state.value = phone.state.value
    return flushPromises()
  }
  const answered = newest()!
  await speaker.command({ type: 'void', ballot: answered })
  // What waits goes out first, and then the state is asked for.
  refused.value = { [answered]: { response: 'a', reason: 'no-such-ballot' } }
  await flushPromises()
  await asks()
  expect(readAloud(shown.element)).toBe('The question that you answered was taken back.')
  later()
  await open('tea.several')
  await asks()
  expect(readAloud(shown.element)).toBe('A question is open.')
})
