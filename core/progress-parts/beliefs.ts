import type { Belief } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject } from '../json.ts'
import { evidenceLevels } from '../scales.ts'
import { compare, isSlug, isTime, listPart, objectsFrom, soundOf } from './part.ts'

function isBelief(value: unknown): value is Belief {
  return isObject(value) && isSlug(value.section) && (value.moment === 'before' || value.moment === 'after')
    && typeof value.approved === 'boolean' && typeof value.evidence === 'string' && (evidenceLevels as readonly string[]).includes(value.evidence) && isTime(value.atMs)
}

// Written out, as a page that placed them may hold the same fields in another order.
const fieldsOf = ({ section, moment, approved, evidence }: Belief) => JSON.stringify([section, moment, approved, evidence])
const plain = ({ section, moment, approved, evidence, atMs }: Belief): Belief => ({ section, moment, approved, evidence, atMs })

export const beliefs: ProgressPart<Belief[]> = {
  ...listPart((a, b) => a.atMs - b.atMs || compare(fieldsOf(a), fieldsOf(b))),
  pack: beliefs => beliefs.map(plain),
  // The first version of the course had none.
  read: (packed = []) => soundOf(packed, isBelief, plain),
  salvage: text => objectsFrom(text, /\{"section":"[a-z0-9-]{1,80}","moment"/g, /"atMs":\d+\}/),
}
