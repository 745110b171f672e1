import type { ClientMessage, ServerMessage } from '../../core/room/messages.ts'
import { BEAT_MS } from '../../core/room/messages.ts'

/** A socket that does not open in this time does not come up. */
const OPENING_MS = 6000
/** What is asked on a line is answered within this time. */
const ANSWER_MS = 3000
/** A room says something every beat. One that is late is asked, with a little more by chance, as all phones have heard the one before. */
export const LATE_MS = BEAT_MS / 10 * 11
const SPREAD_MS = BEAT_MS / 10
/** After so long a line on which nothing comes is given up at the latest. */
export const LONGEST_SILENCE_MS = LATE_MS + SPREAD_MS + ANSWER_MS

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
  /** No beat came in time: something is to be asked, and where nothing comes then either it is given up */
  onLate: () => void
  /**
   * It never opened, was closed, or fell silent; nothing is heard of it afterwards. `silentMs` is for how long nothing
   * came where that is why it was given up, else 0
   */
  onLost: (silentMs: number) => void
}

/**
 * One socket of a live room, from its opening until it is lost. That of a phone that slept or changed its network may be
 * dead and not know it: it is not waited for until the browser notices, which takes minutes.
 * @throws {Error} where the browser allows none
 */
export function roomSocket(address: URL, { WebSocket: Socket, onOpen, onMessage, onLate, onLost }: RoomSocketOptions): RoomSocket {
  const socket = new Socket(address)
  let isLost = false
  let isOpen = false
  let isAsked = false
  let heardAtMs = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  const silentMs = () => Date.now() - heardAtMs
  function end(silentMs = 0): void {
    if (isLost)
      return
    isLost = true
    clearTimeout(timer)
    socket.close()
    onLost(silentMs)
  }
  function after(ms: number, then: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const endIn = (ms: number) => after(ms, () => end(silentMs()))

  endIn(OPENING_MS)
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
    after(LATE_MS + SPREAD_MS * Math.random(), onLate)
    onMessage(JSON.parse(data))
  }
  socket.onclose = () => end()
  return {
    ask(message) {
      if (!isOpen)
        return
      socket.send(JSON.stringify(message))
      // Asked again and again, it has no longer for its first answer.
      if (!isAsked)
        endIn(ANSWER_MS)
      isAsked = true
    },
    silentMs,
    drop: () => end(),
  }
}
