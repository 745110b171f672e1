import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { expect, it } from 'vitest'
import { cookieOf, freePort, join, kill, startProcess, until } from '../tests/fixtures/room-clients.ts'
import { votingPhones } from '../tests/fixtures/voting-phones.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom } from './start-rooms.ts'

/** Only a test that hangs reaches it. */
const LIMIT_MS = 180_000
/** So long after the server everyone is back at the latest. */
const BACK_MS = 15_000

it('killed twice in mid-vote: nothing acknowledged is lost, nobody is counted twice, everybody is back within 15 s', async () => {
  const folder = mkdtempSync(path(tmpdir(), 'room-'))
  const file = path(folder, 'rooms.sqlite')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const store = sqliteStore(file)
  const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
  await store.close()
  let server: ChildProcess = await startProcess(file, port)
  const speaker = join(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  await until(speaker, ({ role }) => role)
  await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
  const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
  const { phones, acked, vote } = await votingPhones(origin, code, 150, ballot)
  for (const from of [0, 75]) {
    vote(from, from + 65, 500)
    await until(phones[0]!, () => acked() >= from + 20)
    // These are on their way when it dies, however slow the machine is.
    vote(from + 65, from + 75, 0)
    expect(acked()).toBeLessThan(from + 75)
    await kill(server)
    server = await startProcess(file, port)
    await Promise.all([speaker, ...phones].map(client => until(client, ({ line }) => line === 'socket' || line === 'requests', BACK_MS)))
  }
  await Promise.all(phones.map(phone => until(phone, ({ outbox }) => outbox.kept.includes(ballot))))
  const { room } = await until(speaker, ({ room, line }) => line === 'socket' && room?.ballots[0]?.answered === phones.length)
  expect(room!.ballots[0]!.tally).toMatchObject({ question: { n: 150, counts: { a: 50, b: 50, c: 50 } } })
  phones.concat(speaker).forEach(connection => connection.close())
  await kill(server)
  // What the disk holds, asked without any server.
  const kept = sqliteStore(file)
  const claim = await kept.claim(code)
  const events = claim && 'events' in claim ? claim.events : []
  expect(events.filter(({ body }) => body.kind === 'voted')).toHaveLength(150)
  await kept.close()
  rmSync(folder, { recursive: true })
}, LIMIT_MS)
