import type { ComputedRef } from 'vue'
import type { SlidePlace } from '../composables/useSlidePlace.ts'
import { useNav } from '@slidev/client/composables/useNav.ts'
import { injectionClicksContext, injectionCurrentPage, injectionRenderContext } from '@slidev/client/constants.ts'
import { contents } from 'virtual:course/contents'
import { ids } from 'virtual:course/deck'
import { computed, defineAsyncComponent, inject, ref, toValue } from 'vue'
import { partLoader } from '../composables/loadOnce.ts'
import { sectionOf } from '../core/course.ts'
import { focusOnSlideChange } from './focusOnSlideChange.ts'
import { liveRoom } from './liveRoom.ts'
import { onSlideShown } from './onSlideShown.ts'
import { talk } from './useTalk.ts'

const isIn = (section: string | undefined, slide: string | null) => slide !== null && sectionOf(slide) === section

/** What Slidev's render contexts are to us. */
const kinds = { none: 'bare', slide: 'stage', presenter: 'presenter', previewNext: 'picture', overview: 'picture' } as const

/** On paper a slide is whole, whatever a room is to guess first. */
const isPrinted = ref(false)
addEventListener('beforeprint', () => isPrinted.value = true)
addEventListener('afterprint', () => isPrinted.value = false)

/** @returns which slide the calling component stands on, as Slidev's renderer tells it */
export function placeOnDeck(): SlidePlace {
  const no = toValue(inject(injectionCurrentPage, ref(0)))
  const { currentSlideNo, next } = useNav()
  const clicks = inject(injectionClicksContext, undefined)
  const id = ids[no - 1] ?? null
  const index = contents.findIndex(section => isIn(section.id, id))
  const section = contents[index]
  const own = ids.filter(other => isIn(section?.id, other))
  const isCurrent = () => currentSlideNo.value === no
  return {
    id,
    section: section?.id ?? null,
    sectionTitle: section?.title,
    part: index + 1,
    parts: contents.length,
    done: section ? (own.indexOf(id) + 1) / own.length : 0,
    no,
    total: ids.length,
    as: kinds[toValue(inject(injectionRenderContext, ref('none' as const)))],
    isCurrent,
    onShown: (element, shown) => onSlideShown(element, isCurrent, (slide, opening) => {
      shown()
      focusOnSlideChange(slide, opening)
    }),
    isRevealed: () => isPrinted.value || !clicks || clicks.value.current >= clicks.value.total,
    reveal: () => void next(),
    // In a live room answers come from its phones, and none of this window's is its learner's.
    keeper: () => __PRESENTS__ && liveRoom.value ? 'group' : talk.keeper,
  }
}

export interface Deck {
  no: ComputedRef<number>
  total: ComputedRef<number>
  id: ComputedRef<string | null>
  title: ComputedRef<string>
  /** What a screen reader says when the slide changes */
  announcement: ComputedRef<string>
  next: () => Promise<void>
  prev: () => Promise<void>
}

/** The running deck: where it is, and how to move it. */
export function useDeck(): Deck {
  const { currentSlideNo, currentSlideRoute, total, next, prev } = useNav()
  const title = computed<string>(() => currentSlideRoute.value?.meta.slide?.frontmatter.title ?? '')
  return {
    no: currentSlideNo,
    total,
    id: computed(() => ids[currentSlideNo.value - 1] ?? null),
    title,
    announcement: computed(() => `Slide ${currentSlideNo.value} of ${total.value}: ${title.value}`),
    next,
    prev,
  }
}

/** Slidev's view for who speaks: the slide, the next one, notes and clock. */
export const PresenterStage = defineAsyncComponent(partLoader(() => import('@slidev/client/pages/presenter.vue')))

/** Slidev's stage: the scaled slide with its keys and swipes. */
export const DeckStage = defineAsyncComponent(partLoader(() => import('@slidev/client/pages/play.vue')))
