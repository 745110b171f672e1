import type { MatchQuestion } from './match.schema.ts'
import type { PublicBase, PublicOption } from './type.ts'
import { pairing } from './pairing.ts'
import { publicOptions, sorted } from './type.ts'

export interface PublicMatch extends PublicBase {
  type: 'match'
  options: Record<string, PublicOption>
  targets: Record<string, string>
}

/** Match each item with its partner: the share of items with the right partner. */
export const match = pairing<MatchQuestion, PublicMatch>(question => question.targets, 'partners', {
  publicPart: ({ type, options, targets }) => ({ type, options: publicOptions(options), targets: sorted(targets) }),
  lists: ({ targets }) => ({ targets: Object.keys(targets) }),
})
