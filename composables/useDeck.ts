/*
 * The one file that knows Slidev's private parts (its injection keys and the shape of its slide routes).
 * tests/e2e walks every slide and reading page and fails when a new version moves them.
 */
import type { SlideRoute } from '@slidev/client'
import type { ComputedRef, ShallowRef } from 'vue'
import type { Router } from 'vue-router'
import type { SlidePlace } from './useSlidePlace.ts'
import { useDarkMode } from '@slidev/client/composables/useDarkMode.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { injectionCurrentPage, injectionRenderContext } from '@slidev/client/constants.ts'
import { contents } from 'virtual:course/contents'
import { ids } from 'virtual:course/deck'
import { computed, defineAsyncComponent, inject, ref, toValue, watch } from 'vue'
import { slides as slidevSlides } from '#slidev/slides'
import { sectionOf } from '../core/course.ts'
import { useSettingsStore } from '../stores/settings.ts'

const slides = slidevSlides as unknown as ShallowRef<SlideRoute[]>

const isIn = (section: string | undefined, slide: string | null) => slide !== null && sectionOf(slide) === section

/** Which slide the calling component stands on, as Slidev's renderer tells it. */
export function spotOnDeck(): Omit<SlidePlace, 'reading'> {
  const no = toValue(inject(injectionCurrentPage, ref(0)))
  const id = ids[no - 1] ?? null
  const index = contents.findIndex(section => isIn(section.id, id))
  const section = contents[index]
  const own = ids.filter(other => isIn(section?.id, other))
  return {
    id,
    section: section?.id ?? null,
    sectionTitle: section?.title,
    part: index + 1,
    parts: contents.length,
    done: section ? (own.indexOf(id) + 1) / own.length : 0,
    no,
    total: ids.length,
    context: toValue(inject(injectionRenderContext, ref('none' as const))),
  }
}

export interface Deck {
  no: ComputedRef<number>
  total: ComputedRef<number>
  id: ComputedRef<string | null>
  title: ComputedRef<string>
  next: () => Promise<void>
  prev: () => Promise<void>
  /** Fetches the slides beside the current one, so that a step is at once there */
  warmNeighbours: () => void
}

/** The running deck: where it is, and how to move it. */
export function useDeck(): Deck {
  const { currentSlideNo, currentSlideRoute, total, next, prev } = useNav()
  return {
    no: currentSlideNo,
    total,
    id: computed(() => ids[currentSlideNo.value - 1] ?? null),
    title: computed(() => currentSlideRoute.value?.meta.slide?.frontmatter.title ?? ''),
    next,
    prev,
    warmNeighbours() {
      for (const slide of slides.value.slice(Math.max(0, currentSlideNo.value - 2), currentSlideNo.value + 2))
        slide.load()
    },
  }
}

/** Slidev has a switch of its own for light and dark, on the key d; it and the learner's setting say the same. */
export function followSettings(): void {
  const store = useSettingsStore()
  const { isDark } = useDarkMode()
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
  watch(() => store.settings.scheme, scheme => isDark.value = scheme === 'dark' || (scheme === 'auto' && prefersDark.matches), { immediate: true })
  watch(isDark, dark => store.change({ scheme: dark === prefersDark.matches ? 'auto' : dark ? 'dark' : 'light' }))
}

/** May a single letter do something by itself? */
export const areKeysOn = (): boolean => useSettingsStore().settings.keys === 'on'

/** Links are plain; those from slide to slide need no new document. */
export function stayInDeck(router: Router): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]')
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin)
      return
    const path = link.pathname.slice(import.meta.env.BASE_URL.length - 1)
    if (!/^\/(?:presenter\/)?\d+$/.test(path))
      return
    event.preventDefault()
    router.push(path)
  })
}

/** Slidev's stage: the scaled slide with its keys and swipes. */
export const DeckStage = defineAsyncComponent(() => import('@slidev/client/pages/play.vue'))
