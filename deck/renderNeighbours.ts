import { useNav } from '@slidev/client/composables/useNav.ts'
import { onMounted, watch } from 'vue'

/**
 * Renders the slides beside the shown one when the browser is idle, so that a step only has to paint. Not all slides,
 * as Slidev would: a long deck would be busy for seconds. deck.css keeps them laid out and out of sight.
 */
export function renderNeighbours(): void {
  const { currentSlideNo, slides } = useNav()
  let first = 0
  function prerender() {
    first ||= currentSlideNo.value
    // Once the deck has moved, the code of the slide after next is loaded, too, so that it is there to render in its turn.
    const ahead = currentSlideNo.value === first ? 1 : 2
    for (const slide of slides.value) {
      const away = Math.abs(slide.no - currentSlideNo.value)
      if (away <= ahead)
        slide.load()
      // Slidev renders the slides that have this flag.
      slide.meta.__preloaded = away <= 1
    }
  }
  onMounted(() => watch(currentSlideNo, () => {
    // Safari has no idle callback; a short wait does there.
    if ('requestIdleCallback' in window)
      requestIdleCallback(prerender, { timeout: 1000 })
    else
      setTimeout(prerender, 300)
  }, { immediate: true }))
}
