import type { RoomCourse } from '../core/room/decide.ts'
import type { EventBody, RoomEvent } from '../core/room/events.ts'
import type { ClientMessage, Command, Elsewhere, Refusal, Role, ServerMessage, VoteMessage } from '../core/room/messages.ts'
import type { RoomResults } from '../core/room/results.ts'
import type { TallyOf } from '../core/room/view.ts'
import type { Client } from './clients.ts'
import type { Commit } from './group-commit.ts'
import { decide } from '../core/room/decide.ts'
import { apply, ballotById, foldRoom, isLate } from '../core/room/fold.ts'
import { maybeAnswered } from '../core/room/maybe-answered.ts'
import { BEAT_MS } from '../core/room/messages.ts'
import { resultsOf } from '../core/room/results.ts'
import { answersOf, changeOf, newestNthOf, roomView } from '../core/room/view.ts'
import { clientsOf } from './clients.ts'
import { countingOf } from './counting.ts'

/** People who answer, for each phone that a room takes at once: some change phones, and what they answered stays in memory. */
const PEOPLE_PER_PHONE = 10

export interface LiveRoomOptions {
  code: string
  epoch: number
  events: RoomEvent[]
  commit: Commit
  course: RoomCourse
  tallyOf: TallyOf
  /** Never goes back */
  now: () => number
  /** How many phones there may be at once, and how many people that answer without a line */
  most: number
  /** Where the public site stands, for taking home */
  home?: string
  /** Of the course as it is served now; a page of another one is to be loaded anew */
  build?: string
  /** Where else phones may find the room */
  elsewhere?: Elsewhere
  /** The fold is not to be trusted any more, or another process owns the room */
  onLost: () => void
}

export interface LiveRoom {
  /** @returns `false` where the room is full */
  join: (client: Client) => boolean
  leave: (client: Client) => void
  /** Somebody of this role came by a plain request; a phone says whose it is */
  asked: (role: Role, who?: string) => void
  /** Takes a message that has the shape of its schema. @returns the answer, once what it changes is on disk */
  take: (message: ClientMessage, client: Pick<Client, 'role' | 'who' | 'host'>) => Promise<ServerMessage>
  /** @returns all that a client may know */
  snapshot: (client: Pick<Client, 'role' | 'who' | 'host'>) => Extract<ServerMessage, { type: 'room' }>
  /** Place of the newest that a phone may know of */
  countedSeq: () => number
  beat: () => Extract<ServerMessage, { type: 'beat' }>
  /** @returns every vote, with numbers in the place of people */
  results: () => RoomResults
  size: () => number
  /** Ends all lines */
  stop: () => void
}

/** A room as its one owner runs it: the fold in memory, every change on disk before anybody hears of it. */
export function liveRoom({ code, epoch, events, commit, course, tallyOf, now: clock, most, home, build, elsewhere, onLost }: LiveRoomOptions): LiveRoom {
  const room = foldRoom(events)
  // Where the clock was set back since the last event, the room goes on from that.
  const aheadMs = Math.max(0, events.reduce((last, { atMs }) => Math.max(last, atMs), 0) - clock())
  const now = () => clock() + aheadMs
  const clients = clientsOf(most, { onSteered: () => clients.tell(beat), onCount: news })
  const counting = countingOf(room, clients, tallyOf, now)
  /** When the first phone came, by the name by which it did; where rooms go by address, and so few as this machine has */
  const sinceMs = new Map<string, number>()
  /** Who has answered anything */
  const voters = new Set(room.ballots.flatMap(({ votes, late }) => [...votes.keys(), ...late.keys()]))
  let isLost = false
  let isOver = false
  /** Commands are decided one after the other, each when the one before is on disk. */
  let commands: Promise<unknown> = Promise.resolve()

  /** @returns whether a vote on a ballot that is closed was counted all the same */
  function isInTime({ ballot: id, who }: Extract<EventBody, { kind: 'voted' }>, seq: number): boolean {
    const ballot = ballotById(room, id)
    return ballot?.phase === 'closed' && ballot.votes.get(who)?.seq === seq
  }

  async function write(id: string, body: EventBody): Promise<number> {
    const atMs = now()
    const { seq, isNew } = await commit(code, epoch, { id, atMs, body })
    if (seq <= room.seq)
      return seq
    // Something was written that is not in the fold, as where a database went away after its commit.
    if (!isNew || seq > room.seq + 1)
      throw new Error('The store has more than this room')
    const after = room.changedSeq
    const event = { seq, id, atMs, body }
    apply(room, event)
    counting.news()
    if (body.kind !== 'voted')
      clients.tell(role => ({ type: 'changed', change: changeOf(event, after, room, role, tallyOf) }))
    else if (isInTime(body, seq))
      counting.late(ballotById(room, body.ballot)!)
    return seq
  }

  async function answer(message: VoteMessage | Command, role: Role, hasLine = false): Promise<ServerMessage> {
    const refused = (reason: Refusal): ServerMessage => ({ type: 'refused', id: message.id, reason })
    if (isLost)
      return refused('try-again')
    const decision = decide(room, message, role, course)
    if ('refused' in decision)
      return refused(decision.refused)
    if (message.type === 'vote') {
      // By plain requests anybody may come as anybody: that must not shut out who has a line, of which there are no more than phones.
      if (voters.size >= most * (hasLine ? PEOPLE_PER_PHONE : 1) && !voters.has(message.who))
        return refused('full')
      voters.add(message.who)
    }
    try {
      const seq = await write(message.id, decision.body)
      return { type: 'ack', id: message.id, seq, ...message.type === 'vote' && isLate(ballotById(room, message.ballot)!, message.who) && { isLate: true } }
    }
    catch {
      // Overtaken, or it is not known what was written: what is on disk is read anew, here or elsewhere.
      if (!isLost)
        onLost()
      isLost = true
      return refused('try-again')
    }
  }

  /** @returns what a phone may have answered, which has just come by this name */
  function maybeAnsweredBy(who: string, host: string): string | undefined {
    if (!sinceMs.has(host))
      sinceMs.set(host, now())
    return maybeAnswered(room, who, host, sinceMs)
  }

  function news(): void {
    counting.news()
  }

  const countedSeq = () => Math.max(room.changedSeq, counting.correctedSeq())

  const snapshot: LiveRoom['snapshot'] = ({ role, who, host }) => ({
    v: 1,
    type: 'room',
    role,
    room: { ...roomView(room, role, tallyOf, clients.phones()), countedSeq: countedSeq(), isSpeakerHere: clients.isSteered(), ...build !== undefined && { build } },
    mine: who === undefined ? {} : answersOf(room, who),
    ...who !== undefined && { nth: newestNthOf(room, who) },
    home,
    ...role === 'phone' && { elsewhere },
    ...role === 'phone' && elsewhere && who !== undefined && host !== undefined && { maybeAnswered: maybeAnsweredBy(who, host) },
  })

  function beat(): Extract<ServerMessage, { type: 'beat' }> {
    return { type: 'beat', seq: room.changedSeq, isSpeakerHere: clients.isSteered() }
  }
  const beating = setInterval(clients.tell, BEAT_MS, beat)

  return {
    join(client) {
      // Its line was up, and who it is came after the end: nobody tells it anything here.
      if (isOver) {
        client.drop()
        return true
      }
      return clients.join(client)
    },
    leave: clients.leave,
    asked: clients.asked,
    take(message, client) {
      if (message.type === 'hello') {
        clients.hasLine(client.role, message.who)
        return Promise.resolve(snapshot({ role: client.role, who: message.who, host: client.host }))
      }
      if (message.type === 'vote')
        return answer(message, client.role, client.who !== undefined)
      const answered = commands.then(() => answer(message, client.role))
      commands = answered
      return answered
    },
    snapshot,
    countedSeq,
    beat,
    results: () => resultsOf(room),
    size: clients.size,
    stop() {
      isOver = true
      counting.stop()
      clearInterval(beating)
      clients.drop()
    },
  }
}
