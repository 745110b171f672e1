import type { Ref } from 'vue'
import { ref, watch } from 'vue'
import { nextPaint } from './nextPaint.ts'

/** At the latest after that long, however busy the page is. */
const LONGEST_WAIT_MS = 300

/** Waits until the browser has nothing better to do. Safari cannot say when that is. */
function idle(): Promise<void> {
  return new Promise(resolve => 'requestIdleCallback' in window
    ? requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS })
    : setTimeout(resolve))
}

/**
 * For what may come later than the rest, so that the rest is there sooner.
 * @returns `true` once a frame is painted since `condition` came to hold and nothing else waits; `false` as soon as it does not hold
 */
export function useOncePainted(condition: () => boolean): Ref<boolean> {
  const painted = ref(false)
  watch(condition, async (holds, _, onCleanup) => {
    let isOver = false
    onCleanup(() => isOver = true)
    painted.value = false
    if (!holds)
      return
    await nextPaint()
    await idle()
    painted.value = !isOver
  }, { immediate: true })
  return painted
}
