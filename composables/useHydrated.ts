import type { Ref } from 'vue'
import { nextTick, onMounted, ref } from 'vue'

/** Lets everything under `root` learn what was set and pressed while no script was there to hear it (site/early.ts). */
export function replay(root: Element): void {
  const { controls = new Map(), clicks = [] } = window.wanderingNerve ?? {}
  const isHydrated = (element: Element) => root.contains(element) && !element.closest('[data-hydrating]')
  for (const [control, state] of controls) {
    if (!isHydrated(control))
      continue
    controls.delete(control)
    // Coming alive, a control shows what the learner's progress says, and that knows nothing of it yet.
    Object.assign(control, state)
    for (const type of ['input', 'change'])
      control.dispatchEvent(new Event(type, { bubbles: true }))
  }
  for (const button of clicks.splice(0)) {
    if (isHydrated(button))
      button.click()
    else
      clicks.push(button)
  }
}

/**
 * A part of a page that was drawn at build time: `false` at its first drawing, which must be as it was drawn then, and
 * `true` once it is hydrated. `root` carries `data-hydrating` until then; nothing that was pressed meanwhile is lost.
 */
export function useHydrated(root: Ref<HTMLElement | null | undefined>): Ref<boolean> {
  const hydrated = ref(false)
  onMounted(async () => {
    hydrated.value = true
    await nextTick()
    if (root.value)
      replay(root.value)
  })
  return hydrated
}
