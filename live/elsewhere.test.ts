import type { IncomingHttpHeaders } from 'node:http'
import type { Started, StartOptions } from './start-rooms.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, join, KEY, until } from '../tests/fixtures/room-clients.ts'
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

it('where rooms go by a name there is no other place for them', async () => {
  const hosted = await start({ hosts: ['localhost'], behindProxy: true })
  const code = await hosted.open()
  expect(await told(hosted.origin, code)).toBeUndefined()
  expect((await ask(hosted, 'GET', `/room/${code}/here`)).status).toBe(404)
  expect((await ask(hosted, 'GET', `/room/${code}/state`, { host: localName })).status).toBe(403)
  await hosted.end()
})
