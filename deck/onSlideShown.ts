import type { Ref } from 'vue'
import type { SlidePlace } from '../composables/useSlidePlace.ts'
import { onMounted, watch } from 'vue'
import { nextPaint } from '../composables/nextPaint.ts'

/**
 * For a slide on the stage.
 * @param root the slide's element
 * @param place where it is
 * @param onShown called when the slide is the one shown and is painted: at once, and each time it comes back
 */
export function onSlideShown(root: Ref<HTMLElement | undefined>, place: SlidePlace, onShown: (slide: HTMLElement) => void): void {
  onMounted(() => {
    // A neighbour with `content-visibility: hidden` is not laid out by itself, and a step would wait for it.
    if (!place.isCurrent())
      setTimeout(() => root.value?.getBoundingClientRect())
    watch(place.isCurrent, async (isCurrent) => {
      if (!isCurrent)
        return
      await nextPaint()
      if (place.isCurrent() && root.value)
        onShown(root.value)
    }, { immediate: true, flush: 'post' })
  })
}
