import type { Belief } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject } from '../json.ts'
import { evidenceLevels } from '../scales.ts'
import { compare, isSlug, isTime, listPart, objectsFrom, soundOf } from './part.ts'

function isBelief(value: unknown): value is Belief {
  return isObject(value) && isSlug(value.section) && (value.moment === 'before' || value.moment === 'after')
    && typeof value.approved === 'boolean' && typeof value.evidence === 'string' && (evidenceLevels as readonly string[]).includes(value.evidence) && isTime(value.atMs)
}

export const beliefs: ProgressPart<Belief[]> = {
  ...listPart((a, b) => a.atMs - b.atMs || compare(JSON.stringify(a), JSON.stringify(b))),
  pack: beliefs => beliefs,
  // The first version of the course had none.
  read: (packed = []) => soundOf(packed, isBelief, ({ section, moment, approved, evidence, atMs }) => ({ section, moment, approved, evidence, atMs })),
  salvage: text => objectsFrom(text, /\{"section":"[a-z0-9-]{1,80}","moment"/g, /"atMs":\d+\}/),
}
