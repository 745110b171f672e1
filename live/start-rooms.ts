import type { Server } from 'node:http'
import type { RoomCourse } from '../core/room/decide.ts'
import type { RoomServerOptions } from './room-server.ts'
import type { RoomStore } from './store.ts'
import { randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { ID_BYTES, idFrom, roomCode } from '../core/room/ids.ts'
import { addressesOf, localNameOf } from './addresses.ts'
import { markOf } from './gate.ts'
import { roomServer } from './room-server.ts'
import { rooms } from './rooms.ts'
import { steadyClock } from './steady-clock.ts'
import { tallyFor } from './tally-of.ts'

export interface StartOptions extends Pick<RoomServerOptions, 'files' | 'key' | 'notes'> {
  store: RoomStore
  course: RoomCourse
  /** 0 takes any free one */
  port: number
  /** Other names that this machine goes by, such as that of a proxy before it */
  hosts?: string[]
  behindProxy?: boolean
  /** How many phones a room takes */
  most?: number
  /** Where the public site stands, for taking home */
  home?: string
  /** Of the course as it is served now; a page of another one is to be loaded anew */
  build?: string
}

export interface Started {
  server: Server
  port: number
  stop: () => Promise<void>
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/** 0 ≤ x < 1, of the system's own chance: codes are not to be guessed. */
const random = () => randomBytes(4).readUInt32LE() / 2 ** 32

/** @returns the code of a new room */
export async function openRoom(store: RoomStore, { agenda, build }: { agenda: string[], build: string }, nowMs: number): Promise<string> {
  let code = roomCode(random)
  while (!await store.create(code, nowMs))
    code = roomCode(random)
  const claimed = await store.claim(code)
  if (!claimed || !('epoch' in claimed))
    throw new Error(`The new room ${code} is not there.`)
  await store.append([{ code, epoch: claimed.epoch, events: [{ id: idFrom(randomBytes(ID_BYTES)), atMs: nowMs, body: { kind: 'opened', code, build, agenda } }] }])
  return code
}

/** @returns the server of these rooms, listening on every address of this machine @throws {Error} with code EADDRINUSE when the port is taken */
export async function startRooms({ store, course, port, hosts = [], behindProxy = false, most = 5500, home, build, ...options }: StartOptions): Promise<Started> {
  const now = steadyClock()
  let listensAt = port
  // Where the rooms go by a name, that is what is told to phones, and it stays theirs.
  const goesByAddress = hosts.length === 0 && !behindProxy
  const localName = goesByAddress ? localNameOf(hostname()) : undefined
  // Not its other addresses: the one that it will have none of them knows, and no policy of a page can name those of a network.
  const elsewhere = localName === undefined ? undefined : (code: string) => ({ mark: markOf(options.key, code), origins: [`http://${localName}:${listensAt}`] })
  const known = rooms({ store, course, tallyOf: tallyFor(course), now, today: Date.now, most, home, build, elsewhere })
  const addresses = () => addressesOf(networkInterfaces())
  const isOurs = (host: string) => LOCAL.includes(host) || host === hostname().toLowerCase() || host === localName || hosts.includes(host) || addresses().includes(host)
  const server = roomServer({ ...options, rooms: known, addresses: () => hosts.length > 0 ? [] : addresses(), elsewhere, isOurs, behindProxy, now })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const address = server.address()
  if (typeof address === 'object' && address)
    listensAt = address.port
  return {
    server,
    port: listensAt,
    async stop() {
      known.stop()
      server.close()
      server.closeAllConnections()
      await store.close()
    },
  }
}
