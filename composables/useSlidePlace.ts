import type { InjectionKey, Ref } from 'vue'
import { inject, provide } from 'vue'

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
  /**
   * What this copy is: a part of a page; the slide on the stage or in the presenter's view, to be operated; a picture
   * of a slide (next slide, overview); `bare` outside of slides
   */
  as: 'page' | 'stage' | 'presenter' | 'picture' | 'bare'
  /** Is it the slide that is shown? The deck keeps its neighbours ready behind it. */
  isCurrent: () => boolean
  /** Calls `shown` each time this slide is the one shown and is painted, once its element is there; never outside of the stage. */
  onShown: (element: Ref<HTMLElement | undefined>, shown: () => void) => void
  /** Is what a guess comes before shown? On a page and on paper it always is. */
  isRevealed: () => boolean
  reveal: () => void
  /** Whose is what is done here: the learner's own, or that of a group in front of a talk; not known yet when a window opens */
  keeper: () => 'learner' | 'group' | undefined
}

/** Is it drawn on the canvas of a slide, to be operated or as a picture? */
export const isOnSlide = ({ as }: Pick<SlidePlace, 'as'>): boolean => as !== 'page' && as !== 'bare'

/** Outside of slides. */
export const outsideOfSlides: SlidePlace = { id: null, section: null, part: 0, parts: 0, done: 0, no: 0, total: 0, as: 'bare', isCurrent: () => true, onShown: () => {}, isRevealed: () => true, reveal: () => {}, keeper: () => 'learner' }

/** What says which slide this is: the deck, or a page that draws slides as text. */
export const slidePlaceKey: InjectionKey<() => SlidePlace> = Symbol('slide place')

/** Tells everything below that it stands on a page, in the part that has this slide's words. */
export function provideSlidePlace(place: Pick<SlidePlace, 'id' | 'section' | 'part' | 'parts'>): void {
  provide(slidePlaceKey, () => ({ ...outsideOfSlides, ...place, as: 'page' }))
}

/** @returns where the calling component stands */
export function useSlidePlace(): SlidePlace {
  return inject(slidePlaceKey, () => outsideOfSlides, false)()
}
