import type { ComputedRef } from 'vue'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'

/**
 * Does something when a single key is pressed where no field has the focus, unless single keys are switched off (WCAG 2.1.4).
 * @returns the key where it works, for `aria-keyshortcuts`
 */
export function useSingleKey(key: string, act: () => void): ComputedRef<string | undefined> {
  const settings = useSettingsStore()
  const hydrated = ref(false)
  const works = computed(() => !hydrated.value || settings.settings.keys === 'on')

  function onKey(event: KeyboardEvent) {
    const { ctrlKey, altKey, metaKey, repeat, target } = event
    const busy = target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog')
    if (event.key !== key || ctrlKey || altKey || metaKey || repeat || busy || event.defaultPrevented || !works.value)
      return
    // Firefox has a search of its own on some keys.
    event.preventDefault()
    act()
  }
  onMounted(() => {
    hydrated.value = true
    window.addEventListener('keydown', onKey)
  })
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
  return computed(() => works.value ? key : undefined)
}
