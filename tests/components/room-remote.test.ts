import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import RoomRemote from '../../components/room/RoomRemote.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

it('says what comes now and then, before the first step as well and up to the last', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ 'tea.start': { title: 'Start', note: 'Say: Hello.' }, 'tea.check': { title: 'A check', note: '' } }))
  const remote = memoryRoom(['tea.start', 'tea.check'], () => undefined).join('remote')
  const shown = await show(RoomRemote, { room: remote })
  await flushPromises()
  expect(readAloud(shown.element)).toContain('Not begun. First comes: Start')
  expect(readAloud(shown.element)).toContain('Then: A check')
  expect(readAloud(shown.element)).toContain('Say: Hello.')
  await remote.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
  await flushPromises()
  expect(readAloud(shown.element)).toMatch(/Slide 2 of \d+: Start.*Then: A check/s)
  await remote.command({ type: 'steer', slide: 'tea.check', clicks: 0, black: false })
  await flushPromises()
  expect(readAloud(shown.element)).toMatch(/Slide \d of \d+: A check.*Then: the end/s)
  await expectAccessible(shown.element)
  vi.unstubAllGlobals()
})

it('has its notes as soon as the room gives them', async () => {
  let isThere = false
  vi.stubGlobal('fetch', async () => isThere ? Response.json({ 'tea.start': { title: 'Start', note: 'Say: Hello.' } }) : Promise.reject(new Error('nobody')))
  const remote = memoryRoom(['tea.start'], () => undefined).join('remote')
  const shown = await show(RoomRemote, { room: remote })
  await flushPromises()
  expect(readAloud(shown.element)).toContain('They are not here yet.')
  remote.setLine('lost')
  await flushPromises()
  isThere = true
  remote.setLine('socket')
  await flushPromises()
  expect(readAloud(shown.element)).toContain('Say: Hello.')
  vi.unstubAllGlobals()
})
