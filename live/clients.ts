import type { Role, ServerMessage } from '../core/room/messages.ts'
import { steers } from '../core/room/view.ts'

/** One client of a room, however it is connected. */
export interface Client {
  role: Role
  who?: string
  /** The name by which it comes */
  host?: string
  send: (text: string) => void
  /** The line is to be given up, as the room is somewhere else now */
  drop: () => void
}

export interface Clients {
  /** @returns `false` where there is no room for another phone */
  join: (client: Client) => boolean
  leave: (client: Client) => void
  /** Somebody of this role came by a plain request; a phone that does not say whose it is is not counted */
  asked: (role: Role, who?: string) => void
  /** Who asked before is here by a line now */
  hasLine: (role: Role, who: string) => void
  /** Says to everyone what their role may hear: each role's text is made once, whoever many hear it. */
  tell: (message: (role: Role) => ServerMessage | undefined) => void
  phones: () => number
  /** @returns whether anybody is here who steers */
  isSteered: () => boolean
  size: () => number
  /** Ends all lines */
  drop: () => void
}

/** Who has no line asks every 3 s; where they try one between two rounds, 14 s apart at the most (composables/room/connectRoom.ts). */
const ASKED_MS = 20_000

interface ClientsOptions {
  /** Who steers came or went */
  onSteered: () => void
  /** A phone came or went */
  onCount: () => void
}

/** @param most how many phones there may be @returns the clients of a room, of whom there are none yet */
export function clientsOf(most: number, { onSteered, onCount }: ClientsOptions): Clients {
  const clients = new Set<Client>()
  /** Who comes by plain requests, until they have not for a while */
  const asking = new Map<string, { role: Role, ending: ReturnType<typeof setTimeout> }>()
  let lines = 0
  let phones = 0
  let steering = 0

  function cameOrWent(role: Role, more: 1 | -1): void {
    if (role === 'phone') {
      phones += more
      onCount()
    }
    if (!steers(role))
      return
    const was = steering > 0
    steering += more
    if (was !== (steering > 0))
      onSteered()
  }

  const keyOf = (role: Role, who = '') => `${role} ${who}`
  function stopAsking(key: string): void {
    const one = asking.get(key)
    if (!one)
      return
    clearTimeout(one.ending)
    asking.delete(key)
    cameOrWent(one.role, -1)
  }

  return {
    join(client) {
      if (client.role === 'phone' && lines >= most)
        return false
      lines += client.role === 'phone' ? 1 : 0
      // Who comes knows that they are here.
      cameOrWent(client.role, 1)
      clients.add(client)
      return true
    },
    leave(client) {
      if (!clients.delete(client))
        return
      lines -= client.role === 'phone' ? 1 : 0
      cameOrWent(client.role, -1)
    },
    asked(role, who) {
      const key = keyOf(role, who)
      const known = asking.get(key)
      // By plain requests anybody may come as anybody.
      if (role === 'phone' && !known && (who === undefined || asking.size >= most))
        return
      if (known)
        clearTimeout(known.ending)
      else
        cameOrWent(role, 1)
      asking.set(key, { role, ending: setTimeout(stopAsking, ASKED_MS, key) })
    },
    hasLine: (role, who) => stopAsking(keyOf(role, who)),
    tell(message) {
      const texts = new Map<Role, string | undefined>()
      for (const client of clients) {
        if (!texts.has(client.role)) {
          const said = message(client.role)
          texts.set(client.role, said && JSON.stringify(said))
        }
        const text = texts.get(client.role)
        if (text)
          client.send(text)
      }
    },
    phones: () => phones,
    isSteered: () => steering > 0,
    size: () => clients.size,
    drop() {
      asking.forEach(({ ending }) => clearTimeout(ending))
      clients.forEach(client => client.drop())
    },
  }
}
