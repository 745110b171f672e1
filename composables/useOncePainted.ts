import type { Ref } from 'vue'
import { ref, watch } from 'vue'
import { nextPaint } from './nextPaint.ts'

/**
 * For what may come a frame later than the rest, so that the rest is there sooner.
 * @returns `true` from the start where `condition` holds already, else once a frame is painted since it came to hold;
 * `false` as soon as it does not hold
 */
export function useOncePainted(condition: () => boolean): Ref<boolean> {
  const painted = ref(condition())
  watch(condition, async (holds, _, onCleanup) => {
    let isOver = false
    onCleanup(() => isOver = true)
    painted.value = false
    if (!holds)
      return
    await nextPaint()
    painted.value = !isOver
  })
  return painted
}
