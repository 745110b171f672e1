import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newId } from '../composables/room/newId.ts'
import { cookieOf, join, KEY, memoryStorage, socketsFrom, until } from '../tests/fixtures/room-clients.ts'
import { roomCourse } from '../tests/fixtures/small-room.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom, startRooms } from './start-rooms.ts'

/** @returns a room in which a question is open, and how often each answer to it counts */
async function asking() {
  const folder = mkdtempSync(path(tmpdir(), 'room-'))
  const store = sqliteStore(path(folder, 'rooms.sqlite'))
  const { port, stop } = await startRooms({ store, course: roomCourse, port: 0, key: KEY, notes: {}, files: (_request, response) => void response.end() })
  const origin = `http://localhost:${port}`
  const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
  const speaker = join(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  onTestFinished(async () => {
    speaker.close()
    await stop()
    rmSync(folder, { recursive: true })
  })
  await until(speaker, ({ role }) => role === 'speaker')
  await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
  const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
  async function counts(): Promise<unknown> {
    await speaker.command({ type: 'close', ballot })
    const { room } = await until(speaker, ({ room }) => room?.ballots[0]?.phase === 'closed')
    const { tally } = room!.ballots[0]!
    return tally && 'question' in tally && 'counts' in tally.question && tally.question.counts
  }
  return { origin, port, code, ballot, counts }
}

/** Where no socket comes up. */
const noSocket = class {
  constructor() {
    throw new Error('none here')
  }
} as never

it('what a person was told is kept counts, though an answer of before comes later by a request that was slow', async () => {
  const { origin, code, ballot, counts } = await asking()
  let sent = 0
  let release = () => {}
  const held = new Promise<void>(resolve => release = resolve)
  let isIn = false
  const phone = join(origin, code, {
    WebSocket: noSocket,
    async fetch(url, init) {
      const isFirst = String(url).endsWith('/vote') && sent++ === 0
      if (isFirst)
        await held
      const response = await fetch(url, { ...init, signal: undefined, headers: { ...init?.headers, origin } })
      isIn ||= isFirst
      return response
    },
  })
  onTestFinished(phone.close)
  await until(phone, ({ line, room }) => line === 'requests' && room?.ballots[0])
  phone.vote({ ballot, response: 'a' })
  await expect.poll(() => sent).toBe(1)
  phone.vote({ ballot, response: 'b' })
  await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
  release()
  await expect.poll(() => isIn).toBe(true)
  expect(await counts()).toEqual({ a: 0, b: 1, c: 0 })
  expect(phone.state().mine[ballot]).toEqual({ response: 'b' })
})

it('what a person was told is kept counts, though a line that was given up delivers an answer of before', async () => {
  const { port, code, ballot, counts } = await asking()
  // What is sent on the first line waits on its way, once that stalls; new lines pass.
  let isStalled = false
  let lines = 0
  let deliver: () => Promise<void> = async () => {}
  const wire = createServer((near) => {
    const isFirst = lines++ === 0
    const far = connect(port, 'localhost')
    const waiting: Uint8Array[] = []
    near.on('error', () => {}).on('data', bytes => void (isFirst && isStalled ? waiting.push(bytes) : far.write(bytes)))
    near.on('close', () => !(isFirst && isStalled) && far.destroy())
    far.on('error', () => {}).on('data', bytes => (isFirst && isStalled) || near.write(bytes)).on('close', () => near.destroy())
    if (isFirst) {
      deliver = () => new Promise((resolve) => {
        far.once('data', () => {
          resolve()
          far.destroy()
        })
        waiting.forEach(bytes => far.write(bytes))
      })
    }
  })
  await new Promise<void>(resolve => wire.listen(0, 'localhost', resolve))
  onTestFinished(() => void wire.close())
  const at = `http://localhost:${(wire.address() as { port: number }).port}`
  const phone = join(at, code, { who: newId(), storage: memoryStorage(), WebSocket: socketsFrom(at), fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, origin: at } }) })
  onTestFinished(phone.close)
  await until(phone, ({ line, room }) => line === 'socket' && room?.ballots[0])
  isStalled = true
  phone.vote({ ballot, response: 'a' })
  await until(phone, ({ line }) => line !== 'socket')
  phone.vote({ ballot, response: 'b' })
  await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
  await deliver()
  expect(await counts()).toEqual({ a: 0, b: 1, c: 0 })
})

it('a browser that has lost its count goes on from what the room knows', async () => {
  const { origin, code, ballot, counts } = await asking()
  const who = newId()
  for (const responses of [['a', 'b'], ['c']]) {
    const phone = join(origin, code, { who, storage: memoryStorage() })
    await until(phone, ({ room }) => room?.ballots[0])
    for (const response of responses) {
      phone.vote({ ballot, response })
      await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
    }
    phone.close()
  }
  expect(await counts()).toEqual({ a: 0, b: 0, c: 1 })
})
