import type { ChildProcess } from 'node:child_process'
import type { Cluster } from '../tests/fixtures/postgres-cluster.ts'
import type { Claim } from './store.ts'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { postgresCommands } from '../scripts/postgres.ts'
import { startCluster } from '../tests/fixtures/postgres-cluster.ts'
import { cookieOf, freePort, join, kill, plainProxy, startProcess, until } from '../tests/fixtures/room-clients.ts'
import { roomId } from '../tests/fixtures/small-room.ts'
import { votingPhones } from '../tests/fixtures/voting-phones.ts'
import { postgresStore } from './postgres-store.ts'
import { openRoom } from './start-rooms.ts'
import { storeContract } from './store-contract.ts'

const bin = postgresCommands()
if (!bin)
  console.log('PostgreSQL was not tried: it is not here (on Debian: apt-get install postgresql)')

describe.skipIf(!bin)('several machines', () => {
  let cluster: Cluster
  let address = 0
  beforeAll(async () => {
    cluster = await startCluster(bin!)
  }, 180_000)
  afterAll(() => cluster.stop())

  storeContract('PostgreSQL', () => postgresStore(cluster.url, '127.0.0.1:1', 1500))

  it('a room has one owner, until that one is heard of no more; then it writes nothing', async () => {
    const code = `own${address++}`
    // Longer than any pause of a busy machine: who closes is heard of no more at once.
    const leaseMs = 60_000
    const one = await postgresStore(cluster.url, 'one:1', leaseMs)
    const other = await postgresStore(cluster.url, 'other:2', leaseMs)
    await one.create(code, 1)
    const { epoch } = await one.claim(code) as { epoch: number }
    expect(await other.claim(code)).toEqual({ ownedBy: 'one:1' })
    expect(await one.owned!()).toEqual([code])
    const event = { id: roomId(1), atMs: 1, body: { kind: 'ended' } } as const
    await one.close()
    const late = await postgresStore(cluster.url, 'late:3', leaseMs)
    expect(await other.claim(code)).toEqual({ epoch: epoch + 1, events: [] })
    expect(await late.append([{ code, epoch, events: [event] }])).toEqual(['overtaken'])
    await Promise.all([other.close(), late.close()])
  })

  it('a process that has much to do is heard of all the same', async () => {
    const [own, busy] = [`own${address++}`, `own${address++}`]
    const leaseMs = 1500
    const one = await postgresStore(cluster.url, 'one:1', leaseMs)
    const other = await postgresStore(cluster.url, 'other:2', leaseMs)
    const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
    await Promise.all([own, busy].map(code => one.create(code, 1)))
    await one.claim(own)
    const waiting: Promise<unknown>[] = []
    await sql.begin(async (sql) => {
      // As many rooms as it takes over at once, and each takes long.
      await sql`select from rooms where code = ${busy} for update`
      for (let n = 0; n < 20; n++)
        waiting.push(one.claim(busy))
      const endMs = Date.now() + 3 * leaseMs
      while (Date.now() < endMs)
        expect(await other.claim(own)).toEqual({ ownedBy: 'one:1' })
    })
    await Promise.all(waiting)
    await Promise.all([one.close(), other.close(), sql.end()])
  }, 60_000)

  it('a room is there while its owner ends, whoever asks for it', async () => {
    const other = await postgresStore(cluster.url, 'other:2', 60_000)
    for (let n = 0; n < 20; n++) {
      const code = `own${address++}`
      const owner = await postgresStore(cluster.url, 'owner:1', 60_000)
      await owner.create(code, 1)
      await owner.claim(code)
      const closing = owner.close()
      for (let claim: Claim = { ownedBy: '' }; claim && 'ownedBy' in claim;) {
        claim = await other.claim(code)
        expect(claim).toBeDefined()
      }
      await closing
    }
    await other.close()
  }, 60_000)

  it('deletes no room by its age that another process has, and all where that is asked for', async () => {
    const code = `own${address++}`
    const one = await postgresStore(cluster.url, 'one:1', 60_000)
    const other = await postgresStore(cluster.url, 'other:2', 60_000)
    await one.create(code, 1)
    await one.claim(code)
    const isThere = async () => (await one.list()).some(room => room.code === code)
    await other.forget(1000, [])
    expect(await isThere()).toBe(true)
    await one.forget(1000, [code])
    expect(await isThere()).toBe(true)
    await other.forget(1000)
    expect(await isThere()).toBe(false)
    await Promise.all([one.close(), other.close()])
  })

  it('keeps nothing of processes that were killed', async () => {
    const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
    await sql`insert into room_owners values ('killed', 'killed:1', now() - interval '2 days')`
    await (await postgresStore(cluster.url, 'one:1')).close()
    expect(await sql`select from room_owners where id = 'killed'`).toHaveLength(0)
    await sql.end()
  })

  it('three processes behind a plain proxy: one is killed in mid-vote, and its room goes on elsewhere', async () => {
    const ports = await Promise.all([freePort(), freePort(), freePort()])
    const processes: ChildProcess[] = await Promise.all(ports.map(port => startProcess(cluster.url, port)))
    // One that is left alive keeps the run from ending.
    onTestFinished(async () => void await Promise.all(processes.map(kill)))
    const proxy = plainProxy(ports)
    onTestFinished(() => void proxy.close())
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    const origin = `http://localhost:${(proxy.address() as { port: number }).port}`
    const store = await postgresStore(cluster.url, '127.0.0.1:1', 1500)
    const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
    await store.close()
    const speaker = join(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
    await until(speaker, ({ role }) => role)
    await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round: 1, after: null })
    const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    const { phones, acked, vote } = await votingPhones(origin, code, 90, ballot)
    vote(0, 80, 1500)
    await until(phones[0]!, () => acked() >= 30)
    const reader = await postgresStore(cluster.url, 'reader:1', 1500)
    const { ownedBy } = await reader.claim(code) as { ownedBy: string }
    const killedMs = Date.now()
    vote(80, 90, 0)
    await kill(processes[ports.indexOf(Number(ownedBy.split(':')[1]))]!)
    await Promise.all(phones.map(phone => until(phone, ({ outbox }) => outbox.kept.includes(ballot))))
    expect(Date.now() - killedMs).toBeLessThan(10_000)
    const { room } = await until(speaker, ({ room, line }) => line === 'socket' && room?.ballots[0]?.answered === 90)
    expect(room!.ballots[0]!.tally).toMatchObject({ question: { n: 90, counts: { a: 30, b: 30, c: 30 } } })
    phones.concat(speaker).forEach(connection => connection.close())
    await reader.close()
  }, 180_000)
})
