import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import RoomRemote from '../../components/room/RoomRemote.vue'
import RoomSpeaker from '../../components/room/RoomSpeaker.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, expectAccessible, readAloud, show } from './mount.ts'

vi.mock('virtual:course/deck', async original => ({ ...await original<object>(), clicks: { 'tea.verdict': 1 } }))

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

describe('on a slide that holds something back', () => {
  async function steering() {
    vi.stubGlobal('fetch', async () => Response.json({}))
    const remote = memoryRoom(['tea.start', 'tea.verdict', 'tea.check'], () => undefined).join('remote')
    const shown = await show(RoomRemote, { room: remote })
    const at = () => remote.state.value.room!.at
    async function press(name: string) {
      await button(shown, name).trigger('click')
      await flushPromises()
      const { slide, clicks } = at()
      return `${slide} ${clicks}`
    }
    return { remote, shown, at, press }
  }

  it('the remote uncovers it, and goes back the same way', async () => {
    const { shown, press } = await steering()
    expect([await press('Next'), await press('Next')]).toEqual(['tea.start 0', 'tea.verdict 0'])
    expect(readAloud(shown.get('.next').element)).toBe('Then: what this slide still covers')
    expect(await press('Next')).toBe('tea.verdict 1')
    expect(readAloud(shown.get('.next').element)).toContain('tea.check')
    expect([await press('Next'), await press('Back'), await press('Back'), await press('Back')]).toEqual(['tea.check 0', 'tea.verdict 1', 'tea.verdict 0', 'tea.start 0'])
    expect(button(shown, 'Back').attributes('disabled')).toBeDefined()
  })

  it('black covers nothing that was seen', async () => {
    const { remote, at, press } = await steering()
    await remote.command({ type: 'steer', slide: 'tea.verdict', clicks: 1, black: false })
    await flushPromises()
    await press('Black')
    expect(at()).toEqual({ slide: 'tea.verdict', clicks: 1, black: true })
    await press('Black')
    expect(at()).toEqual({ slide: 'tea.verdict', clicks: 1, black: false })
  })

  it('the last one is uncovered too', async () => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    const remote = memoryRoom(['tea.start', 'tea.verdict'], () => undefined).join('remote')
    const shown = await show(RoomRemote, { room: remote })
    await remote.command({ type: 'steer', slide: 'tea.verdict', clicks: 0, black: false })
    await flushPromises()
    await button(shown, 'Next').trigger('click')
    await flushPromises()
    expect(remote.state.value.room!.at.clicks).toBe(1)
    expect(button(shown, 'Next').attributes('disabled')).toBeDefined()
  })
})

it('its code leads to the address that was chosen for joining', async () => {
  vi.stubGlobal('fetch', async (url: URL) => url.pathname.endsWith('addresses') ? Response.json({ origins: ['http://10.8.0.2:3030', 'http://192.168.1.20:3030'] }) : Response.json({ ticket: 'T' }))
  const shown = await show(RoomSpeaker, { room: memoryRoom(['tea.check'], () => undefined).join('speaker'), slide: 'tea.check' })
  await flushPromises()
  await button(shown, 'A phone as remote').trigger('click')
  await button(shown, 'How to join').trigger('click')
  await flushPromises()
  await button(shown, 'Another address (1 of 2)').trigger('click')
  expect(shown.findAll('svg[data-link]').map(code => code.attributes('data-link'))).toEqual(['HTTP://192.168.1.20:3030/R/K7QPM', 'http://192.168.1.20:3030/room/K7QPM/remote#T'])
  await button(shown, 'How to join').trigger('click')
  expect(shown.get('svg[data-link]').attributes('data-link')).toBe('http://192.168.1.20:3030/room/K7QPM/remote#T')
})
