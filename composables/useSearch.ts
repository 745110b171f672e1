import type { ComputedRef, Ref } from 'vue'
import type { SearchHit } from '../core/search.ts'
import { computed, ref, shallowRef } from 'vue'
import { searchOptions } from '../core/search.ts'

const find = shallowRef<(words: string) => SearchHit[]>()
const failed = ref(false)
let loading: Promise<void> | undefined

/** A lost connection must not be remembered: the next try loads anew. */
async function load(): Promise<void> {
  failed.value = false
  loading ??= Promise.all([import('minisearch'), import('virtual:course/search')]).then(([{ default: MiniSearch }, { index }]) => {
    const engine = MiniSearch.loadJSON<SearchHit>(index, { ...searchOptions, fields: [...searchOptions.fields], storeFields: [...searchOptions.storeFields] })
    find.value = words => engine.search(words) as unknown as SearchHit[]
  })
  try {
    await loading
  }
  catch {
    loading = undefined
    failed.value = true
  }
}

/** The search of the course: its index is loaded when it is first asked for, and works without a connection from then on. */
export function useSearch(words: () => string): { hits: ComputedRef<SearchHit[] | undefined>, failed: Ref<boolean>, load: () => Promise<void> } {
  load()
  return { hits: computed(() => find.value?.(words())), failed, load }
}
