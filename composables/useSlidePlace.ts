import type { InjectionKey } from 'vue'
import { inject, provide } from 'vue'
import { useReading } from './useReading.ts'

/** A slide as the component inside it sees itself. */
export interface SlidePlace {
  /** `<section>.<id>`, or `null` on a slide that belongs to no section */
  id: string | null
  section: string | null
  sectionTitle?: string
  /** Which section of how many it is, 1-based; 0 where it belongs to none */
  part: number
  parts: number
  /** How much of the section is behind this slide, from 0 to 1 */
  done: number
  /** 1-based; 0 outside of the deck */
  no: number
  total: number
  reading: boolean
  /** Where this copy is drawn; only `slide` and `presenter` are meant to be operated */
  context: 'slide' | 'presenter' | 'previewNext' | 'overview' | 'none'
  /** Is it the slide that is shown? The deck keeps its neighbours ready behind it. */
  isCurrent: () => boolean
}

type Place = Omit<SlidePlace, 'reading'>

/** Outside of slides. */
export const outsideOfSlides: Place = { id: null, section: null, part: 0, parts: 0, done: 0, no: 0, total: 0, context: 'none', isCurrent: () => true }

/** What says which slide this is: the deck, or a page that draws slides as text. */
export const slidePlaceKey: InjectionKey<() => Place> = Symbol('slide place')

/** Makes everything below believe that it stands on this slide. */
export function provideSlidePlace(place: Pick<SlidePlace, 'id' | 'section' | 'part' | 'parts'>): void {
  provide(slidePlaceKey, () => ({ ...outsideOfSlides, ...place, context: 'slide' }))
}

/** @returns where the calling component stands; outside of slides `id` is `null` and `context` is `none` */
export function useSlidePlace(): SlidePlace {
  return { ...inject(slidePlaceKey, () => outsideOfSlides, false)(), reading: useReading() }
}
