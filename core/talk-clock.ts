/** The clock of a talk, as the last press left it. A plain value: it goes on by itself in every window that has it. */
export interface TalkClock {
  runs: boolean
  /** When it was pressed */
  atMs: number
  /** What it had counted by then */
  countedMs: number
}

export const stoppedClock: TalkClock = { runs: false, atMs: 0, countedMs: 0 }

const MINUTE_MS = 60_000

/** @returns how long the talk has gone on */
export function countedMs({ runs, atMs, countedMs }: TalkClock, nowMs: number): number {
  return runs ? countedMs + Math.max(0, nowMs - atMs) : countedMs
}

/** @returns the clock started, or paused where it ran */
export function pressed(clock: TalkClock, nowMs: number): TalkClock {
  return { runs: !clock.runs, atMs: nowMs, countedMs: countedMs(clock, nowMs) }
}

/**
 * @param minutes of each slide, in order
 * @param at which slide is shown, 0-based
 * @param countedMs how long the talk has gone on
 * @returns by how many whole minutes it is ahead of these minutes; negative where it is behind, 0 within the slide's own time
 */
export function minutesAhead(minutes: readonly number[], at: number, countedMs: number): number {
  const beginsMs = minutes.slice(0, at).reduce((sum, slide) => sum + slide, 0) * MINUTE_MS
  const endsMs = beginsMs + (minutes[at] ?? 0) * MINUTE_MS
  // The last slide may stay for as long as it is shown.
  if (countedMs > endsMs && at < minutes.length - 1)
    return -Math.floor((countedMs - endsMs) / MINUTE_MS) || 0
  return countedMs < beginsMs ? Math.floor((beginsMs - countedMs) / MINUTE_MS) : 0
}

/** @returns the minutes that the notes of a slide, as text or as HTML, give it, 0 where they say none */
export function minutesOfNote(note = ''): number {
  return Number(/^(?:<p>)?Minutes:\s*(\d+(?:\.\d+)?)/m.exec(note)?.[1] ?? 0)
}

/** @returns a span as minutes and seconds, such as 7:05; -0:30 where it is over */
export function asClock(ms: number): string {
  const seconds = Math.abs(Math.trunc(ms / 1000))
  return `${ms <= -1000 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
