import type { Ref } from 'vue'
import { nextTick, onMounted, ref } from 'vue'

/** Controls whose state a browser keeps before any script runs: what is set by hand differs from what the page says. */
function wasTouched(control: Element): boolean {
  if (control instanceof HTMLInputElement)
    return control.type === 'radio' || control.type === 'checkbox' ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
  return control instanceof HTMLSelectElement && Array.from(control.options).some(option => option.selected !== option.defaultSelected)
}

/** Lets everything under `root` learn what was set and pressed while no script was there to hear it (site/early.ts). */
export function replay(root: Element): void {
  for (const control of root.querySelectorAll('input, select')) {
    if (!wasTouched(control) || control.closest('[data-asleep]'))
      continue
    for (const type of ['input', 'change'])
      control.dispatchEvent(new Event(type, { bubbles: true }))
  }
  const early = window.wanderingNerve?.clicks ?? []
  for (const button of early.splice(0)) {
    if (root.contains(button) && !button.closest('[data-asleep]'))
      button.click()
    else
      early.push(button)
  }
}

/**
 * A part of a page that was drawn at build time: `false` at its first drawing, which must be as it was drawn then, and
 * `true` once it is alive. `root` carries `data-asleep` until then; nothing that was pressed meanwhile is lost.
 */
export function useAwake(root: Ref<HTMLElement | null | undefined>): Ref<boolean> {
  const awake = ref(false)
  onMounted(async () => {
    awake.value = true
    await nextTick()
    if (root.value)
      replay(root.value)
  })
  return awake
}
