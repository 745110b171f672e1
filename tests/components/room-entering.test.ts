import type { ConnectionState } from '../../composables/room/connectRoom.ts'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import RoomEnter from '../../components/room/RoomEnter.vue'
import RoomJoin from '../../components/room/RoomJoin.vue'
import RoomPhone from '../../components/room/RoomPhone.vue'
import { emptyOutbox } from '../../core/room/outbox.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

describe('entering a room', () => {
  /** A phone that no room has answered yet. */
  async function outside() {
    const state = shallowRef<ConnectionState>({ line: 'connecting', mine: {}, outbox: emptyOutbox, silentMs: 0 })
    const shown = await show(RoomPhone, { room: { ...memoryRoom([], () => undefined).join('phone'), state } })
    return { shown, is: async (part: Partial<ConnectionState>) => {
      state.value = { ...state.value, ...part }
      await flushPromises()
    } }
  }

  it('asks to wait where too many codes were tried, and keeps the code', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 429 }))
    const { shown, is } = await outside()
    await is({ line: 'lost', absence: 'too-many-tries' })
    expect(shown.emitted('noSuchRoom')).toBeUndefined()
    expect(readAloud(shown.element)).toContain('Please wait a minute: this page tries again by itself.')
    await is({ line: 'lost', absence: 'no-such-room' })
    expect(shown.emitted('noSuchRoom')).toHaveLength(1)
    vi.unstubAllGlobals()
  })

  it('waits where something else answers, which knows of no room', async () => {
    const { shown, is } = await outside()
    await is({ line: 'lost', absence: 'something-else' })
    expect(shown.emitted('noSuchRoom')).toBeUndefined()
    expect(readAloud(shown.element)).toContain('Something else answers at this address, and not the room.')
  })

  it('waits for a room that is away', async () => {
    const { shown, is } = await outside()
    await is({ line: 'lost' })
    expect(shown.emitted('noSuchRoom')).toBeUndefined()
    expect(readAloud(shown.element)).toContain('The room is not there just now.')
  })

  it('takes a code as people type it, and says what a code looks like', async () => {
    const shown = await show(RoomEnter)
    await shown.get('input').setValue('k7')
    await shown.get('form').trigger('submit')
    expect(readAloud(shown.get('[role="status"]').element)).toContain('five signs')
    await shown.get('input').setValue(' k7q pm ')
    await shown.get('form').trigger('submit')
    expect(shown.emitted('enter')).toEqual([['K7QPM']])
    await expectAccessible(shown.element)
  })
})

it('how to join shows the address that the speaker’s machine has now', async () => {
  vi.useFakeTimers()
  let hosts = ['192.168.1.20', '10.0.0.7', '10.0.0.8']
  vi.stubGlobal('fetch', async () => hosts.length > 0 ? Response.json({ origins: hosts.map(host => `http://${host}:3030`) }) : Promise.reject(new Error('no network')))
  const shown = await show(RoomJoin, { room: memoryRoom([], () => undefined).join('speaker') })
  const later = () => vi.advanceTimersByTimeAsync(10_000)
  await later()
  expect(readAloud(shown.element)).toContain('192.168.1.20:3030/r')
  await shown.get('button').trigger('click')
  await shown.get('button').trigger('click')
  expect(readAloud(shown.element)).toContain('10.0.0.8:3030/r')
  hosts = ['192.168.7.5', '10.0.0.7']
  await later()
  expect(readAloud(shown.element)).toContain('192.168.7.5:3030/r')
  expect(shown.get('button').text()).toBe('Another address (1 of 2)')
  hosts = []
  await later()
  expect(readAloud(shown.element)).toContain('192.168.7.5:3030/r')
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
