/*
 * The one file that knows Slidev's private parts (its injection keys and the shape of its slide routes); what its
 * dialogs are made of stands in deckDialogs.ts, which is loaded when one opens. tests/e2e walks every slide and reading
 * page and fails when a new version moves them.
 */
import type { SlideRoute } from '@slidev/client'
import type { ComputedRef, ShallowRef } from 'vue'
import type { Router } from 'vue-router'
import type { SlidePlace } from './useSlidePlace.ts'
import { useDarkMode } from '@slidev/client/composables/useDarkMode.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { injectionCurrentPage, injectionRenderContext } from '@slidev/client/constants.ts'
import { currentOverviewPage } from '@slidev/client/logic/overview.ts'
import { showGotoDialog, showOverview } from '@slidev/client/state/index.ts'
import { contents } from 'virtual:course/contents'
import { ids } from 'virtual:course/deck'
import { computed, defineAsyncComponent, inject, nextTick, ref, toValue, watch } from 'vue'
import { slides as slidevSlides } from '#slidev/slides'
import { sectionOf } from '../core/course.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { focusHeading } from './slideHeading.ts'

const slides = slidevSlides as unknown as ShallowRef<SlideRoute[]>

const isIn = (section: string | undefined, slide: string | null) => slide !== null && sectionOf(slide) === section

/** Which slide the calling component stands on, as Slidev's renderer tells it. */
export function spotOnDeck(): Omit<SlidePlace, 'reading'> {
  const no = toValue(inject(injectionCurrentPage, ref(0)))
  const { currentSlideNo } = useNav()
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
    isCurrent: () => currentSlideNo.value === no,
  }
}

export interface Deck {
  no: ComputedRef<number>
  total: ComputedRef<number>
  id: ComputedRef<string | null>
  title: ComputedRef<string>
  /** What a screen reader says of a slide that has come */
  said: ComputedRef<string>
  next: () => Promise<void>
  prev: () => Promise<void>
  /** Draws the slides beside the current one behind it, so that a step is at once there */
  warmNeighbours: () => void
}

/** The running deck: where it is, and how to move it. */
export function useDeck(): Deck {
  const { currentSlideNo, currentSlideRoute, total, next, prev } = useNav()
  const title = computed<string>(() => currentSlideRoute.value?.meta.slide?.frontmatter.title ?? '')
  let opened = 0
  return {
    no: currentSlideNo,
    total,
    id: computed(() => ids[currentSlideNo.value - 1] ?? null),
    title,
    said: computed(() => `Slide ${currentSlideNo.value} of ${total.value}: ${title.value}`),
    next,
    prev,
    warmNeighbours() {
      // Who goes through the deck has what the one after next needs, too, when its turn to be drawn comes.
      opened ||= currentSlideNo.value
      const ahead = currentSlideNo.value === opened ? 1 : 2
      for (const slide of slides.value) {
        const away = Math.abs(slide.no - currentSlideNo.value)
        if (away <= ahead)
          slide.load()
        // Slidev draws what bears this mark. Not all of them: a long deck would be drawn for seconds.
        slide.meta.__preloaded = away <= 1
      }
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

/**
 * Letters and signs that do something by themselves (o, g, d, f): a learner may switch them off (WCAG 2.1.4), and with
 * Ctrl, Alt or Meta they are the browser's. Arrows, space and Escape stay.
 */
export function guardKeys(): void {
  const store = useSettingsStore()
  document.addEventListener('keydown', (event) => {
    if (/^[a-z`]$/i.test(event.key) && (store.settings.keys === 'off' || event.ctrlKey || event.altKey || event.metaKey))
      event.stopPropagation()
  }, true)
}

/** Slidev's overview and its field to go to a slide get what they lack for a keyboard and a screen reader. */
export function followDialogs(): void {
  const titleOf = (no: number): string => slides.value[no - 1]?.meta.slide?.frontmatter.title ?? ''
  watch([showOverview, showGotoDialog], async ([overview, goto]) => {
    if (overview || goto) {
      // Without it they can still be used, as Slidev made them.
      const dialogs = await import('./deckDialogs.ts').catch(() => undefined)
      overview && dialogs?.nameOverview(showOverview, currentOverviewPage, titleOf)
      goto && dialogs?.nameGoto()
    }
    else {
      await nextTick()
      if (document.activeElement === document.body)
        focusHeading()
    }
  }, { flush: 'post' })
}

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

/** Slidev's view for who speaks: the slide, the next one, notes and clock. */
export const PresenterStage = defineAsyncComponent(() => import('@slidev/client/pages/presenter.vue'))

/** Slidev's stage: the scaled slide with its keys and swipes. */
export const DeckStage = defineAsyncComponent(() => import('@slidev/client/pages/play.vue'))
