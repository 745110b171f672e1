import type { AskedQuestion } from '../../core/course.ts'
import type { RoomCourse } from '../../core/room/decide.ts'
import type { EventBody } from '../../core/room/events.ts'
import type { Ballot, RoomState as Folded } from '../../core/room/fold.ts'
import type { BallotTally, Command, Role } from '../../core/room/messages.ts'
import type { RoomState } from './connectRoom.ts'
import type { JoinedRoom } from './roomKey.ts'
import { shallowRef } from 'vue'
import { decide } from '../../core/room/decide.ts'
import { apply, ballotFor, emptyRoom } from '../../core/room/fold.ts'
import { emptyOutbox, withAck, withVote } from '../../core/room/outbox.ts'
import { beliefTallyOf, movesBetween, tallyOf } from '../../core/room/tally.ts'
import { answersOf, roomView } from '../../core/room/view.ts'

/** A whole room in memory, with the same rules as on the server: for looking at the views and testing them. */
export interface MemoryRoom {
  /** @returns the room as one browser of this role sees it */
  join: (role: Role, who?: string) => JoinedRoom & { setLine: (line: RoomState['line']) => void }
  /** Something happens in it, whoever did it */
  happen: (body: EventBody) => void
}

const ORIGIN = 'http://192.168.1.20:3030'

/** @returns a room of these slides, in which nothing was asked yet */
export function memoryRoom(agenda: string[], questionOf: (id: string) => (AskedQuestion & { revision: number }) | undefined): MemoryRoom {
  const folded = emptyRoom()
  const course: RoomCourse = { question: questionOf, hasSection: () => true }
  const listeners: (() => void)[] = []
  let count = 0
  const idOf = (seq: number) => `event-${seq}`.padEnd(16, '_')

  function votesOf({ votes }: Ballot) {
    return Array.from(votes, ([who, { seq, response }]) => ({ who, seq, response }))
  }
  function tallyFor(ballot: Ballot, room: Folded): BallotTally | undefined {
    if ('belief' in ballot.subject)
      return { belief: beliefTallyOf(votesOf(ballot)) }
    const question = questionOf(ballot.subject.question)
    const first = ballot.round === 2 ? ballotFor(room, ballot.subject, 1) : undefined
    return question && { question: tallyOf(question, votesOf(ballot)), ...first && { moves: movesBetween(question, votesOf(first), votesOf(ballot)) } }
  }

  function happen(body: EventBody): void {
    count++
    apply(folded, { seq: count, id: idOf(count), atMs: Date.now(), body })
    listeners.forEach(listen => listen())
  }
  happen({ kind: 'opened', code: 'K7QPM', build: '', agenda })

  return {
    happen,
    join(role, who = 'somebody') {
      const look = (line: RoomState['line'], outbox = emptyOutbox): RoomState => ({ line, role, room: roomView(folded, role, tallyFor, 34), mine: answersOf(folded, who), outbox, clockOffsetMs: 0, silentMs: 0 })
      const state = shallowRef(look('socket'))
      const isBack = () => state.value.line === 'socket'
      listeners.push(() => state.value = isBack() ? look('socket', state.value.outbox) : state.value)

      function sendWaiting(): void {
        for (const vote of state.value.outbox.waiting) {
          const decision = decide(folded, vote, role, course)
          if ('body' in decision)
            happen(decision.body)
          state.value = look('socket', withAck(state.value.outbox, vote.id))
        }
      }
      return {
        code: 'K7QPM',
        base: `${ORIGIN}/room/K7QPM/`,
        state,
        vote(vote) {
          state.value = { ...state.value, outbox: withVote(state.value.outbox, { v: 1, id: idOf(count + 1000), type: 'vote', who, ...vote }) }
          if (isBack())
            sendWaiting()
        },
        async command(command) {
          const decision = decide(folded, { v: 1, id: idOf(count + 1), ...command } as Command, role, course)
          if ('refused' in decision)
            return decision.refused
          happen(decision.body)
        },
        setLine(line) {
          state.value = line === 'socket' ? look(line, state.value.outbox) : { ...state.value, line }
          if (isBack())
            sendWaiting()
        },
      }
    },
  }
}
