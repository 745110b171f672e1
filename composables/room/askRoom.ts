import type { ClientMessage, Command, Role, ServerMessage, VoteMessage } from '../../core/room/messages.ts'

/** A machine that sleeps answers nothing, and a browser would wait for minutes. */
const ANSWER_MS = 6000

/** Why a room is not there, where a server says so. */
export type Absence = 'no-such-room' | 'too-many-tries'

const absences: Record<number, Absence> = { 404: 'no-such-room', 429: 'too-many-tries' }

/** No room answered a request. */
export class NoRoom extends Error {
  readonly absence?: Absence

  constructor(status: number) {
    super(`The room answered with ${status}`)
    this.absence = absences[status]
  }
}

/** @returns what a room answers @throws {NoRoom} where another answers @throws {Error} where nobody does */
export async function askRoom(address: URL, init: RequestInit, by: typeof fetch = fetch): Promise<ServerMessage> {
  const waiting = new AbortController()
  const ending = setTimeout(() => waiting.abort(), ANSWER_MS)
  try {
    const response = await by(address, { ...init, cache: 'no-store', signal: waiting.signal })
    const message = response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : undefined
    if (!message?.type)
      throw new NoRoom(response.status)
    return message
  }
  finally {
    clearTimeout(ending)
  }
}

interface Asker { base: URL, as: Role, who: string, fetch?: typeof fetch }

const post = (address: URL, message: ClientMessage, by: Asker['fetch']) => askRoom(address, { method: 'POST', body: JSON.stringify(message), headers: { 'content-type': 'application/json' } }, by)

/** For who steers, without a socket. @returns what the room answers @throws as `askRoom` */
export function askCommand({ base, as, fetch }: Asker, command: Command): Promise<ServerMessage> {
  return post(new URL(`command?as=${as}`, base), command, fetch)
}

/**
 * One round without a socket: what waits goes out, and the state is asked for, unless it is still the one that is known.
 * @yields what the room answers, as the same messages that come over a socket
 */
export async function* askRound({ base, as, who, fetch }: Asker, waiting: VoteMessage[], knownSeq: number): AsyncGenerator<ServerMessage, void> {
  for (const vote of waiting)
    yield post(new URL('vote', base), vote, fetch)
  yield askRoom(new URL(`state?as=${as}&since=${knownSeq}`, base), { headers: { 'room-who': who } }, fetch)
}
