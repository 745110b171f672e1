import type { Interaction } from '../../core/interaction.ts'

/** What the course tells a learning system of a learner. */
export interface Standing {
  /** The best of the quizzes, 0 … 1; only where there is something to say */
  score?: number
  passed: boolean
  completed: boolean
  /** How much of it is learned, 0 … 1 */
  progress: number
}

/** What a session leaves for the next. */
export interface Left {
  /** A text of `writeState` */
  suspendData: string
  /** Where the learner was, from the folder of the course on */
  location: string
}

/** What sessions before have left. */
export interface Found {
  /** Texts of `writeState`, the newest last: systems with several units have one of each */
  suspendData: string[]
  location: string
}

/** One session with a learning system, whatever its standard. Nothing of it throws. */
export interface Session {
  /** Characters that fit `suspendData` */
  readonly suspendLimit: number
  /** @returns what was left, or `undefined` where the system opens no session */
  start: (nowMs: number) => Found | undefined | Promise<Found | undefined>
  /** One answer; it is sent with the next `save`. */
  answered: (question: { id: string, prompt: string }, interaction: Interaction, score: number, atMs: number) => void
  /** @returns whether everything was taken; what was not is sent again with the next */
  save: (state: Left, standing: Standing) => boolean | Promise<boolean>
  /** Who learns, once it has started; only where another window of theirs would save over this one */
  readonly learner?: string
  /** How many records of this session the system does not take, however often they are sent */
  readonly refused?: number
  /** How many records wait, where all else was saved: the system took none of them yet, though it may */
  readonly delayed?: number
  /** Has nothing found again that was saved before. */
  startAfresh?: (nowMs: number) => void
  /** A page that goes runs no further than to its first wait; with time, all is taken before the end is said. */
  end: (nowMs: number, hasTime?: boolean) => void | Promise<void>
  /** Where the learner is led after the end, where the system asks for it */
  readonly returnUrl?: string
}
