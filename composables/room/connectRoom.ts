import type { ClientMessage, Command, Elsewhere, OwnAnswer, Refusal, Role, RoomView, ServerMessage, VoteMessage } from '../../core/room/messages.ts'
import type { Outbox } from '../../core/room/outbox.ts'
import type { Absence } from './askRoom.ts'
import type { RoomSocket } from './roomSocket.ts'
import { ownAfter, received } from '../../core/room/messages.ts'
import { nextNth, withAck, withNth, withoutVote, withVote } from '../../core/room/outbox.ts'
import { askCommand, askRound, NoRoom } from './askRoom.ts'
import { keptOutbox } from './keptOutbox.ts'
import { newId } from './newId.ts'
import { LATE_MS, roomSocket } from './roomSocket.ts'

/*
 * One browser's side of a live room; no Vue. A snapshot comes with every connection, what the room has not acknowledged
 * is sent again under its id, and where no socket comes up the same goes by plain requests.
 */

/** `socket`: live; `requests`: no socket came up, asked every few seconds; `lost`: no room there, tried again and again. */
type Line = 'connecting' | 'socket' | 'requests' | 'lost'

export interface ConnectionState {
  line: Line
  /** Why it is not there, where something answers */
  absence?: Absence
  /** What the room granted, which may be less than was asked for */
  role?: Role
  room?: RoomView
  /** What this person answered, by ballot, as the room has it */
  mine: Record<string, OwnAnswer>
  outbox: Outbox
  /** Where the public site stands, to which people take home what they answered */
  home?: string
  /** Where else it may be found */
  elsewhere?: Elsewhere
  /** The open ballot that this person may have answered at another address, as the room knows nobody again */
  maybeAnswered?: string
  /** Where the line was given up as nothing came: for how long, then; else 0 */
  silentMs: number
}

type Sent<T> = T extends unknown ? Omit<T, 'v' | 'id'> : never

export interface RoomConnection {
  state: () => ConnectionState
  /** Kept here at once, sent as soon as the room is there, until it says that it has it */
  vote: (vote: Pick<VoteMessage, 'ballot' | 'response' | 'confidence'>) => void
  /** For who steers. @returns why it was not done, or `undefined`; `lost` where the answer did not come */
  command: (command: Sent<Command>) => Promise<Refusal | 'lost' | undefined>
  /** The page is seen again or the network is back: looks at once whether the line still holds, and what other tabs have written */
  wake: () => void
  close: () => void
}

export interface RoomConnectionOptions {
  /** Of the room's server, such as `http://192.168.1.20:3030` */
  origin: string
  code: string
  as: Role
  /** Of the course that this page belongs to */
  build: string
  /** A number of chance, kept for this person and room: see `newId` */
  who: string
  /** Where unacknowledged votes are kept over a reload; two tabs may share it */
  storage: Pick<Storage, 'getItem' | 'setItem'>
  onState: (state: ConnectionState) => void
  /** A vote that the room will never take */
  onRefused?: (ballot: string, reason: Refusal) => void
  /** Nothing is tried while nobody looks */
  isHidden?: () => boolean
  random?: () => number
  WebSocket?: typeof WebSocket
  fetch?: typeof fetch
}

const FIRST_WAIT_MS = 400
/** With half of it more by chance, so that everyone is back within 15 s of the server, and not all at once. */
const LONGEST_WAIT_MS = 3000
const POLL_MS = 3000
const REFUSED_FOR_NOW: Refusal[] = ['too-fast', 'try-again']

/** Joins a room and stays in it until `close`. */
export function connectRoom(options: RoomConnectionOptions): RoomConnection {
  const { code, as, build, who, onState, onRefused, isHidden = () => false, random = Math.random } = options
  const base = new URL(`/room/${code}/`, options.origin)
  const kept = keptOutbox(options.storage, code)
  let state: ConnectionState = { line: 'connecting', mine: {}, outbox: kept.load(), silentMs: 0 }
  let socket: RoomSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let rounds = 0
  let isClosed = false
  const answers = new Map<string, (answer: Refusal | 'lost' | undefined) => void>()

  function set(part: Partial<ConnectionState>): void {
    state = { ...state, ...part }
    onState(state)
  }
  const update = (change: (outbox: Outbox) => Outbox) => set({ outbox: kept.update(change) })
  const plan = (then: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const waitMs = () => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + random())
  const ask = (message: ClientMessage) => socket?.ask(message)
  const hello = () => ask({ v: 1, id: newId(), type: 'hello', who, build })

  /** Other tabs of this person write to the outbox too. */
  const look = () => set({ outbox: kept.load() })

  function receive(message: ServerMessage, line: 'socket' | 'requests'): void {
    if (message.type === 'ack' || message.type === 'refused')
      return answered(message)
    // A request may be answered after a socket came up, which knows more.
    if (line === 'requests' && state.line === 'socket')
      return
    // A browser that could not keep its count would send what the room takes for older.
    if (message.type === 'room' && (message.nth ?? 0) > (kept.load().nth ?? 0))
      update(outbox => withNth(outbox, message.nth))
    if (message.type === 'room')
      set({ line, absence: undefined, role: message.role, mine: message.mine, home: message.home, elsewhere: message.elsewhere, maybeAnswered: message.maybeAnswered, silentMs: 0 })
    else if (!state.room)
      return
    if (message.type === 'beat' && line === 'socket')
      sendWaiting()
    const room = received(state.room!, message)
    if (room === 'missed')
      return hello()
    if (room !== state.room)
      set({ room, mine: ownAfter(state.mine, message) })
  }

  function answered(message: Extract<ServerMessage, { type: 'ack' | 'refused' }>): void {
    const { id } = message
    const reason = message.type === 'refused' ? message.reason : undefined
    const isLate = message.type === 'ack' && message.isLate
    answers.get(id)?.(reason)
    answers.delete(id)
    const vote = kept.load().waiting.find(vote => vote.id === id)
    // Another tab had a newer answer meanwhile, or was told before.
    if (!vote)
      return look()
    if (!reason) {
      set({ mine: { ...state.mine, [vote.ballot]: { response: vote.response, ...vote.confidence && { confidence: vote.confidence }, ...isLate && { isLate } } } })
      return update(outbox => withAck(outbox, id))
    }
    if (REFUSED_FOR_NOW.includes(reason))
      return void setTimeout(sendWaiting, 1000 + 1000 * random())
    update(outbox => withoutVote(outbox, id))
    onRefused?.(vote.ballot, reason)
  }

  function sendWaiting(): void {
    const { waiting } = kept.load()
    if (state.line === 'socket')
      waiting.forEach(ask)
    else if (state.line === 'requests')
      plan(poll, 0)
  }

  function lost(silentMs = 0): void {
    socket = undefined
    answers.forEach(answer => answer('lost'))
    answers.clear()
    if (isClosed)
      return
    failures++
    if (state.line !== 'socket')
      return plan(poll, state.line === 'connecting' ? 0 : waitMs())
    set({ line: 'lost', silentMs })
    plan(open, waitMs())
  }

  function open(): void {
    if (socket || isClosed || (isHidden() && state.line !== 'connecting'))
      return
    clearTimeout(timer)
    const address = new URL(`socket?as=${as}`, base)
    address.protocol = address.protocol.replace('http', 'ws')
    try {
      socket = roomSocket(address, {
        WebSocket: options.WebSocket ?? WebSocket,
        onOpen: hello,
        onLate: hello,
        onLost: lost,
        onMessage(message) {
          const isFirst = message.type === 'room' && state.line !== 'socket'
          failures = 0
          clearTimeout(timer)
          receive(message, 'socket')
          if (isFirst)
            sendWaiting()
        },
      })
    }
    catch {
      lost()
    }
  }

  /** One round without a socket: what waits goes out, and the state is asked for; then a socket is tried again. A vote begins another beside one that is under way, and the last that began goes on. */
  async function poll(): Promise<void> {
    if (isClosed || isHidden())
      return
    const own = ++rounds
    const { line, room } = state
    const known = line === 'requests' && room ? room.countedSeq ?? room.seq : 0
    try {
      for await (const message of askRound({ base, as, who, fetch: options.fetch }, kept.load().waiting, known))
        receive(message, 'requests')
      // Where it has just come back a socket is tried next.
      if (line !== 'requests')
        failures = 0
      if (state.line !== 'socket' && own === rounds)
        plan(failures++ % 5 === 0 ? open : poll, POLL_MS)
    }
    catch (error) {
      if (state.line === 'socket' || own !== rounds)
        return
      failures++
      set({ line: 'lost', absence: error instanceof NoRoom ? error.absence : undefined })
      plan(open, waitMs())
    }
  }

  async function request(command: Command): Promise<Refusal | 'lost' | undefined> {
    try {
      const answer = await askCommand({ base, as, who, fetch: options.fetch }, command)
      // What it changed is not waited for.
      if (state.line === 'requests')
        plan(poll, 0)
      return answer.type === 'refused' ? answer.reason : undefined
    }
    catch {
      return 'lost'
    }
  }

  open()
  return {
    state: () => state,
    vote(vote) {
      const message: VoteMessage = { v: 1, id: newId(), type: 'vote', who, ...vote, nth: nextNth(kept.load()) }
      update(outbox => withVote(outbox, message))
      if (state.line === 'socket')
        ask(message)
      else if (state.line === 'requests')
        plan(poll, 0)
    },
    async command(command) {
      const message: Command = { v: 1, id: newId(), ...command }
      if (state.line === 'requests')
        return request(message)
      if (state.line !== 'socket')
        return 'lost'
      return new Promise((resolve) => {
        answers.set(message.id, resolve)
        ask(message)
      })
    },
    wake() {
      if (isClosed)
        return
      look()
      if (!socket)
        plan(open, 0)
      else if (state.line === 'socket' && socket.silentMs() > LATE_MS)
        socket.drop()
      else
        hello()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      socket?.drop()
    },
  }
}
