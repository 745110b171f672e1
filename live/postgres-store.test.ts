import type { ChildProcess } from 'node:child_process'
import type { Cluster } from '../tests/fixtures/postgres-cluster.ts'
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
