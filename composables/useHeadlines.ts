import type { ComputedRef, Ref } from 'vue'
import type { Headline } from '../core/headlines.schema.ts'
import { computed } from 'vue'
import { loadOnce } from './loadOnce.ts'

const { data: headlines, failed, want } = loadOnce(() => import('virtual:course/headlines').then(module => module.headlines))

/** The invented headlines, a chunk of its own; `undefined` until they are there. */
export function useHeadlines(): { headlines: Ref<Headline[] | undefined>, failed: Ref<boolean> } {
  want()
  return { headlines, failed }
}

/** @returns one headline, `undefined` until it is there */
export function useHeadline(id: () => string): ComputedRef<Headline | undefined> {
  want()
  return computed(() => headlines.value?.find(headline => headline.id === id()))
}
