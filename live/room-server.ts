import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Notes } from '../core/notes.ts'
import type { Absent, Elsewhere, Role, ServerMessage } from '../core/room/messages.ts'
import type { Files } from './files.ts'
import type { Allowance, Granted } from './gate.ts'
import type { LiveRoom } from './live-room.ts'
import type { Found, Rooms } from './rooms.ts'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { ID, readCode } from '../core/room/ids.ts'
import { MOST_MESSAGE_BYTES } from '../core/room/messages.ts'
import { steers } from '../core/room/view.ts'
import { forward, forwardSocket, wasHandedOn } from './forward.ts'
import { allowance, cookieFor, isOurName, isOwnPage, mayReadNotes, nameAsked, rightIn, rightOf, roleFor, STEERING } from './gate.ts'
import { guesses } from './guesses.ts'
import { networkOf } from './network.ts'
import { readMessage, sockets } from './sockets.ts'
import { tickets } from './tickets.ts'

export interface RoomServerOptions {
  rooms: Rooms
  files: Files
  /** Of which all secrets are made */
  key: string
  /** Notes by slide, for who speaks */
  notes: Notes
  /** Where phones may reach this machine now, the likeliest first */
  addresses: () => string[]
  /** @returns where else phones may find a room; nothing where it goes by a name */
  elsewhere?: (code: string) => Elsewhere
  /** @returns whether this machine goes by this name */
  isOurs: (host: string) => boolean
  /** Behind a proxy that tells who asks (`X-Forwarded-For`) and whether it is https */
  behindProxy: boolean
  now: () => number
}

/** Where each right leads to, once the cookie is there. */
const homes: Record<Granted, (code: string) => string> = {
  // The deck keeps the code for its tab (deck/liveRoom.ts): its right is a cookie that no script sees.
  speaker: code => `/presenter/1?room=${code}`,
  projector: code => `/1?room=${code}`,
  remote: code => `/remote/#${code}`,
}

/** Only these words make a page say that there is no such room: any server has a status. */
const absences: Record<number, Absent> = { 404: { absence: 'no-such-room' }, 429: { absence: 'too-many-tries' } }

const enterScript = readFileSync(new URL('./enter.js', import.meta.url))
const MOST_ALLOWANCES = 20_000

/** @returns the server of rooms, not yet listening; `close` ends every line */
export function roomServer({ rooms, files, key, notes, addresses, elsewhere, isOurs, behindProxy, now }: RoomServerOptions): Server {
  const lines = sockets(now)
  const guessing = guesses(now)
  const remotes = tickets(now)
  const allowances = new Map<string, Allowance>()

  const askerOf = ({ headers, socket }: IncomingMessage) => {
    const told = behindProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)!.trim() : ''
    return networkOf(told || (socket.remoteAddress ?? ''))
  }

  function json(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body))
  }
  const nothing = (response: ServerResponse, status: number) => void response.writeHead(status, { 'cache-control': 'no-store', 'content-length': 0 }).end()

  /** @returns the room that an address is about, or the status to answer with */
  async function found(request: IncomingMessage, code: string | undefined): Promise<NonNullable<Found> | number> {
    const room = code === undefined ? undefined : await guessing.lookUp(askerOf(request), code, () => rooms.find(code))
    if (room === 'too-many')
      return 429
    if (room)
      return 'ownedBy' in room && wasHandedOn(request) ? 503 : room
    return 404
  }

  /** @returns the text of a request, or `undefined` where it is too long */
  async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of request) {
      bytes += chunk.length
      if (bytes > MOST_MESSAGE_BYTES)
        return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  }

  function mayTake(whose: string, ...limits: [perSecond?: number, most?: number]): boolean {
    if (allowances.size > MOST_ALLOWANCES)
      allowances.clear()
    const allowed = allowances.get(whose) ?? allowance(now, ...limits)
    allowances.set(whose, allowed)
    return allowed.take()
  }

  /** What comes by sockets comes by plain requests where none comes up: votes of phones, commands of who steers. */
  async function take(request: IncomingMessage, response: ServerResponse, room: LiveRoom, role: Role, code: string): Promise<void> {
    const message = readMessage(await bodyOf(request) ?? '')
    if (!message || message.type === 'hello' || (message.type === 'vote') !== (role === 'phone'))
      return nothing(response, 400)
    const isInTime = message.type === 'vote' ? mayTake(message.who) : mayTake(`${role} ${code}`, ...STEERING)
    json(response, 200, isInTime ? await room.take(message, { role }) : { type: 'refused', id: message.id, reason: 'too-fast' })
  }

  async function enter(request: IncomingMessage, response: ServerResponse, code: string): Promise<void> {
    let secret: unknown
    try {
      secret = JSON.parse(await bodyOf(request) ?? '').secret
    }
    catch {
      return nothing(response, 400)
    }
    const right = typeof secret !== 'string' ? undefined : rightOf(key, code, secret) ?? (remotes.redeem(code, secret) ? 'remote' : undefined)
    if (!right) {
      const address = askerOf(request)
      const status = guessing.isSlowed(address) ? 429 : 403
      guessing.wrong(address)
      return nothing(response, status)
    }
    const isSecure = behindProxy && request.headers['x-forwarded-proto'] === 'https'
    response.setHeader('set-cookie', cookieFor(key, code, right, isSecure))
    json(response, 200, { role: right })
  }

  /** @returns where phones find this server: at its own addresses, by the port that was asked for */
  function originsFor({ headers }: IncomingMessage): string[] {
    const port = /:\d+$/.exec(headers.host ?? '')?.[0] ?? ''
    return addresses().map(address => `http://${address}${port}`)
  }

  /** Whether a room is at this address, for phones whose page stands at another one: so any site may ask, and is told what each phone knows. */
  function here(response: ServerResponse, code: string): void {
    const place = elsewhere?.(code)
    if (!place)
      return nothing(response, 404)
    response.setHeader('access-control-allow-origin', '*')
    json(response, 200, { type: 'here', mark: place.mark } satisfies ServerMessage)
  }

  /** What can be asked of a room; `undefined` where there is no such thing. */
  function route(method: string, what: string, request: IncomingMessage, response: ServerResponse, room: LiveRoom, code: string, query: URLSearchParams): unknown {
    const right = rightIn(request, key, code)
    const role = roleFor(query.get('as'), right)
    const who = String(request.headers['room-who'] ?? '')
    const isNamed = ID.test(who)
    room.asked(role, isNamed ? who : undefined)
    switch (`${method} ${what}`) {
      case 'GET here': return here(response, code)
      case 'POST vote': return take(request, response, room, 'phone', code)
      case 'POST command': return steers(role) ? take(request, response, room, role, code) : nothing(response, 403)
      case 'POST enter': return enter(request, response, code)
      case 'GET state': {
        const isSame = role === 'phone' && query.get('since') === String(room.countedSeq())
        return json(response, 200, isSame ? room.beat() : room.snapshot({ role, who: isNamed ? who : undefined, host: nameAsked(request) }))
      }
      case 'POST ticket': return right === 'speaker' ? json(response, 200, { ticket: remotes.issue(code) }) : nothing(response, 403)
      case 'GET notes': return mayReadNotes(right) ? json(response, 200, notes) : nothing(response, 403)
      case 'GET results': return right === 'speaker' ? json(response, 200, room.results()) : nothing(response, 403)
      case 'GET addresses': return right ? json(response, 200, { origins: originsFor(request) }) : nothing(response, 403)
    }
  }

  /** The page behind a link with a secret: all it does is to change it for a cookie. */
  function entrance(response: ServerResponse, code: string, role: Granted): void {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': `default-src 'self'` }).end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entering the room</title><link rel="icon" href="/favicon.svg"><p role="status">Entering the room …</p><script src="/room/enter.js" data-base="/room/${code}/" data-then="${homes[role](code)}"></script></html>`,
    )
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url!, 'http://room')
    const [, first = '', typed = '', what = '', more] = pathname.split('/')
    const isOpenToAll = request.method === 'GET' && first === 'room' && what === 'here' && more === undefined
    if (!(isOpenToAll ? isOurName(request, isOurs) : isOwnPage(request, isOurs, request.method === 'POST')))
      return nothing(response, 403)
    if (first.toLowerCase() === 'r')
      return response.writeHead(302, { location: `/room/#${readCode(decodeURIComponent(typed)) ?? ''}` }).end()
    if (pathname === '/room/enter.js')
      return response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(enterScript)
    if (first !== 'room' || typed === '' || typed === 'index.html' || more !== undefined)
      return files(request, response)
    const code = readCode(decodeURIComponent(typed))
    const room = await found(request, code)
    if (typeof room === 'number')
      return absences[room] ? json(response, room, absences[room]) : nothing(response, room)
    if ('ownedBy' in room)
      return forward(request, response, room.ownedBy)
    if (request.method === 'GET' && Object.hasOwn(homes, what))
      return entrance(response, code!, what as Granted)
    return await route(request.method!, what, request, response, room.room, code!, searchParams) ?? (response.headersSent || response.writableEnded ? undefined : nothing(response, 404))
  }

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 20_000 }, (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('X-Frame-Options', 'DENY')
    response.setHeader('Referrer-Policy', 'same-origin')
    handle(request, response).catch(() => response.headersSent ? response.destroy() : nothing(response, request.complete ? 503 : 400))
  })

  function cut(socket: Duplex, status: number): void {
    socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://room')
    const [, first, typed = '', what] = pathname.split('/')
    if (first !== 'room' || what !== 'socket' || !isOwnPage(request, isOurs, true))
      return cut(socket, 403)
    const code = readCode(decodeURIComponent(typed))
    const room = await found(request, code)
    if (typeof room === 'number')
      return cut(socket, room)
    if ('ownedBy' in room)
      return forwardSocket(request, socket, head, room.ownedBy)
    lines.accept(request, socket, head, room.room, roleFor(searchParams.get('as'), rightIn(request, key, code!)))
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head).catch(() => cut(socket, 503))
  })
  server.on('close', lines.close)
  return server
}
