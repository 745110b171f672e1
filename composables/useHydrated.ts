import type { Ref } from 'vue'
import { nextTick, onMounted, ref } from 'vue'
import { allowPresses } from './pressGuard.ts'
import { replay } from './replay.ts'

/** Resolves when what one step of a replay changed is drawn. That it comes at once is no haste of the learner's. */
export async function replayedStep(): Promise<void> {
  await nextTick()
  allowPresses()
}

/** Lets everything under `root` learn what was set and pressed while no script was there to hear it. */
export async function replayEarly(root: Element): Promise<void> {
  if (!window.coursePage)
    return
  await replayedStep()
  await replay(root, window.coursePage.early, replayedStep)
}

/**
 * A part of a page that was prerendered: `false` at its first render, which must be as it was prerendered, and
 * `true` once it is hydrated. `root` carries `data-hydrating` until then; nothing that was pressed meanwhile is lost.
 */
export function useHydrated(root: Ref<HTMLElement | null | undefined>): Ref<boolean> {
  const hydrated = ref(false)
  onMounted(async () => {
    hydrated.value = true
    if (root.value)
      await replayEarly(root.value)
  })
  return hydrated
}
