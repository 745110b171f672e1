import type { ClientMessage, Command, OwnAnswer, Refusal, Role, RoomView, ServerMessage, VoteMessage } from '../../core/room/messages.ts'
import type { Outbox } from '../../core/room/outbox.ts'
import { ID_BYTES, idFrom } from '../../core/room/ids.ts'
import { BEAT_MS, received } from '../../core/room/messages.ts'
import { withAck, withoutVote, withVote } from '../../core/room/outbox.ts'
import { keptOutbox } from './keptOutbox.ts'

/*
 * One browser's side of a live room; no Vue. A snapshot comes with every connection, what the room has not acknowledged
 * is sent again under its id, and where no socket comes up the same goes by plain requests.
 */

/** `socket`: live; `requests`: no socket came up, asked every few seconds; `lost`: no room there, tried again and again. */
type Line = 'connecting' | 'socket' | 'requests' | 'lost'

export interface RoomState {
  line: Line
  /** What the room granted, which may be less than was asked for */
  role?: Role
  room?: RoomView
  /** What this person answered, by ballot, as the room has it */
  mine: Record<string, OwnAnswer>
  outbox: Outbox
  /** Add it to this machine's clock for the room's */
  clockOffsetMs: number
  /** Where the public site stands, to which people take home what they answered */
  home?: string
}

type Sent<T> = T extends unknown ? Omit<T, 'v' | 'id'> : never

export interface RoomConnection {
  state: () => RoomState
  /** Kept here at once, sent as soon as the room is there, until it says that it has it */
  vote: (vote: Pick<VoteMessage, 'ballot' | 'response' | 'confidence'>) => void
  /** For who steers. @returns why it was not done, or `undefined`; `lost` where the answer did not come */
  command: (command: Sent<Command>) => Promise<Refusal | 'lost' | undefined>
  /** The page is seen again, the network is back, or another tab wrote to the storage: looks at once whether the line still holds */
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
  onState: (state: RoomState) => void
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
/** A socket that does not open in this time does not come up. */
const OPENING_MS = 6000
const REFUSED_FOR_NOW: Refusal[] = ['too-fast', 'try-again']

/** @returns an id of chance for a message or a person */
export function newId(): string {
  return idFrom(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
}

/** Joins a room and stays in it until `close`. */
export function connectRoom(options: RoomConnectionOptions): RoomConnection {
  const { code, as, build, who, onState, onRefused, isHidden = () => false, random = Math.random } = options
  const Socket = options.WebSocket ?? WebSocket
  const base = new URL(`/room/${code}/`, options.origin)
  const kept = keptOutbox(options.storage, code)
  let state: RoomState = { line: 'connecting', mine: {}, outbox: kept.load(), clockOffsetMs: 0 }
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let heardAtMs = 0
  let failures = 0
  let isClosed = false
  const answers = new Map<string, (answer: Refusal | 'lost' | undefined) => void>()

  function set(part: Partial<RoomState>): void {
    state = { ...state, ...part }
    onState(state)
  }
  const update = (change: (outbox: Outbox) => Outbox) => set({ outbox: kept.update(change) })
  const plan = (then: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const waitMs = () => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + random())
  const send = (message: ClientMessage) => socket?.send(JSON.stringify(message))
  const hello = () => send({ v: 1, id: newId(), type: 'hello', who, build })

  /** Other tabs of this person write to the outbox too. */
  const look = () => set({ outbox: kept.load() })

  function receive(message: ServerMessage): void {
    if (message.type === 'ack' || message.type === 'refused')
      return answered(message)
    if (message.type === 'beat' && state.line === 'socket')
      sendWaiting()
    if (message.type === 'room')
      set({ line: socket ? 'socket' : 'requests', role: message.role, mine: message.mine, clockOffsetMs: message.nowMs - Date.now(), home: message.home })
    else if (!state.room)
      return
    const room = received(state.room!, message)
    if (room === 'missed')
      return hello()
    if (room !== state.room)
      set({ room })
  }

  function answered(message: Extract<ServerMessage, { type: 'ack' | 'refused' }>): void {
    const { id } = message
    const reason = message.type === 'refused' ? message.reason : undefined
    answers.get(id)?.(reason)
    answers.delete(id)
    const vote = kept.load().waiting.find(vote => vote.id === id)
    // Another tab had a newer answer meanwhile, or was told before.
    if (!vote)
      return look()
    if (!reason) {
      set({ mine: { ...state.mine, [vote.ballot]: { response: vote.response, ...vote.confidence && { confidence: vote.confidence } } } })
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
      waiting.forEach(send)
    else if (state.line === 'requests')
      plan(poll, 0)
  }

  function lost(): void {
    socket = undefined
    answers.forEach(answer => answer('lost'))
    answers.clear()
    if (isClosed)
      return
    failures++
    const wasThere = state.line === 'socket'
    if (wasThere)
      set({ line: 'lost' })
    plan(wasThere ? open : poll, waitMs())
  }

  function open(): void {
    if (isClosed || (isHidden() && state.line !== 'connecting'))
      return
    clearTimeout(timer)
    const address = new URL(`socket?as=${as}`, base)
    address.protocol = address.protocol.replace('http', 'ws')
    let mine: WebSocket
    try {
      mine = new Socket(address)
    }
    catch {
      return lost()
    }
    socket = mine
    plan(() => drop(mine), OPENING_MS)
    mine.onopen = () => mine === socket && hello()
    mine.onmessage = ({ data }) => {
      if (mine !== socket)
        return
      heardAtMs = Date.now()
      plan(() => drop(mine), BEAT_MS * 2.5)
      const message: ServerMessage = JSON.parse(data)
      const isFirst = message.type === 'room' && state.line !== 'socket'
      failures = 0
      receive(message)
      if (isFirst)
        sendWaiting()
    }
    mine.onclose = () => mine === socket && lost()
  }

  /** A socket of a phone that slept may be dead and not know it: it is left to itself. */
  function drop(old: WebSocket): void {
    if (old !== socket)
      return
    old.onclose = null
    old.close()
    lost()
  }

  /** One round without a socket: what waits goes out, and the state is asked for; then a socket is tried again. */
  async function poll(): Promise<void> {
    if (isClosed || isHidden())
      return
    try {
      for (const vote of kept.load().waiting)
        receive(await request('vote', { method: 'POST', body: JSON.stringify(vote), headers: { 'content-type': 'application/json' } }))
      const known = state.line === 'requests' && state.room ? state.room.seq : 0
      receive(await request(`state?as=${as}&since=${known}`, { headers: { 'room-who': who } }))
      plan(failures++ % 5 === 0 ? open : poll, POLL_MS)
    }
    catch {
      failures++
      set({ line: 'lost' })
      plan(open, waitMs())
    }
  }

  /** @throws {Error} when the room is not there */
  async function request(path: string, init: RequestInit): Promise<ServerMessage> {
    const response = await (options.fetch ?? fetch)(new URL(path, base), { ...init, cache: 'no-store' })
    const message = response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : undefined
    if (!message?.type)
      throw new Error(`The room answered with ${response.status}`)
    return message
  }

  open()
  return {
    state: () => state,
    vote(vote) {
      const message: VoteMessage = { v: 1, id: newId(), type: 'vote', who, ...vote }
      update(outbox => withVote(outbox, message))
      if (state.line === 'socket')
        send(message)
      else if (state.line === 'requests')
        plan(poll, 0)
    },
    command(command) {
      const id = newId()
      if (state.line !== 'socket')
        return Promise.resolve('lost')
      return new Promise((resolve) => {
        answers.set(id, resolve)
        send({ v: 1, id, ...command })
      })
    },
    wake() {
      if (isClosed)
        return
      look()
      if (!socket)
        return plan(open, 0)
      if (state.line === 'socket' && Date.now() - heardAtMs > BEAT_MS * 1.2)
        drop(socket)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
