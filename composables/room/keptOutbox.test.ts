import { expect, it } from 'vitest'
import { emptyOutbox, withAck, withVote } from '../../core/room/outbox.ts'
import { memoryStorage } from '../../tests/fixtures/room-clients.ts'
import { keptOutbox } from './keptOutbox.ts'

const vote = (ballot: string) => ({ v: 1 as const, id: `vote on ${ballot}`, type: 'vote' as const, who: 'ann', ballot, response: 'a' })
const waitingIn = ({ waiting }: typeof emptyOutbox) => waiting.map(({ ballot }) => ballot)

it('a vote for which storage has no room waits in memory, and is saved once there is some', () => {
  const saved = memoryStorage()
  let isFull = false
  const storage: typeof saved = {
    getItem: saved.getItem,
    setItem(key, value) {
      if (isFull)
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      saved.setItem(key, value)
    },
  }
  const outbox = keptOutbox(storage, 'K7QPM')
  outbox.update(outbox => withAck(withVote(outbox, vote('one')), vote('one').id))
  isFull = true
  outbox.update(outbox => withVote(outbox, vote('two')))
  expect(waitingIn(outbox.load())).toEqual(['two'])
  outbox.update(outbox => withVote(outbox, vote('three')))
  isFull = false
  outbox.update(outbox => withAck(outbox, vote('two').id))
  const another = keptOutbox(saved, 'K7QPM')
  expect([waitingIn(another.load()), another.load().kept]).toEqual([['three'], ['one', 'two']])
  another.update(() => emptyOutbox)
  expect(outbox.load(), 'what another tab wrote is read again').toEqual(emptyOutbox)
})
