import { expect, it } from 'vitest'
import { interactionOf } from '../../core/interaction.ts'
import { choiceOf } from '../../tests/fixtures/build.ts'
import { RecordStoreStub } from '../../tests/fixtures/record-store.ts'
import { Cmi5Session } from './cmi5-session.ts'

const learning = { passed: false, completed: false, progress: 0.1 }
const question = choiceOf(['a', 'b'], 'b')

let nowMs = Date.UTC(2026, 10, 28, 13)
const now = () => nowMs += 1000

async function begun(store: RecordStoreStub) {
  const session = new Cmi5Session(store.launch('tea'), now, store.ask)
  await session.start(now())
  return { session }
}

it('has an answer once that is told again after a fresh start was undone, and each time it was given', async () => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  const givenAtMs = now()
  for (const atMs of [givenAtMs, givenAtMs + 5000, givenAtMs])
    session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(question, 'a'), 0, atMs)
  expect(await session.save({ suspendData: 'kept', location: '' }, learning)).toBe(true)
  const { session: later } = await begun(store)
  later.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(question, 'a'), 0, givenAtMs)
  expect(await later.save({ suspendData: 'kept', location: '' }, learning)).toBe(true)
  expect(store.verbs).toEqual(['initialized', 'answered', 'answered', 'initialized'])
  expect(later.refused).toBe(0)
})
