import type { Progress } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { isObject } from '../json.ts'
import { compare, isId, isTime } from './part.ts'

type Seen = Progress['seen']

/** In the order of ids, whoever knew a slide first. */
function inOrder(entries: [string, number][]): Seen {
  return Object.fromEntries(entries.sort((a, b) => compare(a[0], b[0])))
}

export const seen: ProgressPart<Seen> = {
  empty: () => ({}),
  merge(a, b) {
    const both = { ...a }
    for (const [slide, atMs] of Object.entries(b))
      both[slide] = Math.min(atMs, both[slide] ?? atMs)
    return inOrder(Object.entries(both))
  },
  without: (a, b) => inOrder(Object.entries(a).filter(([slide]) => !(slide in b))),
  count: seen => Object.keys(seen).length,
  pack: seen => seen,
  read(packed) {
    const entries = isObject(packed) ? Object.entries(packed) : []
    const sound = entries.filter((entry): entry is [string, number] => isId(entry[0]) && isTime(entry[1]))
    return { part: Object.fromEntries(sound), lost: !isObject(packed) || sound.length < entries.length }
  },
  salvage: text => Object.fromEntries(Array.from(text.matchAll(/"([a-z0-9-]{1,80}\.[a-z0-9-]{1,80})":(\d{1,16})(?=[,}])/g), ([, slide, atMs]) => [slide, Number(atMs)])),
}
