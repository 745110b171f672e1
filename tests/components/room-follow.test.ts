import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import RoomFollow from '../../components/room/RoomFollow.vue'
import { watchLoad } from '../../site/lost.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

const net = vi.hoisted(() => ({ isThere: true }))
vi.mock('virtual:course/slides', () => {
  const part = (ids: string[]) => async () => {
    if (!net.isThere)
      throw new TypeError('Failed to fetch')
    return ids.map(id => ({ id, needs: { sections: [] }, load: async () => ({ default: { render: () => `This is ${id}` } }) }))
  }
  return { slides: { tea: part(['tea.start', 'tea.check']), rain: part(['rain.start']) } }
})
beforeEach(() => void (net.isThere = true))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function following() {
  const room = memoryRoom(['tea.start', 'tea.check', 'rain.start'], () => undefined)
  const phone = room.join('phone')
  const speaker = room.join('speaker')
  const steer = async (slide: string) => {
    await speaker.command({ type: 'steer', slide, clicks: 0, black: false })
    await flushPromises()
  }
  async function back() {
    phone.setLine('lost')
    await flushPromises()
    net.isThere = true
    phone.setLine('socket')
    await flushPromises()
  }
  return { phone, steer, back }
}

it('a part that did not load comes when the connection is back', async () => {
  const { phone, steer, back } = await following()
  await steer('tea.check')
  net.isThere = false
  const shown = await show(RoomFollow, { room: phone })
  await flushPromises()
  expect(readAloud(shown.get('[role=status]').element)).toBe('This part did not load. It comes when the connection is back.')
  await back()
  await vi.waitFor(() => expect(readAloud(shown.element)).toContain('This is tea.check'))
  expect(readAloud(shown.element)).not.toContain('did not load')
})

it('where the page before it stays meanwhile, that is said', async () => {
  const { phone, steer, back } = await following()
  await steer('tea.check')
  const shown = await show(RoomFollow, { room: phone })
  await vi.waitFor(() => expect(readAloud(shown.element)).toContain('This is tea.check'))
  net.isThere = false
  await steer('rain.start')
  expect(readAloud(shown.get('[role=status]').element)).toContain('the page below is still the one from before')
  expect(readAloud(shown.element)).toContain('This is tea.check')
  await expectAccessible(shown.element)
  await steer('tea.check')
  expect(readAloud(shown.element), 'the page that is there was not missing').not.toContain('did not load')
  await steer('rain.start')
  await back()
  await vi.waitFor(() => expect(readAloud(shown.element)).toContain('This is rain.start'))
  expect(readAloud(shown.element)).not.toContain('did not load')
})

it('no words of a loss stay at the foot of the page, as they stand in the place of the part', async () => {
  vi.stubGlobal('coursePage', { watchLoad })
  const { phone, steer, back } = await following()
  await steer('tea.check')
  net.isThere = false
  const shown = await show(RoomFollow, { room: phone })
  await flushPromises()
  expect(shown.get('[role=status]').text()).toContain('did not load')
  expect(shown.findAll('button').map(button => button.text())).toContain('Load it again')
  await back()
  await vi.waitFor(() => expect(readAloud(shown.element)).toContain('This is tea.check'))
  expect(document.querySelector('.loss')).toBeNull()
  expect(shown.findAll('button').map(button => button.text())).not.toContain('Load it again')
})

it('a part that did not load is asked for again, though the line to the room holds', async () => {
  vi.useFakeTimers()
  const { phone, steer } = await following()
  await steer('tea.check')
  net.isThere = false
  const shown = await show(RoomFollow, { room: phone })
  await vi.advanceTimersByTimeAsync(20_000)
  net.isThere = true
  await vi.advanceTimersByTimeAsync(5000)
  expect(readAloud(shown.element)).not.toContain('did not load')
  expect(readAloud(shown.element)).toContain('This is tea.check')
})
