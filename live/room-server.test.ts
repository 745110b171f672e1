import type { RoomConnection } from '../composables/room/connectRoom.ts'
import type { Started } from './start-rooms.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../composables/room/newId.ts'
import { cookieOf, join, KEY, memoryStorage, socketsFrom, until } from '../tests/fixtures/room-clients.ts'
import { roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { addressesOf } from './addresses.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom, startRooms } from './start-rooms.ts'

const folder = mkdtempSync(path(tmpdir(), 'room-'))
const store = sqliteStore(path(folder, 'rooms.sqlite'))
let started: Started
let origin = ''
const joined: RoomConnection[] = []
const enter = (...args: Parameters<typeof join>) => joined[joined.push(join(...args)) - 1]!

beforeAll(async () => {
  started = await startRooms({
    store,
    course: roomCourse,
    port: 0,
    key: KEY,
    notes: { 'tea.cover': { title: 'Tea', note: 'Say: welcome' } },
    files: (_request, response) => void response.end(),
    most: 3,
  })
  origin = `http://localhost:${started.port}`
})
afterEach(() => joined.splice(0).forEach(connection => connection.close()))
afterAll(async () => {
  await started.stop()
  rmSync(folder, { recursive: true })
})

async function room() {
  const code = await openRoom(store, { agenda: ['tea.cover', 'tea.check'], build: 'b1' }, Date.now())
  const speaker = enter(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker') })
  await until(speaker, ({ role }) => role === 'speaker')
  return { code, speaker }
}
const question = (id = 'tea.one', after: string | null = null) => ({ type: 'open', subject: { question: id }, round: 1, after }) as const

/** @returns the status of a request with these headers, which a browser's own script could not set */
function statusOf(method: string, at: string, headers: Record<string, string> = {}, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: started.port, method, path: at, headers: { host: `localhost:${started.port}`, ...headers } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    asked.on('error', reject).end(body)
  })
}

describe('a room', () => {
  it('opens, takes votes, closes: blind until then, and everybody knows the result after it', async () => {
    const { code, speaker } = await room()
    const projector = enter(origin, code, { as: 'projector', headers: cookieOf(code, 'projector') })
    const phone = enter(origin, code)
    const seen: string[] = []
    const other = enter(origin, code, { onState: ({ room }) => seen.push(JSON.stringify(room?.ballots)) })
    await until(other, ({ line }) => line === 'socket')
    await until(phone, ({ line }) => line === 'socket')
    expect(await speaker.command({ type: 'steer', slide: 'tea.check', clicks: 1, black: false })).toBeUndefined()
    expect(await speaker.command(question())).toBeUndefined()
    const ballot = (await until(phone, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    expect(phone.state().room!.at).toEqual({ slide: 'tea.check', clicks: 1, black: false })
    phone.vote({ ballot, response: 'a' })
    expect(phone.state().outbox.waiting).toHaveLength(1)
    await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
    phone.vote({ ballot, response: 'b' })
    other.vote({ ballot, response: 'c' })
    await until(speaker, ({ room }) => room?.ballots[0]?.answered === 2)
    expect((await until(projector, ({ room }) => room?.ballots[0]?.answered === 2)).room!.ballots[0]).not.toHaveProperty('tally')
    expect(seen.join()).not.toMatch(/tally|answered/)
    expect(await speaker.command({ type: 'close', ballot })).toBeUndefined()
    const { room: known, mine } = await until(phone, ({ room }) => room?.ballots[0]?.phase === 'closed')
    expect(known!.ballots[0]).toMatchObject({ answered: 2, tally: { question: { n: 2, right: 1, counts: { a: 0, b: 1, c: 1 } } } })
    expect(mine).toEqual({ [ballot]: { response: 'b' } })
    const results = await (await fetch(`${origin}/room/${code}/results`, { headers: cookieOf(code, 'speaker') })).json()
    expect(results.ballots[0].votes).toEqual([{ person: 1, response: 'b' }, { person: 2, response: 'c' }])
  })

  it('a phone that is loaded anew, or comes late, knows all that one knows that was there', async () => {
    const { code, speaker } = await room()
    const storage = memoryStorage()
    const who = newId()
    const first = enter(origin, code, { who, storage })
    await until(first, ({ line }) => line === 'socket')
    await speaker.command(question())
    const ballot = (await until(first, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    first.vote({ ballot, response: 'a' })
    await until(first, ({ outbox }) => outbox.kept.includes(ballot))
    first.close()
    const again = enter(origin, code, { who, storage })
    expect(await until(again, ({ line }) => line === 'socket')).toMatchObject({ mine: { [ballot]: { response: 'a' } }, outbox: { kept: [ballot] }, room: { ballots: [{ id: ballot, phase: 'open' }] } })
  })

  it('two tabs of one person count as one, and both know that the room has the vote', async () => {
    const { code, speaker } = await room()
    await speaker.command(question())
    const one = { who: newId(), storage: memoryStorage() }
    const tabs = [enter(origin, code, one), enter(origin, code, one)] as const
    const ballot = (await until(tabs[1], ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    await until(tabs[0], ({ line }) => line === 'socket')
    tabs[0].vote({ ballot, response: 'a' })
    tabs[1].vote({ ballot, response: 'b' })
    await until(tabs[1], ({ outbox }) => outbox.waiting.length === 0)
    // As a page does that is seen again.
    tabs[0].wake()
    expect(tabs[0].state().outbox).toMatchObject({ waiting: [], kept: [ballot] })
    await until(speaker, ({ room }) => room?.ballots[0]?.answered === 1)
    const again = enter(origin, code, one)
    expect((await until(again, ({ role }) => role)).outbox).toMatchObject({ waiting: [], kept: [ballot] })
  })

  it('where no socket comes up, the same goes by plain requests', async () => {
    const { code, speaker } = await room()
    await speaker.command(question())
    const phone = enter(origin, code, { WebSocket: socketsFrom('http://elsewhere') })
    const { room: known } = await until(phone, ({ line }) => line === 'requests')
    const ballot = known!.ballots[0]!.id
    phone.vote({ ballot, response: 'b' })
    await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
    await until(speaker, ({ room }) => room?.ballots[0]?.answered === 1 && room.here === 1, 5000)
  })

  it('where no socket comes up, who steers does so by plain requests; a phone does not', async () => {
    const { code } = await room()
    const WebSocket = socketsFrom('http://elsewhere')
    const remote = enter(origin, code, { as: 'remote', headers: cookieOf(code, 'remote'), WebSocket })
    const phone = enter(origin, code, { WebSocket })
    await until(remote, ({ line }) => line === 'requests')
    await until(phone, ({ line }) => line === 'requests')
    expect(await remote.command({ type: 'steer', slide: 'tea.check', clicks: 0, black: false })).toBeUndefined()
    await until(remote, ({ room }) => room?.at.slide === 'tea.check')
    expect(await remote.command({ type: 'steer', slide: 'tea.gone', clicks: 0, black: false })).toBe('no-such-slide')
    expect(await phone.command({ type: 'end' })).toBe('lost')
    expect((await until(remote, ({ room }) => room)).room!.ended).toBe(false)
  })

  it('a phone knows of an answer that came too late to count, also when it is loaded anew', async () => {
    const { code, speaker } = await room()
    await speaker.command(question())
    const person = { who: newId(), storage: memoryStorage() }
    const phone = enter(origin, code, person)
    const ballot = (await until(phone, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    for (const type of ['close', 'reveal'] as const)
      await speaker.command({ type, ballot })
    phone.vote({ ballot, response: 'a' })
    await until(phone, ({ outbox }) => outbox.kept.includes(ballot))
    for (const { state } of [phone, enter(origin, code, person)])
      await expect.poll(() => state().mine).toEqual({ [ballot]: { response: 'a', isLate: true } })
  })

  it('phones know whether the speaker is there', async () => {
    const { code, speaker } = await room()
    const phone = enter(origin, code)
    expect((await until(phone, ({ room }) => room)).room!.isSpeakerHere).toBe(true)
    speaker.close()
    await until(phone, ({ room }) => room!.isSpeakerHere === false)
  })

  it('phones know that the speaker is there who comes by plain requests', async () => {
    const code = await openRoom(store, { agenda: ['tea.cover'], build: 'b1' }, Date.now())
    const WebSocket = socketsFrom('http://elsewhere')
    const speaker = enter(origin, code, { as: 'speaker', headers: cookieOf(code, 'speaker'), WebSocket })
    expect((await until(speaker, ({ line }) => line === 'requests')).role).toBe('speaker')
    const phones = [enter(origin, code), enter(origin, code, { WebSocket })]
    for (const phone of phones)
      expect((await until(phone, ({ room }) => room)).room!.isSpeakerHere).toBe(true)
  })

  it('is full, and says so', async () => {
    const { code } = await room()
    const phones = [1, 2, 3].map(() => enter(origin, code))
    await Promise.all(phones.map(phone => until(phone, ({ line }) => line === 'socket')))
    const hello = { v: 1, id: newId(), type: 'hello', who: newId(), build: 'b1' }
    expect(await talk(code, [hello, { ...hello, id: newId() }])).toEqual([{ type: 'refused', id: hello.id, reason: 'full' }])
  })

  it('takes answers of as many people as phones, also of who comes as somebody else each time', async () => {
    const { code, speaker } = await room()
    await speaker.command(question())
    const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    const vote = (who: string) => fetch(`${origin}/room/${code}/vote`, { method: 'POST', headers: { origin }, body: JSON.stringify({ v: 1, id: newId(), type: 'vote', who, ballot, response: 'a' }) }).then(answer => answer.json())
    const people = [newId(), newId(), newId()]
    for (const who of people)
      expect(await vote(who)).toMatchObject({ type: 'ack' })
    expect(await vote(newId())).toMatchObject({ type: 'refused', reason: 'full' })
    expect(await vote(people[0]!), 'who has answered may do so again').toMatchObject({ type: 'ack' })
  })
})

/** Says this over one socket. @returns what is answered, up to as many messages or until the line is cut */
function talk(code: string, messages: (object | string)[], count = messages.length): Promise<any[]> {
  const heard: any[] = []
  return new Promise((resolve) => {
    const socket = new (socketsFrom(origin))(`${origin.replace('http', 'ws')}/room/${code}/socket`)
    socket.onopen = () => messages.forEach(message => socket.send(typeof message === 'string' ? message : JSON.stringify(message)))
    socket.onmessage = ({ data }) => {
      heard.push(JSON.parse(data))
      if (heard.length === count)
        socket.close()
    }
    socket.onclose = () => resolve(heard)
  })
}

describe('who may what', () => {
  it('only who has the secret steers; a phone that says it is the speaker is a phone', async () => {
    const { code } = await room()
    const liar = enter(origin, code, { as: 'speaker' })
    expect((await until(liar, ({ role }) => role)).role).toBe('phone')
    expect(await liar.command(question())).toBe('not-allowed')
    const projector = enter(origin, code, { as: 'speaker', headers: cookieOf(code, 'projector') })
    expect((await until(projector, ({ role }) => role)).role).toBe('phone')
  })

  it('notes and results reach no phone', async () => {
    const { code } = await room()
    for (const what of ['notes', 'results', 'addresses'])
      expect([what, await statusOf('GET', `/room/${code}/${what}`)]).toEqual([what, 403])
    expect(await statusOf('GET', `/room/${code}/notes`, cookieOf(code, 'projector'))).toBe(403)
    expect(await statusOf('GET', `/room/${code}/notes`, cookieOf(code, 'remote'))).toBe(200)
  })

  it('who shows how to join is told addresses that phones can open: with the port', async () => {
    const { code } = await room()
    const { origins } = await (await fetch(`${origin}/room/${code}/addresses`, { headers: cookieOf(code, 'projector') })).json() as any
    expect(origins).toEqual(addressesOf(networkInterfaces()).map(address => `http://${address}:${started.port}`))
  })

  it('the secret becomes a cookie that no script reads and no other site sends; a remote\'s ticket works once', async () => {
    const { code } = await room()
    const post = (what: string, body: object, headers = {}) => fetch(`${origin}/room/${code}/${what}`, { method: 'POST', body: JSON.stringify(body), headers: { origin, ...headers } })
    const entered = await post('enter', { secret: cookieOf(code, 'speaker').cookie.split('=')[1] })
    expect(entered.headers.get('set-cookie')).toMatch(/^room-\w{5}=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/)
    expect((await post('ticket', {})).status).toBe(403)
    const { ticket } = await (await post('ticket', {}, cookieOf(code, 'speaker'))).json() as any
    expect((await (await post('enter', { secret: ticket })).json())).toEqual({ role: 'remote' })
    expect((await post('enter', { secret: ticket })).status).toBe(403)
  })

  it.each([
    ['a name that is not ours', 'GET', { host: 'evil.example' }, 403],
    ['a page of another site', 'POST', { origin: 'http://evil.example' }, 403],
    ['a page that does not say whose it is', 'POST', {}, 403],
    ['an own page', 'POST', { origin: 'own' }, 400],
  ] as [string, string, Record<string, string>, number][])('%s: %s with %o gets %i', async (_name, method, headers, status) => {
    const { code } = await room()
    const own = headers.origin === 'own' ? { ...headers, origin } : headers
    expect(await statusOf(method, method === 'GET' ? `/room/${code}/state` : `/room/${code}/vote`, own, '{}')).toBe(status)
  })

  it('wrong codes are slowed, and who has the right one from the same address is not', async () => {
    const { code } = await room()
    const guess = (sign: string) => statusOf('GET', `/room/2222${sign}/state`)
    expect(new Set(await Promise.all([...'23456789AB'].map(guess)))).toEqual(new Set([404]))
    const fromMs = performance.now()
    const slow = guess('C').then(status => [status, performance.now() - fromMs >= 240])
    expect(await statusOf('GET', `/room/${code}/state`)).toBe(200)
    expect(await Promise.race([slow, 'waits'])).toBe('waits')
    expect(await slow).toEqual([404, true])
    const enter = (secret: string) => statusOf('POST', `/room/${code}/enter`, { origin }, JSON.stringify({ secret }))
    expect(await enter('wrong')).toBe(429)
    expect(await enter(cookieOf(code, 'speaker').cookie.split('=')[1]!)).toBe(200)
  })

  it('a line that floods is cut, and harms no other', async () => {
    const { code } = await room()
    const phone = enter(origin, code)
    await until(phone, ({ line }) => line === 'socket')
    const flood = await talk(code, Array.from({ length: 500 }, () => ({ v: 1, id: newId(), type: 'hello', who: roomId('flood'), build: 'b1' })), Infinity)
    expect(flood.length).toBeLessThan(60)
    expect(await talk(code, [`"${'x'.repeat(5000)}"`], Infinity)).toEqual([])
    expect(phone.state().line).toBe('socket')
  })

  it('who holds a key to go on is not taken for a flood', async () => {
    const { speaker } = await room()
    const answers = await Promise.all(Array.from({ length: 60 }, (_, clicks) => speaker.command({ type: 'steer', slide: 'tea.check', clicks, black: false })))
    expect(new Set(answers)).toEqual(new Set([undefined]))
    expect(speaker.state().room!.at.clicks).toBe(59)
  })

  it('nobody votes for another over the same line', async () => {
    const { code, speaker } = await room()
    await speaker.command(question())
    const ballot = (await until(speaker, ({ room }) => room?.ballots[0])).room!.ballots[0]!.id
    const hello = { v: 1, id: newId(), type: 'hello', who: newId(), build: 'b1' }
    const vote = { v: 1, id: newId(), type: 'vote', who: hello.who, ballot, response: 'a' }
    const heard = await talk(code, [vote, hello, { ...vote, who: newId() }, { ...vote, id: newId() }], 2)
    expect(heard.map(({ type }) => type)).toEqual(['room', 'ack'])
  })
})
