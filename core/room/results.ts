import type { Round, Subject, Voted } from './events.ts'
import type { RoomState } from './fold.ts'

/** What a speaker may keep of a room: every vote that counts, and nobody's name. */
export interface RoomResults {
  code: string
  ballots: {
    subject: Subject
    round: Round
    openedAtMs: number
    votes: (Pick<Voted, 'response' | 'confidence'> & {
      /** The same number for the same person throughout this file, 1-based, by chance of who came first */
      person: number
    })[]
  }[]
}

/** @returns the votes of a room, with numbers in the place of people */
export function resultsOf({ code, ballots }: RoomState): RoomResults {
  const people = new Map<string, number>()
  const numberOf = (who: string) => people.get(who) ?? people.set(who, people.size + 1).size
  return {
    code,
    ballots: ballots.filter(({ voided }) => !voided).map(({ subject, round, openedAtMs, votes }) => ({
      subject,
      round,
      openedAtMs,
      votes: Array.from(votes, ([who, { response, confidence }]) => ({ person: numberOf(who), response, ...confidence && { confidence } })),
    })),
  }
}
