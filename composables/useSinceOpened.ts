import type { ComputedRef } from 'vue'
import { computed, nextTick, onMounted, ref } from 'vue'

/** @returns whether this came true since the page was opened: what moves to tell of it moves once, and not at each visit */
export function useSinceOpened(isSo: () => boolean): ComputedRef<boolean> {
  const was = ref(true)
  onMounted(async () => {
    // Progress is loaded once the page is mounted.
    await nextTick()
    was.value = isSo()
  })
  return computed(() => isSo() && !was.value)
}
