import type { MatchQuestion } from './match.schema.ts'
import { pairing } from './pairing.ts'

/** Match each item with its partner: the share of items with the right partner. */
export const match = pairing<MatchQuestion>(question => question.targets, count => count === 1
  ? 'One item has no partner yet.'
  : `${count} items have no partner yet.`)
