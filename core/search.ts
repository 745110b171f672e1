import { normalise } from './find.ts'

/** What search finds, in the order in which it is shown. */
const searchKinds = ['slide', 'verdict', 'term', 'quiz'] as const

export type SearchKind = (typeof searchKinds)[number]

/** One thing that can be found. */
export interface SearchDocument {
  id: string
  kind: SearchKind
  title: string
  /** What stands beside the title: its section, or what a term means */
  where: string
  /** The address it leads to */
  to: string
  /** Found by, and not shown */
  text: string
}

export type SearchHit = Omit<SearchDocument, 'text'>

/** They stand everywhere and tell nothing apart. */
const commonWords = new Set('a an and are as at be but by did do does for from had has have how if in into is it its more no not of on one or so than that the their them then there these they this to was we were what when where which who with without you'.split(' '))

/** @returns the word as it is indexed, `null` for one that is not */
function indexed(word: string): string | null {
  const plain = normalise(word)
  return commonWords.has(plain) ? null : plain
}

/** How the index is made at build time and read in the browser; both must say the same. */
export const searchOptions = {
  fields: ['title', 'text'],
  storeFields: ['kind', 'title', 'where', 'to'],
  processTerm: indexed,
  searchOptions: {
    boost: { title: 3 },
    combineWith: 'AND',
    // A beginning of three letters is enough. Of a long word one wrong letter in five is forgiven; short ones are too like each other, as "cost" and "most".
    prefix: (word: string) => word.length > 2,
    fuzzy: (word: string) => word.length > 5 ? 0.2 : false,
  },
} as const

/** @returns the hits by kind, kinds without any left out, the best of each first and at most `most` */
export function byKind(hits: readonly SearchHit[], most: number): { kind: SearchKind, hits: SearchHit[] }[] {
  return searchKinds
    .map(kind => ({ kind, hits: hits.filter(hit => hit.kind === kind).slice(0, most) }))
    .filter(({ hits }) => hits.length > 0)
}
