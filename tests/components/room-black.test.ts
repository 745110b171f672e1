import type { RouteLocation } from 'vue-router'
import { flushPromises } from '@vue/test-utils'
import { ids } from 'virtual:course/deck'
import { beforeAll, expect, it, vi } from 'vitest'
import { createApp, ref, shallowRef } from 'vue'

/** The presenter's window as the deck has it, in a room that the test plays. */
const windowOf = vi.hoisted(() => ({ route: { path: '/presenter/1', params: { no: '1' }, query: {} } as any, after: [] as ((to: unknown, from: unknown) => void)[], room: undefined as any }))
const router = vi.hoisted(() => ({
  isReady: async () => {},
  currentRoute: { get value() { return windowOf.route } },
  async replace({ path, query = {} }: RouteLocation) {
    const from = windowOf.route
    windowOf.route = { path, params: { no: path.split('/').at(-1) }, query }
    windowOf.after.forEach(then => then(windowOf.route, from))
  },
  beforeEach() {},
  afterEach: (then: () => void) => void windowOf.after.push(then),
}))
vi.mock('vue-router', () => ({ useRouter: () => router }))
vi.mock('@slidev/client', async original => ({
  ...await original<object>(),
  useNav: () => ({ currentSlideNo: { get value() { return Number(windowOf.route.params.no) } }, isPresenter: ref(true), slides: ref([1, 2, 3]) }),
  getSlidePath: (no: number) => `/presenter/${no}`,
  addSyncMethod() {},
  disableBuiltinSync() {},
}))
vi.mock('../../composables/room/joinRoom.ts', () => ({ joinRoom: () => windowOf.room }))

const channels: { name: string, onmessage?: (event: { data: unknown }) => void }[] = []
const commands: object[] = []
const state = shallowRef<any>({ line: 'socket', room: { at: { slide: ids[1], clicks: 0, black: false }, ballots: [], agenda: ids.filter(Boolean) } })
async function roomIs(at: object) {
  state.value = { ...state.value, room: { ...state.value.room, at: { ...state.value.room.at, ...at } } }
  await flushPromises()
}
async function hear(data: object) {
  channels.find(({ name }) => name.includes('.room '))!.onmessage!({ data })
  await flushPromises()
}

beforeAll(async () => {
  vi.stubGlobal('__PRESENTS__', true)
  vi.stubGlobal('BroadcastChannel', class {
    constructor(name: string) {
      channels.push(Object.assign(this, { name }))
    }

    postMessage() {}
  })
  history.replaceState(null, '', '/?room=K7QPM')
  windowOf.room = { code: 'K7QPM', state, base: 'http://x/room/K7QPM/', async command({ slide, clicks, black }: any) {
    commands.push({ slide, clicks, black })
    await roomIs({ slide, clicks, black })
  } }
  const { useTalk } = await import('../../deck/useTalk.ts')
  const { joinLiveRoom } = await import('../../deck/liveRoom.ts')
  const app = createApp({ setup: () => {
    useTalk()
    return () => null
  } })
  app.mount(document.createElement('div'))
  // Until every other window has had the time to answer.
  await new Promise(resolve => setTimeout(resolve, 300))
  await joinLiveRoom(app, router as never)
  await roomIs({})
  commands.splice(0)
})

it('what a remote makes black stays black when another window of the deck is looked at, or told what is shown', async () => {
  const { talk } = await import('../../deck/useTalk.ts')
  await roomIs({ black: true })
  expect(talk.black).toBe(true)
  await hear({ kind: 'hello' })
  await hear({ kind: 'shown', shown: { page: 2, clicks: 0, black: false }, version: 9, by: 'z', from: 'audience' })
  expect([talk.black, state.value.room.at.black, commands]).toEqual([true, true, []])
})

it('the speaker’s next step is not black, at once', async () => {
  const { talk } = await import('../../deck/useTalk.ts')
  await roomIs({ black: true })
  router.replace({ path: '/presenter/3', query: {} } as RouteLocation)
  expect(talk.black).toBe(false)
  await flushPromises()
  expect(state.value.room.at).toEqual({ slide: ids[2], clicks: 0, black: false })
})

it('the key for black counts in every window of the deck', async () => {
  const { talk } = await import('../../deck/useTalk.ts')
  await hear({ kind: 'shown', shown: { page: 3, clicks: 0, black: true }, version: 99, by: 'z', from: 'audience' })
  expect([talk.black, state.value.room.at.black]).toEqual([true, true])
  talk.setBlack(false)
  await flushPromises()
  expect(state.value.room.at.black).toBe(false)
})
