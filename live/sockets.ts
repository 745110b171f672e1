import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Role, ServerMessage } from '../core/room/messages.ts'
import type { Client } from './clients.ts'
import type { LiveRoom } from './live-room.ts'
import { WebSocketServer } from 'ws'
import { messageSchema } from '../core/room/messages.schema.ts'
import { MOST_MESSAGE_BYTES } from '../core/room/messages.ts'
import { steers } from '../core/room/view.ts'
import { allowance, nameAsked, STEERING } from './gate.ts'

/** What a line that is too slow may have waiting. */
const MOST_WAITING_BYTES = 64 * 1024
/** So many messages that are none or come too fast, and the line is cut. */
const MOST_FAULTS = 20
/** A line on which nothing was heard for so long is dead. */
const DEAD_MS = 60_000
/** Who opens a line says at once who they are. */
const HELLO_MS = 10_000

export interface Sockets {
  accept: (request: IncomingMessage, socket: Duplex, head: Buffer, room: LiveRoom, role: Role) => void
  close: () => void
}

/** Reads a message from outside. @returns `undefined` where it is none */
export function readMessage(text: string) {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data
  }
  catch {
    return undefined
  }
}

/** The lines of phones and others to rooms. A line that floods, is too slow or says what is no message is cut, which no other feels. */
export function sockets(now: () => number): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false, clientTracking: true })
  const heardMs = new WeakMap<object, number>()
  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (now() - (heardMs.get(socket) ?? 0) > DEAD_MS)
        socket.terminate()
      else
        socket.ping()
    }
  }, DEAD_MS / 2)

  return {
    accept(request, duplex, head, room, role) {
      server.handleUpgrade(request, duplex, head, (socket) => {
        const mayTake = steers(role) ? allowance(now, ...STEERING) : allowance(now)
        let faults = 0
        const nameless = setTimeout(() => socket.terminate(), HELLO_MS)
        const client: Client = {
          role,
          host: nameAsked(request),
          send(text) {
            if (socket.bufferedAmount > MOST_WAITING_BYTES)
              socket.terminate()
            else
              socket.send(text)
          },
          drop: () => socket.close(1012),
        }
        const say = (message: ServerMessage) => client.send(JSON.stringify(message))
        const fault = () => ++faults >= MOST_FAULTS && socket.terminate()

        async function take(data: string): Promise<void> {
          const message = readMessage(data)
          if (!message)
            return void fault()
          if (!mayTake.take()) {
            say({ type: 'refused', id: message.id, reason: 'too-fast' })
            return void fault()
          }
          if (message.type === 'hello') {
            if (client.who === undefined) {
              if (!room.join(client)) {
                say({ type: 'refused', id: message.id, reason: 'full' })
                return socket.close(1013)
              }
              client.who = message.who
              clearTimeout(nameless)
            }
          }
          else if (client.who === undefined || (message.type === 'vote' && message.who !== client.who)) {
            // Only who has said who they are is heard, and only for themselves.
            return void fault()
          }
          say(await room.take(message, client))
        }

        const heard = () => heardMs.set(socket, now())
        heard()
        socket.on('pong', heard)
        socket.on('message', (data, isBinary) => {
          heard()
          if (isBinary)
            fault()
          else
            void take(String(data))
        })
        socket.on('close', () => {
          clearTimeout(nameless)
          room.leave(client)
        })
        // A message that is too long, a frame that is none: ws closes the line by itself.
        socket.on('error', () => {})
      })
    },
    close() {
      clearInterval(pinging)
      server.clients.forEach(socket => socket.terminate())
      server.close()
    },
  }
}
