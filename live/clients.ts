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
  /** @returns whether it was here */
  leave: (client: Client) => boolean
  /** Somebody of this role came by a plain request */
  asked: (role: Role) => void
  /** Says to everyone what their role may hear: each role's text is made once, whoever many hear it. */
  tell: (message: (role: Role) => ServerMessage | undefined) => void
  phones: () => number
  /** @returns whether anybody is here who steers */
  isSteered: () => boolean
  size: () => number
  /** Ends all lines */
  drop: () => void
}

/** Who steers without a line asks every 3 s; where they try a line between two rounds, 14 s apart at the most (composables/room/connectRoom.ts). */
const ASKED_MS = 20_000

/** @param most how many phones there may be @param onSteered called when who steers comes or goes @returns the clients of a room, of whom there are none yet */
export function clientsOf(most: number, onSteered: () => void): Clients {
  const clients = new Set<Client>()
  let phones = 0
  /** Lines of who steers */
  let steering = 0
  /** Runs while somebody who steers has asked of late */
  let asking: ReturnType<typeof setTimeout> | undefined
  const isSteered = () => steering > 0 || asking !== undefined

  function steered(change: () => void): void {
    const was = isSteered()
    change()
    if (was !== isSteered())
      onSteered()
  }

  function cameOrWent(role: Role, more: 1 | -1): void {
    phones += role === 'phone' ? more : 0
    if (steers(role))
      steered(() => steering += more)
  }

  function stopAsking(): void {
    clearTimeout(asking)
    asking = undefined
  }

  return {
    join(client) {
      if (client.role === 'phone' && phones >= most)
        return false
      // Who comes knows that they are here.
      cameOrWent(client.role, 1)
      clients.add(client)
      return true
    },
    leave(client) {
      const wasHere = clients.delete(client)
      if (wasHere)
        cameOrWent(client.role, -1)
      return wasHere
    },
    asked(role) {
      if (!steers(role))
        return
      steered(() => {
        clearTimeout(asking)
        asking = setTimeout(steered, ASKED_MS, stopAsking)
      })
    },
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
    isSteered,
    size: () => clients.size,
    drop() {
      stopAsking()
      clients.forEach(client => client.drop())
    },
  }
}
