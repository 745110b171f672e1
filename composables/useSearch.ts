import type { ComputedRef, Ref } from 'vue'
import type { SearchHit } from '../core/search.ts'
import { computed } from 'vue'
import { searchOptions } from '../core/search.ts'
import { loadOnce } from './loadOnce.ts'

const { data: find, failed, want } = loadOnce(() => Promise.all([import('minisearch'), import('virtual:course/search')]).then(([{ default: MiniSearch }, { index }]) => {
  const engine = MiniSearch.loadJSON<SearchHit>(index, { ...searchOptions, fields: [...searchOptions.fields], storeFields: [...searchOptions.storeFields] })
  return (words: string) => engine.search(words) as unknown as SearchHit[]
}))

/** The search of the course: its index is loaded when it is first asked for, and works without a connection from then on. */
export function useSearch(words: () => string): { hits: ComputedRef<SearchHit[] | undefined>, failed: Ref<boolean> } {
  want()
  return { hits: computed(() => find.value?.(words())), failed }
}
