import { useDarkMode } from '@slidev/client/composables/useDarkMode.ts'
import { watch } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'

/** Slidev has a switch of its own for light and dark, on the key d; it and the learner's setting say the same. */
export function followSettings(): void {
  const store = useSettingsStore()
  const { isDark } = useDarkMode()
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
  watch(() => store.settings.scheme, scheme => isDark.value = scheme === 'dark' || (scheme === 'auto' && prefersDark.matches), { immediate: true })
  watch(isDark, dark => store.change({ scheme: dark === prefersDark.matches ? 'auto' : dark ? 'dark' : 'light' }))
}
