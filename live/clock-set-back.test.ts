import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { cookieOf, join, KEY, until } from '../tests/fixtures/room-clients.ts'
import { roomCourse } from '../tests/fixtures/small-room.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom, startRooms } from './start-rooms.ts'

afterEach(() => void vi.useRealTimers())

it('an answer of ten seconds after the close is kept and not counted, though the clock was set back by an hour meanwhile', async () => {
  const folder = mkdtempSync(path(tmpdir(), 'room-'))
  const store = sqliteStore(path(folder, 'rooms.sqlite'))
  vi.useFakeTimers({ toFake: ['Date'] })
  const { port, stop } = await startRooms({ store, course: roomCourse, port: 0, key: KEY, notes: {}, files: (_request, response) => void response.end() })
  const origin = `http://localhost:${port}`
  const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
  const speaker = join(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  const phone = join(origin, code)
  onTestFinished(async () => {
    speaker.close()
    phone.close()
    await stop()
    rmSync(folder, { recursive: true })
  })
  await until(speaker, ({ role }) => role === 'speaker')
  await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
  const ballot = (await until(phone, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
  await speaker.command({ type: 'close', ballot })
  vi.setSystemTime(Date.now() - 3_600_000)
  // Something is dated by the clock as it is now.
  await speaker.command({ type: 'steer', slide: 'tea.cover', clicks: 0, black: false })
  vi.setSystemTime(Date.now() + 10_000)
  phone.vote({ ballot, response: 'a' })
  const { room, mine } = await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
  expect(mine[ballot]).toEqual({ response: 'a', isLate: true })
  expect(room!.ballots[0]).toMatchObject({ phase: 'closed', answered: 0 })
  const late = join(origin, code)
  onTestFinished(late.close)
  expect((await until(late, ({ room }) => room)).room!.ballots[0]).toMatchObject({ answered: 0 })
})
