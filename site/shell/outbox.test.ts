import type { Launch } from './xapi.ts'
import fc from 'fast-check'
import { beforeAll, expect, it, vi } from 'vitest'
import { Outbox } from './outbox.ts'
import { RecordStore } from './xapi.ts'

const launch: Launch = { endpoint: 'https://lms.test/xapi/', fetch: 'https://lms.test/fetch', actor: {}, registration: 'r', activityId: 'https://lms.test/tea' }
const statement = (id: string) => ({ id, actor: {}, verb: { id: 'answered', display: {} }, object: { objectType: 'Activity' as const, id: 'q' }, context: {}, timestamp: '' })

/** A store that fails on some statements, as a server with a fault in it does, and at times on all. */
function faultyStore() {
  const taken: string[] = []
  const failsOn = new Set<string>()
  let requests = 0
  let isDown = false
  const ask = async (_: unknown, init?: RequestInit) => {
    requests++
    const ids = (JSON.parse(String(init!.body)) as { id: string }[]).map(({ id }) => id)
    if (isDown || ids.some(id => failsOn.has(id)))
      return new Response(null, { status: 500 })
    if (taken.length === 0 && ids[0] !== 'first')
      return new Response('The session has not begun.', { status: 400 })
    taken.push(...ids)
    return Response.json(ids)
  }
  return { taken, failsOn, ask, requests: () => requests, breaks: (isNow: boolean) => isDown = isNow }
}

/** An outbox with the first statement of a session in it. */
function filled(store: ReturnType<typeof faultyStore>) {
  const told: object[] = []
  const outbox = new Outbox(new RecordStore(launch, store.ask as typeof fetch), said => told.push(said))
  outbox.add(statement('first'), 'first')
  return { outbox, told }
}

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

it('has all taken that the store can take, each once, whichever it fails on, and all when it is mended', async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.record({ fails: fc.boolean(), isDown: fc.boolean() }), { minLength: 1, maxLength: 12 }),
    async (visits) => {
      const store = faultyStore()
      const { outbox } = filled(store)
      const sound = ['first']
      let nowMs = 0
      for (const [place, { fails, isDown }] of visits.entries()) {
        const id = `s${place}`
        outbox.add(statement(id))
        if (fails)
          store.failsOn.add(id)
        else
          sound.push(id)
        store.breaks(isDown)
        await outbox.send(nowMs += 5000)
      }
      store.breaks(false)
      // The visit that found it mended, the patience with a batch, and two looked at each time.
      for (let more = 0; more < 3 + visits.length / 2; more++)
        await outbox.send(nowMs += 5000)
      expect(store.taken.toSorted()).toEqual(sound.toSorted())
      expect(outbox.waiting).toBe(store.failsOn.size)
      store.failsOn.clear()
      await outbox.send(nowMs += 3_600_000)
      await outbox.send(nowMs += 5000)
      expect(store.taken).toHaveLength(visits.length + 1)
      expect(store.taken[0]).toBe('first')
      expect(outbox).toMatchObject({ waiting: 0, refused: 0 })
    },
  ))
})

it('asks little of a store that is down, and sends all in their order when it is back', async () => {
  const store = faultyStore()
  const { outbox } = filled(store)
  await outbox.send(0)
  const ids = Array.from({ length: 40 }, (_, place) => `s${place}`)
  ids.forEach(id => outbox.add(statement(id)))
  store.breaks(true)
  for (let time = 1; time <= 20; time++) {
    const before = store.requests()
    await outbox.send(time * 5000)
    expect(store.requests() - before).toBeLessThanOrEqual(3)
  }
  store.breaks(false)
  const before = store.requests()
  await outbox.send(200_000)
  expect(store.taken).toEqual(['first', ...ids])
  expect(store.requests() - before).toBe(1)
})

it('waits longer each time before it sends again what the store fails on', async () => {
  const store = faultyStore()
  const { outbox, told } = filled(store)
  store.failsOn.add('bad')
  outbox.add(statement('bad'), undefined, { passed: true })
  outbox.add(statement('good'), undefined, { completed: true })
  const triedAtS: number[] = []
  for (let seconds = 0; seconds < 1200; seconds += 5) {
    const before = store.requests()
    await outbox.send(seconds * 1000)
    if (store.requests() > before)
      triedAtS.push(seconds)
  }
  expect(triedAtS).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915])
  expect(told).toEqual([{ completed: true }])
  expect(outbox).toMatchObject({ waiting: 1, refused: 0 })
})

it('sends nothing past the first of the session', async () => {
  const store = faultyStore()
  const { outbox } = filled(store)
  store.failsOn.add('first')
  outbox.add(statement('next'))
  for (let time = 0; time < 10; time++)
    await outbox.send(time * 5000)
  expect(store.taken).toEqual([])
  store.failsOn.clear()
  await outbox.send(100_000)
  expect(store.taken).toEqual(['first', 'next'])
  expect(outbox.refused).toBe(0)
})

it('has the last of the session taken, whatever waits', async () => {
  const store = faultyStore()
  const { outbox } = filled(store)
  store.failsOn.add('bad')
  outbox.add(statement('bad'))
  outbox.add(statement('last'), 'last')
  outbox.add(statement('next'))
  await outbox.send(0, true)
  expect(store.taken).toEqual(['first', 'next', 'last'])
})
