import { expect, it } from 'vitest'
import { RecordStoreStub } from '../../tests/fixtures/record-store.ts'
import { Cmi5Session } from './cmi5-session.ts'

const failing = { score: 0.5, passed: false, completed: false, progress: 0.1 }
const passed = { score: 0.9, passed: true, completed: true, progress: 1 }

let nowMs = Date.UTC(2026, 10, 28, 13)
const now = () => nowMs += 1000

it.each([true, false])('asks for nothing after its end, which a store may refuse: with time %s', async (hasTime) => {
  const store = new RecordStoreStub()
  const session = new Cmi5Session(store.launch('tea'), now, store.ask)
  await session.start(now())
  await session.save({ suspendData: 'x', location: '' }, failing)
  const saved = session.save({ suspendData: 'y', location: '' }, failing)
  await session.end(now(), hasTime)
  await saved
  expect(store.verbs).toEqual(['initialized', 'failed', 'terminated'])
  expect(store.refused).toEqual([])
})

it.each([
  ['a save that looks for what other windows said', 'GET', 0],
  ['clearing away what sessions of old left', 'DELETE', 2 * 86_400_000],
])('ends after %s, though the store is slow with it', async (_, slow, laterMs) => {
  const store = new RecordStoreStub()
  const before = new Cmi5Session(store.launch('tea'), now, store.ask)
  await before.start(now())
  await before.save({ suspendData: 'of old', location: '' }, failing)
  nowMs += laterMs
  const session = new Cmi5Session(store.launch('tea'), now, async (input, init) => {
    if (init?.method === slow)
      await new Promise(resolve => setTimeout(resolve, 20))
    return store.ask(input, init)
  })
  await session.start(now())
  const saved = session.save({ suspendData: 'x', location: '' }, passed)
  await session.end(now(), true)
  await saved
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(store.verbs.at(-1)).toBe('terminated')
  expect(store.refused).toEqual([])
})

it('says passed and completed once, though the page went before it heard that the store had them', async () => {
  const store = new RecordStoreStub()
  let isGone = false
  const gone = new Cmi5Session(store.launch('tea'), now, async (input, init) => {
    if (!isGone || init?.method === 'GET')
      return store.ask(input, init)
    // The statements come through, and nobody hears of it; what would be kept of it does not.
    if (init?.method === 'POST')
      await store.ask(input, init)
    return new Promise(() => {})
  })
  await gone.start(now())
  isGone = true
  void gone.save({ suspendData: 'x', location: '' }, passed)
  await expect.poll(() => store.verbs).toContain('passed')
  const session = new Cmi5Session(store.launch('tea'), now, store.ask)
  await session.start(now())
  expect(await session.save({ suspendData: 'x', location: '' }, passed)).toBe(true)
  await session.end(now(), true)
  expect(store.verbs.filter(verb => ['passed', 'completed'].includes(verb))).toEqual(['passed', 'completed'])
  expect([store.refused, session.refused]).toEqual([[], 0])
})
