import type { EffectScope } from 'vue'
import type { ConnectionState } from '../../composables/room/connectRoom.ts'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { joinRoom } from '../../composables/room/joinRoom.ts'
import { keepOwnAnswers, savedOwn } from '../../composables/room/keepOwnAnswers.ts'
import { keptKeys } from '../../composables/room/keptKeys.ts'
import { placeWithAll, takeIn } from '../../composables/room/takeAlong.ts'
import { loadSection } from '../../composables/useSection.ts'
import { readRoomHash } from '../../core/places.ts'
import { emptyOutbox } from '../../core/room/outbox.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { aMinuteLater, openPage, reload } from './mount.ts'

const CODE = 'K7QPM'
const ANN = 'ann'.padEnd(16, '_')
const scopes: EffectScope[] = []
afterEach(() => scopes.splice(0).forEach(scope => scope.stop()))

async function hall() {
  const questions = (await Promise.all(['tea', 'rain'].map(loadSection))).flatMap(section => section.questions)
  const room = memoryRoom(['tea.start'], id => questions.find(question => question.id === id))
  const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
  const phone = room.join('phone', ANN)
  const newest = () => speaker.state.value.room!.ballots.at(-1)
  /** The person answers what is asked, and the speaker closes it. */
  async function ask(question: string, response: unknown) {
    await speaker.command({ type: 'open', subject: { question, revision: 1 } as never, round: 1, after: newest()?.id ?? null })
    phone.vote({ ballot: newest()!.id, response })
    await speaker.command({ type: 'close', ballot: newest()!.id })
  }
  /** A tab that hears of the room when it does, and not before. */
  function tab() {
    const state = shallowRef(phone.state.value)
    const scope = effectScope()
    scopes.push(scope)
    scope.run(() => keepOwnAnswers({ ...phone, state }))
    return {
      async hear(other: Partial<ConnectionState> = {}) {
        state.value = { ...phone.state.value, ...other }
        await flushPromises()
      },
    }
  }
  return { phone, ask, tab }
}
const kept = () => useProgressStore().progress.answers.map(({ question, response }) => [question, response])

/** A storage with no room left, which still may be read. */
function fillStorage() {
  const real = localStorage
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => real.getItem(key),
    removeItem: (key: string) => real.removeItem(key),
    setItem() {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    },
  })
}

describe('what a person answers in a room that is open in two tabs', () => {
  it('is kept once, whichever tab hears first that it is closed', async () => {
    const { ask, tab } = await hall()
    const first = tab()
    openPage()
    const second = tab()
    await ask('tea.colour', 'a')
    await first.hear()
    aMinuteLater()
    await second.hear()
    reload()
    expect(kept()).toEqual([['tea.colour', 'a']])
  })

  it('stays noted by one tab where the other notes something else, which has not heard of it', async () => {
    const { ask, tab, phone } = await hall()
    const first = tab()
    openPage()
    const second = tab()
    await ask('tea.colour', 'a')
    await first.hear()
    await second.hear()
    const { id } = phone.state.value.room!.ballots[0]!
    phone.setLine('lost')
    phone.vote({ ballot: id, response: 'b' })
    await first.hear()
    phone.setLine('socket')
    aMinuteLater()
    await ask('tea.several', ['a'])
    await second.hear({ mine: { ...phone.state.value.mine, [id]: { response: 'a' } }, outbox: emptyOutbox })
    expect(Object.values(savedOwn(CODE))).toEqual(['"b"', '["a"]'])
    reload()
    await tab().hear()
    expect(kept()).toEqual([['tea.colour', 'a'], ['tea.colour', 'b'], ['tea.several', ['a']]])
  })

  it('is kept again where the mind was changed in the other one', async () => {
    const { ask, tab, phone } = await hall()
    const first = tab()
    openPage()
    const second = tab()
    await ask('tea.colour', 'a')
    await first.hear()
    aMinuteLater()
    const { id } = phone.state.value.room!.ballots[0]!
    phone.setLine('lost')
    phone.vote({ ballot: id, response: 'b' })
    await second.hear()
    await first.hear()
    reload()
    expect(kept()).toEqual([['tea.colour', 'a'], ['tea.colour', 'b']])
  })
})

it('an answer is not noted as kept before it is, as the page may be closed until its question has come', async () => {
  const { ask, tab } = await hall()
  const only = tab()
  await ask('tea.colour', 'a')
  const heard = only.hear()
  window.dispatchEvent(new Event('pagehide'))
  expect([savedOwn(CODE), kept()]).toEqual([{}, []])
  await heard
  expect([Object.values(savedOwn(CODE)), kept()]).toEqual([['"a"'], [['tea.colour', 'a']]])
})

describe('a phone whose storage is full', () => {
  it('keeps each answer once, as long as its page is open', async () => {
    const { ask, tab } = await hall()
    const only = tab()
    fillStorage()
    await ask('tea.colour', 'a')
    await only.hear()
    aMinuteLater()
    await only.hear()
    expect(kept()).toEqual([['tea.colour', 'a']])
  })

  it('joins a room all the same', () => {
    fillStorage()
    vi.stubGlobal('WebSocket', class {
      constructor() {
        throw new Error('none here')
      }
    })
    vi.stubGlobal('fetch', () => new Promise(() => {}))
    const scope = effectScope()
    scopes.push(scope)
    expect(scope.run(() => joinRoom(CODE, 'phone'))!.state.value.line).toBe('connecting')
  })

  it('takes in what it brought from another address', async () => {
    const { ask, tab } = await hall()
    const only = tab()
    await ask('tea.colour', 'a')
    await only.hear()
    localStorage.setItem(keptKeys(CODE).who, ANN)
    const { hash } = new URL(await placeWithAll('http://192.168.7.5:3030', CODE))
    localStorage.clear()
    reload()
    fillStorage()
    await takeIn(readRoomHash(hash).along!, CODE)
    expect(kept()).toEqual([['tea.colour', 'a']])
  })
})
