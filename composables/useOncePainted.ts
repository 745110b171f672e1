import type { Ref } from 'vue'
import { ref, watch } from 'vue'
import { nextPaint } from './nextPaint.ts'

/**
 * For what may come a frame later than the rest, so that the rest is there sooner.
 * @returns `true` once a frame is painted since `condition` came to hold, `false` as soon as it does not hold
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
    painted.value = !isOver
  }, { immediate: true })
  return painted
}
