import type { ComputedRef, Ref } from 'vue'
import type { Headline } from '../core/headlines.schema.ts'
import { computed, ref, shallowRef } from 'vue'

const bank = shallowRef<Headline[]>()
const failed = ref(false)

/** The bank is a chunk of its own; a lost connection is not remembered. */
async function load(): Promise<void> {
  failed.value = false
  try {
    bank.value ??= (await import('virtual:course/headlines')).headlines
  }
  catch {
    failed.value = true
  }
}

/** The invented headlines; `undefined` until they are there. */
export function useHeadlines(): { headlines: Ref<Headline[] | undefined>, failed: Ref<boolean>, load: () => Promise<void> } {
  load()
  return { headlines: bank, failed, load }
}

/** @returns one headline, `undefined` until it is there */
export function useHeadline(id: () => string): ComputedRef<Headline | undefined> {
  load()
  return computed(() => bank.value?.find(headline => headline.id === id()))
}
