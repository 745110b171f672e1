import type { ComputedRef, Ref } from 'vue'
import type { Headline } from '../core/headlines.schema.ts'
import type { HeadlineOutline } from '../core/headlines.ts'
import { computed } from 'vue'
import { loadOnce, watchLoad } from './loadOnce.ts'

const { data: headlines, failed, load, want } = loadOnce(() => import('virtual:course/headlines').then(module => module.headlines))

/** The invented headlines, a chunk of its own; `undefined` until they are there. */
export function useHeadlines(): { headlines: Ref<Headline[] | undefined>, failed: Ref<boolean> } {
  want()
  return { headlines, failed }
}

/** Has them come before one is shown, for who can do without */
export const wantHeadlines = want

/** @throws {Error} when they do not come */
export const loadHeadlines = load

const outlines = loadOnce(() => import('virtual:course/headline-outlines').then(module => module.headlines))

/** What a draw needs of them, a small chunk; `undefined` until it is there. */
export function useHeadlineOutlines(): { outlines: Ref<HeadlineOutline[] | undefined>, failed: Ref<boolean> } {
  outlines.want()
  return { outlines: outlines.data, failed: outlines.failed }
}

/** @returns one headline, `undefined` until it is there; that it does not come is said at the foot of the page */
export function useHeadline(id: () => string): ComputedRef<Headline | undefined> {
  watchLoad(load()).catch(() => {})
  return computed(() => headlines.value?.find(headline => headline.id === id()))
}
