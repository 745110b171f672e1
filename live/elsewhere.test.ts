import type { IncomingHttpHeaders } from 'node:http'
import type { RoomConnection } from '../composables/room/connectRoom.ts'
import type { Started, StartOptions } from './start-rooms.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../composables/room/newId.ts'
import { cookieOf, join, KEY, socketsFrom, until } from '../tests/fixtures/room-clients.ts'
import { roomCourse } from '../tests/fixtures/small-room.ts'
import { localNameOf } from './addresses.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom, startRooms } from './start-rooms.ts'

// A laptop that gets another address is found by its own name in the network.

const localName = localNameOf(hostname())
const OTHER_PAGE = 'http://192.168.1.20:3030'

async function start(options: Partial<StartOptions> = {}) {
  const folder = mkdtempSync(path(tmpdir(), 'room-'))
  const store = sqliteStore(path(folder, 'rooms.sqlite'))
  const started = await startRooms({ store, course: roomCourse, port: 0, key: KEY, notes: {}, files: (_request, response) => void response.end(), ...options })
  return { ...started, origin: `http://localhost:${started.port}`, open: () => openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now()), end: () => started.stop().then(() => rmSync(folder, { recursive: true })) }
}

/** @returns what is answered to a request with these headers, which a browser's own script could not set */
function ask({ port }: Started, method: string, at: string, headers: Record<string, string> = {}): Promise<{ status: number, headers: IncomingHttpHeaders, body: string }> {
  return new Promise((resolve, reject) => {
    request({ port, method, path: at, headers: { host: `localhost:${port}`, ...headers } }, (answer) => {
      let body = ''
      answer.on('data', part => body += part).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }))
    }).on('error', reject).end(method === 'POST' ? '{}' : '')
  })
}

/** Phones come by `127.0.0.1` first, and by `localhost` once the laptop has moved. */
async function moved(hall: Awaited<ReturnType<typeof start>>) {
  const code = await hall.open()
  const [before, after] = [`http://127.0.0.1:${hall.port}`, `http://localhost:${hall.port}`]
  const joined: RoomConnection[] = []
  async function come(origin: string, options: Parameters<typeof join>[2] = {}) {
    const connection = join(origin, code, options)
    joined.push(connection)
    await until(connection, ({ role }) => role)
    return connection
  }
  const speaker = await come(before, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  const ballot = () => speaker.state().room!.ballots.at(-1)!.id
  async function open(round: 1 | 2 = 1) {
    expect(await speaker.command({ type: 'open', subject: { question: 'tea.one' }, round, after: round === 1 ? null : ballot() })).toBeUndefined()
    await until(speaker, ({ room }) => room!.ballots.length === round)
  }
  async function answer(phone: RoomConnection) {
    await until(phone, ({ room }) => room!.ballots.at(-1)?.id === ballot())
    phone.vote({ ballot: ballot(), response: 'a' })
    await until(phone, ({ outbox }) => outbox.kept.includes(ballot()))
  }
  return { code, before, after, speaker, ballot, open, answer, come, leave: () => joined.forEach(connection => connection.close()) }
}

async function told(origin: string, code: string, options: Parameters<typeof join>[2] = {}) {
  const connection = join(origin, code, options)
  const { elsewhere } = await until(connection, ({ role }) => role)
  connection.close()
  return elsewhere
}

describe('a laptop', () => {
  let hall: Awaited<ReturnType<typeof start>>
  beforeAll(async () => void (hall = await start()))
  afterAll(() => hall.end())

  it('tells phones, and them alone, where else the room may be', async () => {
    const code = await hall.open()
    const elsewhere = await told(hall.origin, code)
    expect(elsewhere).toEqual({ mark: expect.stringMatching(/^[\w-]{22}$/), origins: [`http://${localName}:${hall.port}`] })
    expect((await told(hall.origin, await hall.open()))!.mark).not.toBe(elsewhere!.mark)
    for (const as of ['speaker', 'remote', 'projector'] as const)
      expect(await told(hall.origin, code, { as, headers: cookieOf(code, as) })).toBeUndefined()
  })

  it('says to a page of another address that the room is here, and nothing else; its mark gives no right', async () => {
    const code = await hall.open()
    const { mark } = (await told(hall.origin, code))!
    const { status, headers, body } = await ask(hall, 'GET', `/room/${code}/here`, { host: `${localName}:${hall.port}`, origin: OTHER_PAGE })
    expect([status, headers['access-control-allow-origin'], headers['access-control-allow-credentials'], JSON.parse(body)]).toEqual([200, '*', undefined, { type: 'here', mark }])
    expect((await ask(hall, 'GET', `/room/22222/here`, { origin: OTHER_PAGE })).status).toBe(404)
    for (const [method, what] of [['GET', 'state'], ['GET', 'here/'], ['GET', 'addresses'], ['POST', 'here'], ['POST', 'vote']] as const)
      expect([method, what, (await ask(hall, method, `/room/${code}/${what}`, { origin: OTHER_PAGE })).status]).toEqual([method, what, 403])
    const { status: entered } = await fetch(`${hall.origin}/room/${code}/enter`, { method: 'POST', body: JSON.stringify({ secret: mark }), headers: { origin: hall.origin } })
    expect(entered).toBe(403)
  })

  it('says to a phone that there is no such room, which another server at its address does not', async () => {
    const other = createServer((_request, response) => void response.writeHead(404).end('Not found'))
    const port = await new Promise<number>(resolve => other.listen(0, () => resolve((other.address() as { port: number }).port)))
    for (const [origin, absence] of [[hall.origin, 'no-such-room'], [`http://localhost:${port}`, 'something-else']] as const) {
      const phone = join(origin, '22222')
      expect((await until(phone, ({ line }) => line === 'lost')).absence).toBe(absence)
      phone.close()
    }
    other.close()
  })

  it.each([
    ['its own name in the network', localName, 200],
    ['that of another machine there', `not-${localName}`, 403],
    ['a name below its own', `a.${localName}`, 403],
    ['a name that begins like its own', `${localName}.example.org`, 403],
    ['a name of any site', 'evil.example', 403],
  ])('is asked by %s, %s: %i', async (_name, name, status) => {
    const code = await hall.open()
    for (const what of ['here', 'state'])
      expect((await ask(hall, 'GET', `/room/${code}/${what}`, { host: `${name}:${hall.port}` })).status).toBe(status)
  })
})

describe('a phone that comes by another name while a question is open', () => {
  let hall: Awaited<ReturnType<typeof start>>
  beforeAll(async () => void (hall = await start()))
  afterAll(() => hall.end())

  it('is told which one its person may have answered, as long as it has answered nothing itself', async () => {
    const { before, after, ballot, open, answer, come, leave } = await moved(hall)
    const first = await come(before)
    await open()
    await answer(first)
    expect((await come(before)).state().maybeAnswered).toBeUndefined()
    const who = newId()
    const phone = await come(after, { who })
    expect(phone.state().maybeAnswered).toBe(ballot())
    // So is the next one, and by plain requests too; a look after a reload changes nothing.
    expect((await come(after)).state().maybeAnswered).toBe(ballot())
    expect((await come(after, { who, WebSocket: socketsFrom('http://elsewhere') })).state()).toMatchObject({ line: 'requests', maybeAnswered: ballot() })
    await answer(phone)
    expect((await come(after, { who })).state().maybeAnswered).toBeUndefined()
    leave()
  })

  it('is told nothing by who has come along, before anybody has answered, and of the next round', async () => {
    const { before, after, speaker, ballot, open, answer, come, leave } = await moved(hall)
    const who = newId()
    const first = await come(before, { who })
    await open()
    await come(after)
    expect((await come(after)).state().maybeAnswered).toBeUndefined()
    await answer(first)
    // The name was known before the first answer: nobody who comes by it has one at an address that is gone.
    expect((await come(after)).state().maybeAnswered).toBeUndefined()
    expect((await come(after, { who })).state().maybeAnswered).toBeUndefined()
    await speaker.command({ type: 'close', ballot: ballot() })
    await open(2)
    await answer(first)
    expect((await come(after)).state().maybeAnswered).toBeUndefined()
    leave()
  })

  it('is not told by who speaks or shows, and they make no name known', async () => {
    const { code, before, after, open, answer, come, leave } = await moved(hall)
    const all = () => Promise.all((['speaker', 'remote', 'projector'] as const).map(as => come(after, { as, headers: cookieOf(code, as) })))
    await all()
    const first = await come(before)
    await open()
    await answer(first)
    expect((await come(after)).state().maybeAnswered).toBeDefined()
    expect((await all()).map(({ state }) => state().maybeAnswered)).toEqual([undefined, undefined, undefined])
    leave()
  })
})

it('where rooms go by a name no phone is told that its person may have answered', async () => {
  const hosted = await start({ hosts: ['room.example', '127.0.0.1'], behindProxy: true })
  const { before, after, open, answer, come, leave } = await moved(hosted)
  const first = await come(before)
  await open()
  await answer(first)
  expect((await come(after)).state()).toMatchObject({ role: 'phone', maybeAnswered: undefined, elsewhere: undefined })
  leave()
  await hosted.end()
})

it('where rooms go by a name there is no other place for them', async () => {
  const hosted = await start({ hosts: ['localhost'], behindProxy: true })
  const code = await hosted.open()
  expect(await told(hosted.origin, code)).toBeUndefined()
  expect((await ask(hosted, 'GET', `/room/${code}/here`)).status).toBe(404)
  expect((await ask(hosted, 'GET', `/room/${code}/state`, { host: localName })).status).toBe(403)
  await hosted.end()
})
