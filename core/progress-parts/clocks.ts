import type { ClockReading } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject } from '../json.ts'
import { base36, entriesOf, fromBase36, isTime, listPart, soundOf, untilLastEntry } from './part.ts'

function unpack(list: string): unknown[] {
  return entriesOf(list).map((entry) => {
    const [at, clock, ...more] = entry.split(' ')
    return more.length > 0 ? undefined : { atMs: fromBase36(at), clockMs: fromBase36(clock) }
  })
}

function isReading(value: unknown): value is ClockReading {
  return isObject(value) && isTime(value.atMs) && isTime(value.clockMs)
}

export const clocks: ProgressPart<ClockReading[]> = {
  ...listPart((a, b) => a.atMs - b.atMs || a.clockMs - b.clockMs),
  // Nearly nobody has any.
  pack: clocks => clocks.length === 0 ? undefined : clocks.map(({ atMs, clockMs }) => `${base36(atMs)} ${base36(clockMs)};`).join(''),
  read: (packed = '') => soundOf(typeof packed === 'string' ? unpack(packed) : packed, isReading, ({ atMs, clockMs }) => ({ atMs, clockMs })),
  salvage: text => untilLastEntry(/"clocks":"([^"]*)/.exec(text)?.[1] ?? ''),
}
