import type { Absent, ClientMessage, Command, Role, ServerMessage, VoteMessage } from '../../core/room/messages.ts'

/** A machine that sleeps answers nothing, and a browser would wait for minutes. */
const ANSWER_MS = 6000

/** Why a room is not there, where its server says so; `something-else`: another one answers at its address. */
export type Absence = Absent['absence'] | 'something-else'

const OWN: unknown[] = ['no-such-room', 'too-many-tries'] satisfies Absence[]
/** By these no proxy says that the server behind it is away. */
const ELSE = [200, 404]

/** No room answered a request. */
export class NoRoom extends Error {
  readonly absence?: Absence

  /** @param status of the answer @param said what it said, where it was JSON */
  constructor(status: number, said?: Partial<Absent> | null) {
    super(`The room answered with ${status}`)
    this.absence = OWN.includes(said?.absence) ? said!.absence : ELSE.includes(status) ? 'something-else' : undefined
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
      throw new NoRoom(response.status, message)
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
