import type { Append, RoomStore } from './store.ts'
import { afterEach, expect, it, vi } from 'vitest'
import { history, opened, roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { rooms } from './rooms.ts'

const CODE = 'K7QPM'
const open = history(opened, { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 })
const vote = (who: string) => ({ v: 1, id: roomId(who), type: 'vote', who: roomId(who), ballot: roomId(2), response: 'a' }) as const

/** A store that answers when it is told to. */
function slowStore() {
  let epoch = 0
  const appends: { batch: Append[], fail: () => void }[] = []
  const store: RoomStore = {
    create: async () => true,
    claim: async () => ({ epoch: ++epoch, events: open }),
    append: batch => new Promise((_, reject) => appends.push({ batch, fail: () => reject(new Error('gone')) })),
    list: async () => [{ code: CODE, createdAtMs: 0 }],
    forget: async () => 0,
    close: async () => {},
  }
  return { store, appends }
}

const roomsOf = (store: RoomStore) => rooms({ store, course: roomCourse, tallyOf: () => undefined, now: () => open.at(-1)!.atMs, most: 10 })

async function roomIn(known: ReturnType<typeof roomsOf>, code = CODE) {
  const found = await known.find(code)
  if (!found || !('room' in found))
    throw new Error('It is not here')
  return found.room
}

afterEach(() => void vi.useRealTimers())

it('a room that was found anew stays, though what the one before it had still to write fails after that', async () => {
  const { store, appends } = slowStore()
  const known = roomsOf(store)
  const first = await roomIn(known)
  const ann = first.take(vote('ann'), { role: 'phone' })
  await expect.poll(() => appends.length).toBe(1)
  const eve = first.take(vote('eve'), { role: 'phone' })
  appends[0]!.fail()
  await expect(ann).resolves.toMatchObject({ type: 'refused', reason: 'try-again' })
  const anew = await roomIn(known)
  const drop = vi.fn()
  anew.join({ role: 'phone', send() {}, drop })
  await expect.poll(() => appends.length).toBe(2)
  appends[1]!.fail()
  await expect(eve).resolves.toMatchObject({ type: 'refused', reason: 'try-again' })
  expect(await roomIn(known)).toBe(anew)
  expect(drop).not.toHaveBeenCalled()
  await expect(first.take(vote('bob'), { role: 'phone' }), 'the one before takes nothing more').resolves.toMatchObject({ reason: 'try-again' })
  expect(appends).toHaveLength(2)
  known.stop()
})

it('a room that is claimed while the store is asked which ones are left is not given up', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { store } = slowStore()
  let tell: (codes: string[]) => void = () => {}
  store.owned = () => new Promise(resolve => tell = resolve)
  const known = roomsOf(store)
  const old = await roomIn(known, 'OLDER')
  vi.advanceTimersByTime(2000)
  vi.useRealTimers()
  await expect.poll(() => tell.length).toBe(1)
  const newer = await roomIn(known, 'NEWER')
  tell([])
  await expect.poll(async () => await roomIn(known, 'OLDER') !== old).toBe(true)
  expect(await roomIn(known, 'NEWER')).toBe(newer)
  known.stop()
})

const MINUTE_MS = 60_000
const phone = () => ({ role: 'phone' as const, who: roomId('ann'), send() {}, drop: vi.fn() })

it.each([
  ['neither answers nor fails', () => new Promise<never>(() => {})],
  ['fails', () => Promise.reject(new Error('away'))],
])('where the store %s for as long as its lease, who only listens is sent to look for the room', async (_how, answer) => {
  vi.useFakeTimers()
  const { store } = slowStore()
  store.leaseMs = 3000
  store.owned = vi.fn(answer)
  const known = roomsOf(store)
  const [first, second] = [phone(), phone()]
  ;(await roomIn(known)).join(first)
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
  expect(first.drop).toHaveBeenCalledOnce()
  expect(vi.mocked(store.owned).mock.calls.length, 'nobody asks for rooms that are not here').toBeLessThan(4)
  vi.mocked(store.owned).mockResolvedValue([CODE])
  ;(await roomIn(known)).join(second)
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
  expect(second.drop).not.toHaveBeenCalled()
  known.stop()
})

it('a store that is away for a moment costs nobody their line', async () => {
  vi.useFakeTimers()
  const { store } = slowStore()
  store.leaseMs = 3000
  store.owned = vi.fn(async () => [CODE])
  const known = roomsOf(store)
  const listener = phone()
  ;(await roomIn(known)).join(listener)
  for (let n = 0; n < 5; n++) {
    vi.mocked(store.owned).mockRejectedValueOnce(new Error('away'))
    await vi.advanceTimersByTimeAsync(6000)
  }
  expect(listener.drop).not.toHaveBeenCalled()
  known.stop()
})

it('a room that nobody has been in for some minutes is let go, and claimed again by who comes next', async () => {
  vi.useFakeTimers()
  const { store } = slowStore()
  const known = roomsOf(store)
  const first = await roomIn(known)
  const somebody = phone()
  first.join(somebody)
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect(await roomIn(known)).toBe(first)
  first.leave(somebody)
  // Without a socket a phone is in no room: it asks, every few seconds.
  for (let n = 0; n < 20; n++) {
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    expect(await roomIn(known)).toBe(first)
  }
  const timers = vi.getTimerCount()
  await vi.advanceTimersByTimeAsync(15 * MINUTE_MS)
  expect(vi.getTimerCount()).toBeLessThan(timers)
  const anew = await roomIn(known)
  expect(anew).not.toBe(first)
  expect(anew.snapshot({ role: 'phone' }).room.ballots).toHaveLength(1)
  known.stop()
})

it('a vote that is on its way to disk when its room is let go is acknowledged once it is there', async () => {
  vi.useFakeTimers()
  const { store } = slowStore()
  let write = () => {}
  store.append = batch => new Promise(resolve => write = () => resolve(batch.map(({ events }) => events.map((_, n) => ({ seq: open.length + n + 1, isNew: true })))))
  const known = roomsOf(store)
  const answered = (await roomIn(known)).take(vote('ann'), { role: 'phone' })
  await vi.advanceTimersByTimeAsync(15 * MINUTE_MS)
  write()
  await expect(answered).resolves.toMatchObject({ type: 'ack', seq: open.length + 1 })
  known.stop()
})
