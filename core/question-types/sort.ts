import type { SortQuestion } from './sort.schema.ts'
import { pairing } from './pairing.ts'

/** Sort items into named bins: the share of items in the right bin. */
export const sort = pairing<SortQuestion>(question => question.bins, count => count === 1
  ? 'One item is not sorted yet.'
  : `${count} items are not sorted yet.`)
