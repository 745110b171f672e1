import type { Ref } from 'vue'
import { nextTick, watch } from 'vue'
import { holdPresses } from './pressGuard.ts'

/**
 * In a run of questions: at each step the page is at its top, and the focus on the element there that says what has
 * come. What stands under the finger by then hears no second press.
 */
export function useStep(at: Ref<number>, top: Ref<HTMLElement | undefined>): void {
  watch(at, async () => {
    holdPresses(document.body)
    await nextTick()
    window.scrollTo(0, 0)
    top.value?.focus()
  })
}
