import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostile } from '../tests/fixtures/hostile.ts'
import { history, opened, roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { liveRoom } from './live-room.ts'
import { readMessage } from './sockets.ts'
import { tallyFor } from './tally-of.ts'

const asked = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 } as const
const ballot = roomId(2)
const vote = { v: 1, id: roomId('m'), type: 'vote', who: roomId('ann'), ballot, response: 'a' }
const valid = [
  vote,
  { v: 1, id: roomId('m'), type: 'hello', who: roomId('ann'), build: 'b1' },
  { v: 1, id: roomId('m'), type: 'steer', slide: 'tea.check', clicks: 0, black: false },
  { v: 1, id: roomId('m'), type: 'open', subject: { question: 'tea.one' }, round: 1, after: null },
  { v: 1, id: roomId('m'), type: 'close', ballot },
]

function room() {
  const written: string[] = []
  let seq = 2
  const live = liveRoom({
    code: 'K7QPM',
    epoch: 1,
    events: history(opened, asked),
    course: roomCourse,
    tallyOf: tallyFor(roomCourse),
    now: () => 5000,
    most: 10,
    onLost: () => {},
    commit: async (_code, _epoch, { body }) => {
      written.push(body.kind)
      return { seq: ++seq, isNew: true }
    },
  })
  return { live, written }
}

/** One thing of a sound message is not as it should be. */
const broken = fc.tuple(fc.constantFrom(...valid), fc.nat(), fc.oneof(fc.constantFrom(...hostile.map(([, value]) => value)), fc.anything({ withBigInt: false }))).map(([message, at, value]) => {
  const field = Object.keys(message)[at % Object.keys(message).length]!
  return { field, message: { ...message, [field]: value } }
})

it('of 1,000 hostile messages none is let through to a room: what a phone says changes nothing but its own answer', async () => {
  const { live, written } = room()
  await fc.assert(fc.asyncProperty(broken, async ({ message }) => {
    let text: string | undefined
    try {
      text = JSON.stringify(message)
    }
    catch {
      return
    }
    const read = text === undefined ? undefined : readMessage(text)
    if (!read)
      return
    const answer = await live.take(read, { role: 'phone', who: roomId('ann') })
    if (answer.type === 'ack')
      expect(read).toMatchObject({ type: 'vote', response: expect.stringMatching(/^[abc]$/) })
  }), { numRuns: 1000 })
  expect(new Set(written)).toEqual(new Set(written.length > 0 ? ['voted'] : []))
  const { room: view } = live.snapshot({ role: 'speaker' })
  expect(view.ballots[0]).toMatchObject({ phase: 'open', tally: { question: { n: written.length > 0 ? 1 : 0 } } })
  live.stop()
})

it('of 100,000 random texts none is a message but a sound one with other letters in its texts, and none stops the reader', () => {
  let state = 1
  const next = () => (state = Math.imul(state, 48271) >>> 0) / 2 ** 32
  const letters = '{}[]":,\\u0 -eE.1vidtypehello_proto\uD800\0'
  const shapeOf = (message: object) => Object.entries(message).map(([key, value]) => [key, ['v', 'type', 'round', 'black'].includes(key) ? value : typeof value])
  let taken = 0
  for (let i = 0; i < 100_000; i++) {
    // Half of them are sound messages with a few letters that are not theirs.
    const sound = i % 2 ? valid[i % valid.length]! : undefined
    let text = sound ? JSON.stringify(sound) : ''
    for (let n = 1 + Math.floor(next() * 4); n > 0; n--) {
      const at = Math.floor(next() * (text.length + 1))
      text = text.slice(0, at) + letters[Math.floor(next() * letters.length)]! + text.slice(at + Math.floor(next() * 2))
    }
    const message = readMessage(text)
    if (!message)
      continue
    taken++
    expect(sound, `taken: ${text}`).toBeDefined()
    expect(message).toEqual(JSON.parse(text))
    expect(shapeOf(message)).toEqual(shapeOf(sound!))
    expect([message.id, 'who' in message ? message.who : message.id].every(id => /^[\w-]{16}$/.test(id))).toBe(true)
  }
  // Else nothing was looked at.
  expect(taken).toBeGreaterThan(100)
})

it.each(hostile.filter(([, value]) => JSON.stringify(value) !== '"a"'))('a vote of %s is no answer', async (_name, response) => {
  const { live, written } = room()
  const read = readMessage(JSON.stringify({ ...vote, response }) ?? '')
  if (read)
    expect(await live.take(read, { role: 'phone' })).toMatchObject({ type: 'refused', reason: 'not-an-answer' })
  expect(written).toEqual([])
  live.stop()
})

it('a message that is nested a thousand times is no answer, and stops nothing', async () => {
  const { live } = room()
  const read = readMessage(JSON.stringify({ ...vote, response: '' }).replace('""', `${'['.repeat(1900)}${']'.repeat(1900)}`))
  expect(await live.take(read!, { role: 'phone' })).toMatchObject({ reason: 'not-an-answer' })
  live.stop()
})
