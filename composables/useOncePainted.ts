import type { Ref } from 'vue'
import { ref, watch } from 'vue'

/**
 * For what may come a frame later than the rest, so that the rest is there sooner.
 * @returns `true` from the start where `condition` holds already, else once a frame is painted since it came to hold;
 * `false` as soon as it does not hold
 */
export function useOncePainted(condition: () => boolean): Ref<boolean> {
  const painted = ref(condition())
  watch(condition, (holds, _, onCleanup) => {
    painted.value = false
    if (!holds)
      return
    let timer = 0
    const frame = requestAnimationFrame(() => timer = window.setTimeout(() => painted.value = true))
    onCleanup(() => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    })
  })
  return painted
}
