import type { Ref } from 'vue'
import { onMounted, watch } from 'vue'
import { nextPaint } from '../composables/nextPaint.ts'
import { dropFirstSlide } from './firstSlide.ts'

let isOpened = false

/**
 * For a slide on the stage.
 * @param root the slide's element
 * @param isCurrent whether it is the slide that is shown
 * @param onShown called when the slide is the one shown and is painted: at once, and each time it comes back. `opening` says that the deck was opened here
 */
export function onSlideShown(root: Ref<HTMLElement | undefined>, isCurrent: () => boolean, onShown: (slide: HTMLElement, opening: boolean) => void): void {
  onMounted(() => {
    // By the slide and not by the first call: somebody may step on before the first slide is painted.
    let opening = isCurrent() && !isOpened
    isOpened ||= opening
    // A neighbour with `content-visibility: hidden` is not laid out by itself, and a step would wait for it.
    if (!isCurrent())
      setTimeout(() => root.value?.getBoundingClientRect())
    watch(isCurrent, async (isNow) => {
      if (!isNow) {
        opening = false
        return
      }
      await nextPaint()
      dropFirstSlide()
      if (isCurrent() && root.value)
        onShown(root.value, opening)
    }, { immediate: true, flush: 'post' })
  })
}
