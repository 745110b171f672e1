import type { Ref } from 'vue'
import type { SlidePlace } from '../composables/useSlidePlace.ts'
import { onMounted, watch } from 'vue'
import { nextPaint } from '../composables/nextPaint.ts'
import { dropFirstSlide } from './firstSlide.ts'

let isOpened = false

/**
 * For a slide on the stage.
 * @param root the slide's element
 * @param place where it is
 * @param onShown called when the slide is the one shown and is painted: at once, and each time it comes back. `opening` says that the deck was opened here
 */
export function onSlideShown(root: Ref<HTMLElement | undefined>, place: SlidePlace, onShown: (slide: HTMLElement, opening: boolean) => void): void {
  onMounted(() => {
    // By the slide and not by the first call: somebody may step on before the first slide is painted.
    let opening = place.isCurrent() && !isOpened
    isOpened ||= opening
    // A neighbour with `content-visibility: hidden` is not laid out by itself, and a step would wait for it.
    if (!place.isCurrent())
      setTimeout(() => root.value?.getBoundingClientRect())
    watch(place.isCurrent, async (isCurrent) => {
      if (!isCurrent) {
        opening = false
        return
      }
      await nextPaint()
      dropFirstSlide()
      if (place.isCurrent() && root.value)
        onShown(root.value, opening)
    }, { immediate: true, flush: 'post' })
  })
}
