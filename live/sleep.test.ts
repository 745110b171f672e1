import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { cookieOf, freePort, join, kill, startProcess, until } from '../tests/fixtures/room-clients.ts'
import { votingPhones } from '../tests/fixtures/voting-phones.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom } from './start-rooms.ts'

/** Only a test that hangs reaches it. */
const LIMIT_MS = 120_000
/** So long after the server everyone is back at the latest. */
const BACK_MS = 15_000

afterEach(() => void vi.restoreAllMocks())

async function hall() {
  const folder = mkdtempSync(path(tmpdir(), 'room-'))
  const file = path(folder, 'rooms.sqlite')
  const store = sqliteStore(file)
  const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
  await store.close()
  const port = await freePort()
  const server = await startProcess(file, port)
  const origin = `http://localhost:${port}`
  const speaker = join(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  await until(speaker, ({ role }) => role === 'speaker')
  await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
  const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
  /** @returns how many votes the disk holds, asked without any server */
  async function end(): Promise<number> {
    speaker.close()
    await kill(server)
    const kept = sqliteStore(file)
    const claim = await kept.claim(code)
    await kept.close()
    rmSync(folder, { recursive: true })
    return claim && 'events' in claim ? claim.events.filter(({ body }) => body.kind === 'voted').length : 0
  }
  return { code, port, server, origin, speaker, ballot, end }
}

/** A way to the server on which, from some moment on, nothing arrives and nobody is told; new lines over it are whole. */
async function wireTo(port: number) {
  let deaths = 0
  const wire = createServer((near) => {
    const far = connect(port, 'localhost')
    const born = deaths
    near.on('data', data => born === deaths && far.write(data)).on('error', () => {}).on('close', () => far.destroy())
    far.on('data', data => born === deaths && near.write(data)).on('error', () => {}).on('close', () => near.destroy())
  })
  await new Promise<void>(resolve => wire.listen(0, 'localhost', resolve))
  return { origin: `http://localhost:${(wire.address() as { port: number }).port}`, die: () => void deaths++, close: () => wire.close() }
}

/** The clock of this process goes on, its timers stand still: as in a machine that slept. */
function sleepFor(ms: number): void {
  const now = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms)
}

it('a laptop that sleeps in mid-vote: everyone is back within 15 s of its waking, nothing acknowledged is lost, nobody counts twice', async () => {
  const { code, server, origin, speaker, ballot, end } = await hall()
  const { phones, acked, vote } = await votingPhones(origin, code, 30, ballot)
  vote(0, 15, 0)
  await until(phones[0]!, () => acked() === 15)
  // These are on their way when it falls asleep.
  vote(15, 20, 0)
  server.kill('SIGSTOP')
  sleepFor(60_000)
  phones.concat(speaker).forEach(client => client.wake())
  await Promise.all(phones.map(phone => until(phone, ({ line }) => line === 'lost')))
  vote(20, 30, 0)
  // Long enough for requests that hang.
  await new Promise(resolve => setTimeout(resolve, 2500))
  server.kill('SIGCONT')
  await Promise.all(phones.concat(speaker).map(client => until(client, ({ line, outbox }) => (line === 'socket' || line === 'requests') && outbox.waiting.length === 0, BACK_MS)))
  const { room } = await until(speaker, ({ room, line }) => line === 'socket' && room?.ballots[0]?.answered === 30)
  expect(room!.ballots[0]!.tally).toMatchObject({ question: { n: 30, counts: { a: 10, b: 10, c: 10 } } })
  expect(acked()).toBe(30)
  phones.forEach(phone => phone.close())
  expect(await end()).toBe(30)
}, LIMIT_MS)

it('a phone that sleeps while its line dies: it is back at once when it wakes, and what it sent into the dead line is kept once', async () => {
  const { code, port, speaker, ballot, end } = await hall()
  const wire = await wireTo(port)
  const phone = join(wire.origin, code)
  await until(phone, ({ line }) => line === 'socket')
  phone.vote({ ballot, response: 'a' })
  await until(phone, ({ outbox }) => outbox.kept.length === 1)
  wire.die()
  phone.vote({ ballot, response: 'b' })
  // No browser has noticed anything, for minutes.
  sleepFor(300_000)
  expect(phone.state()).toMatchObject({ line: 'socket', outbox: { waiting: [{ response: 'b' }] } })
  phone.wake()
  await until(phone, ({ line, outbox }) => line === 'socket' && outbox.waiting.length === 0, BACK_MS)
  const { room } = await until(speaker, ({ room }) => JSON.stringify(room?.ballots[0]?.tally).includes('"b":1'))
  expect(room!.ballots[0]!.tally).toMatchObject({ question: { n: 1, counts: { a: 0, b: 1, c: 0 } } })
  phone.close()
  expect(await end()).toBe(2)
  wire.close()
}, LIMIT_MS)

it('a phone that was away for a moment only, and changed its network: a line that answers no more is given up in seconds', async () => {
  const { code, port, ballot, end } = await hall()
  const wire = await wireTo(port)
  const [woken, voting] = [join(wire.origin, code), join(wire.origin, code)]
  await Promise.all([woken, voting].map(phone => until(phone, ({ line }) => line === 'socket')))
  wire.die()
  woken.wake()
  voting.vote({ ballot, response: 'c' })
  await until(woken, ({ line }) => line === 'lost', BACK_MS)
  await until(voting, ({ line, outbox }) => line === 'socket' && outbox.waiting.length === 0, BACK_MS)
  await until(woken, ({ line }) => line === 'socket', BACK_MS)
  woken.close()
  voting.close()
  expect(await end()).toBe(1)
  wire.close()
}, LIMIT_MS)
