import type { SortQuestion } from './sort.schema.ts'
import type { PublicBase, PublicOption } from './type.ts'
import { pairing } from './pairing.ts'
import { publicOptions } from './type.ts'

export interface PublicSort extends PublicBase {
  type: 'sort'
  options: Record<string, PublicOption>
  /** In the order shown, which is that of the file */
  bins: Record<string, string>
}

/** Sort items into named bins: the share of items in the right bin. */
export const sort = pairing<SortQuestion, PublicSort>(question => question.bins, 'bins', {
  publicPart: ({ type, options, bins }) => ({ type, options: publicOptions(options), bins }),
})
