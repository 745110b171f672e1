/*
 * The one file that knows Slidev's private parts (its injection keys and the shape of its slide routes).
 * tests/e2e walks every slide and reading page and fails when a new version moves them.
 */
import type { SlideRoute } from '@slidev/client'
import type { Component, ComputedRef, ShallowRef } from 'vue'
import { useDarkMode } from '@slidev/client/composables/useDarkMode.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { injectionCurrentPage, injectionFrontmatter, injectionRenderContext, injectionRoute } from '@slidev/client/constants.ts'
import { course } from 'virtual:course'
import { computed, defineAsyncComponent, inject, provide, ref, toValue } from 'vue'
import { slides as slidevSlides } from '#slidev/slides'
import { sectionOf } from '../core/course.ts'
import { provideReading, useReading } from './useReading.ts'

const slides = slidevSlides as unknown as ShallowRef<SlideRoute[]>

/** A slide as the component inside it sees itself. */
export interface SlidePlace {
  /** `<section>.<id>`, or `null` on a slide that belongs to no section */
  id: string | null
  section: string | null
  /** 1-based */
  no: number
  total: number
  reading: boolean
  /** Where this copy is drawn; only `slide` and `presenter` are meant to be operated */
  context: 'slide' | 'presenter' | 'previewNext' | 'overview' | 'none'
}

/** @returns where the calling component stands; outside of slides `id` is `null` and `context` is `none` */
export function useSlidePlace(): SlidePlace {
  const no = toValue(inject(injectionCurrentPage, ref(0)))
  const id = course.deck[no - 1] ?? null
  return {
    id,
    section: id && sectionOf(id),
    no,
    total: course.deck.length,
    reading: useReading(),
    context: toValue(inject(injectionRenderContext, ref('none' as const))),
  }
}

/** Makes everything below believe that it stands on slide `no`, as text on a page. */
export function provideSlidePlace(no: number): void {
  const slide = slides.value[no - 1]!
  provide(injectionRoute, slide)
  provide(injectionFrontmatter, slide.meta.slide?.frontmatter ?? {})
  provide(injectionCurrentPage, ref(no))
  provide(injectionRenderContext, ref('slide' as const))
  provideReading()
}

export interface ReadableSlide {
  id: string
  no: number
  component: Component
}

/**
 * Loads a section's slides as components, in their order.
 * @throws {Error} when one cannot be loaded; Slidev itself only gives back something that is no slide
 */
export async function loadSlides(section: string): Promise<ReadableSlide[]> {
  const places = course.deck.flatMap((id, index) => id && sectionOf(id) === section
    ? [
        { id, no: index + 1 },
      ]
    : [])
  return Promise.all(places.map(async ({ id, no }) => {
    const { default: component } = await slides.value[no - 1]!.load()
    if (!component)
      throw new Error(`The slide "${id}" could not be loaded.`)
    return { id, no, component }
  }))
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
    id: computed(() => course.deck[currentSlideNo.value - 1] ?? null),
    title: computed(() => currentSlideRoute.value?.meta.slide?.frontmatter.title ?? ''),
    next,
    prev,
    warmNeighbours() {
      for (const slide of slides.value.slice(Math.max(0, currentSlideNo.value - 2), currentSlideNo.value + 2))
        slide.load()
    },
  }
}

/**
 * After a click with a pointer the focus is let go, as Slidev's keys rest while a button has it and a presenter's
 * clicker would do nothing. A keyboard's press counts no clicks and keeps its place.
 */
export function letGo(event: MouseEvent): void {
  const pressed = event.target instanceof Element && event.target.closest('button, a, summary')
  if (pressed && event.detail > 0 && document.activeElement instanceof HTMLElement)
    document.activeElement.blur()
}

/** Light or dark, as the reader chose on a slide or on a page. */
export function useScheme() {
  const { isDark, toggleDark } = useDarkMode()
  return {
    isDark,
    toggle: () => toggleDark(),
  }
}

/** Slidev's stage: the scaled slide with its keys and swipes. */
export const DeckStage = defineAsyncComponent(() => import('@slidev/client/pages/play.vue'))
