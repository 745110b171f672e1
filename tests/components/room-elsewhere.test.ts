import type { ConnectionState } from '../../composables/room/connectRoom.ts'
import { flushPromises } from '@vue/test-utils'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { loadElsewhere } from '../../components/room/elsewhere.ts'
import RoomElsewhere from '../../components/room/RoomElsewhere.vue'
import RoomPhone from '../../components/room/RoomPhone.vue'
import { packLink } from '../../composables/handOver.ts'
import { keptKeys } from '../../composables/room/keptKeys.ts'
import { keptOutbox } from '../../composables/room/keptOutbox.ts'
import { placeWithAll, takeIn } from '../../composables/room/takeAlong.ts'
import { readRoomHash } from '../../core/places.ts'
import { luggageText } from '../../core/room/luggage.ts'
import { withVote } from '../../core/room/outbox.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { anyText } from '../fixtures/any-text.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { roomId } from '../fixtures/small-room.ts'
import { expectAccessible, readAloud, reload, show } from './mount.ts'

const CODE = 'K7QPM'
const ELSEWHERE = { mark: 'ours', origins: ['http://laptop.local:3030'] }
const ann = roomId('ann')
const vote = { v: 1, id: roomId('v1'), type: 'vote', who: ann, ballot: roomId('b1'), response: 'a' } as const
const given = { question: 'tea.colour', response: 'a', score: 1, mode: 'quiz', revision: 1 } as const

/** Somebody in a room: a vote that waits, and an answer of their own. */
function live(): void {
  localStorage.setItem(keptKeys(CODE).who, ann)
  localStorage.setItem(keptKeys(CODE).own, JSON.stringify({ [vote.ballot]: '"a"' }))
  keptOutbox(localStorage, CODE).update(outbox => withVote(outbox, vote))
  useProgressStore().answer(given)
}
const kept = () => Object.fromEntries(Object.entries(keptKeys(CODE)).map(([what, key]) => [what, localStorage.getItem(key)]))

describe('a phone whose room has another address', () => {
  it('takes itself along: the same person there, with what was not sent and what is theirs', async () => {
    live()
    useSettingsStore().change({ textSize: 'larger' })
    const before = kept()
    const address = new URL(await placeWithAll('http://192.168.7.5:3030', CODE))
    expect(address.href).toMatch(/^http:\/\/192\.168\.7\.5:3030\/room\/#K7QPM&along=[\w-]+$/)
    localStorage.clear()
    reload()
    for (let time = 0; time < 2; time++) {
      await takeIn(readRoomHash(address.hash).along!, CODE)
      expect(kept()).toEqual({ ...before, along: 'yes' })
      expect(useProgressStore().progress.answers).toMatchObject([given])
    }
    expect(useSettingsStore().settings.textSize).toBe('larger')
  })

  it('is another room’s there, and nothing changes', async () => {
    live()
    const { along } = readRoomHash(new URL(await placeWithAll('http://192.168.7.5:3030', 'AAAAA')).hash)
    const before = kept()
    await takeIn(along!, CODE)
    expect(kept()).toEqual(before)
  })

  it('whatever text comes along, nothing that is there is lost, and nothing fails', async () => {
    live()
    const before = kept()
    const text = fc.oneof(
      anyText,
      fc.json().map(copy => luggageText({ who: roomId('bea'), outbox: { waiting: [], kept: [] }, own: {}, copy }, __COURSE_ID__, CODE)),
      fc.anything({ withBigInt: false }).map(outbox => luggageText({ who: roomId('bea'), outbox: outbox as never, own: outbox as never, copy: '' }, __COURSE_ID__, CODE)),
    )
    await fc.assert(fc.asyncProperty(text, fc.boolean(), async (text, isPacked) => {
      await takeIn(isPacked ? await packLink(text) : text, CODE)
      expect(kept().who).toBe(before.who)
      expect(keptOutbox(localStorage, CODE).load().waiting).toContainEqual(vote)
      expect(JSON.parse(kept().own!)).toMatchObject(JSON.parse(before.own!))
      expect(useProgressStore().progress.answers).toMatchObject([given])
    }), { numRuns: 200 })
  })
})

describe('while the room is not there', () => {
  const went: string[] = []
  afterEach(() => void went.splice(0))

  async function lost() {
    vi.useFakeTimers()
    for (const how of ['assign', 'replace'] as const)
      vi.spyOn(location, how).mockImplementation(address => void went.push(`${how} ${String(address).replace(/along=.*/, 'along')}`))
    const shown = await show(RoomElsewhere, { room: memoryRoom([], () => undefined).join('phone'), elsewhere: ELSEWHERE })
    return { shown, said: () => readAloud(shown.element) }
  }

  it('asks after 10 s for the address in front, says what one looks like, and goes there', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new Error('nobody')))
    const { shown, said } = await lost()
    await vi.advanceTimersByTimeAsync(9999)
    expect(shown.find('input').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(said()).toContain('Does the screen in front, or the speaker, give another address? Type it here.')
    vi.useRealTimers()
    await expectAccessible(shown.element)
    const type = async (text: string) => {
      await shown.get('input').setValue(text)
      await shown.get('form').trigger('submit')
      await flushPromises()
    }
    await type('in front')
    expect(said()).toContain('An address looks like 192.168.1.47:3030.')
    await expectAccessible(shown.element)
    await type('192.168.1.20:3030')
    expect(said()).toContain('This page is at that address already')
    expect(went).toEqual([])
    await type('192.168.1.47')
    await vi.waitFor(() => expect(went).toEqual(['assign http://192.168.1.47:3030/room/#K7QPM&along']))
  })

  it('goes by itself where the room is found, and back leads to no page that is gone', async () => {
    vi.stubGlobal('fetch', async (address: URL) => address.hostname === 'laptop.local' ? Response.json({ type: 'here', mark: 'ours' }) : Promise.reject(new Error('nobody')))
    await lost()
    await vi.advanceTimersByTimeAsync(11_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(went).toEqual(['replace http://laptop.local:3030/room/#K7QPM&along']))
  })

  it('stands under the sentence of the line as long as that is lost, and leaves the keys a place', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new Error('nobody')))
    const main = Object.assign(document.createElement('main'), { id: 'main', tabIndex: -1 })
    document.body.append(main)
    const room = memoryRoom(['tea.start'], () => undefined).join('phone')
    const state = shallowRef<ConnectionState>({ ...room.state.value, elsewhere: ELSEWHERE })
    const shown = await show(RoomPhone, { room: { ...room, state } })
    await loadElsewhere()
    vi.useFakeTimers()
    const is = async (part: Partial<ConnectionState>) => {
      state.value = { ...state.value, ...part }
      await vi.advanceTimersByTimeAsync(10_000)
    }
    await is({})
    expect(shown.find('form').exists()).toBe(false)
    await is({ line: 'lost' })
    expect(shown.get('.line').element.nextElementSibling).toBe(shown.get('form').element)
    shown.get('input').element.focus()
    await is({ line: 'socket' })
    expect(shown.find('form').exists()).toBe(false)
    expect(document.activeElement).toBe(main)
    // Nobody is looked for once the hour is over, nor where the room has one name.
    await is({ line: 'lost', room: { ...state.value.room!, ended: true } })
    expect(shown.find('form').exists()).toBe(false)
    await is({ elsewhere: undefined, room: { ...state.value.room!, ended: false } })
    expect(shown.find('form').exists()).toBe(false)
    main.remove()
  })
})
