import type { ClientMessage, ServerMessage } from '../../core/room/messages.ts'
import { BEAT_MS } from '../../core/room/messages.ts'

/** A socket that does not open in this time does not come up. */
const OPENING_MS = 6000
/** What is asked on a line is answered within this time. */
const ANSWER_MS = 4000
/** And a room says something every beat. */
const SILENCE_MS = BEAT_MS * 2.5

export interface RoomSocket {
  /** Sends what the room answers, once it is open; where nothing comes then, the socket is given up */
  ask: (message: ClientMessage) => void
  /** @returns how long nothing came */
  silentMs: () => number
  /** Gives it up, open or not; `onLost` is told */
  drop: () => void
}

export interface RoomSocketOptions {
  WebSocket: typeof WebSocket
  onOpen: () => void
  onMessage: (message: ServerMessage) => void
  /** It never opened, was closed, or fell silent; nothing is heard of it afterwards */
  onLost: () => void
}

/**
 * One socket of a live room, from its opening until it is lost. That of a phone that slept or changed its network may be
 * dead and not know it: it is not waited for until the browser notices, which takes minutes.
 * @throws {Error} where the browser allows none
 */
export function roomSocket(address: URL, { WebSocket: Socket, onOpen, onMessage, onLost }: RoomSocketOptions): RoomSocket {
  const socket = new Socket(address)
  let isLost = false
  let isOpen = false
  let isAsked = false
  let heardAtMs = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  function drop(): void {
    if (isLost)
      return
    isLost = true
    clearTimeout(timer)
    socket.close()
    onLost()
  }
  function dropIn(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(drop, ms)
  }

  dropIn(OPENING_MS)
  socket.onopen = () => {
    isOpen = true
    if (!isLost)
      onOpen()
  }
  socket.onmessage = ({ data }) => {
    if (isLost)
      return
    heardAtMs = Date.now()
    isAsked = false
    dropIn(SILENCE_MS)
    onMessage(JSON.parse(data))
  }
  socket.onclose = drop
  return {
    ask(message) {
      if (!isOpen)
        return
      socket.send(JSON.stringify(message))
      // Asked again and again, it has no longer for its first answer.
      if (!isAsked)
        dropIn(ANSWER_MS)
      isAsked = true
    },
    silentMs: () => Date.now() - heardAtMs,
    drop,
  }
}
