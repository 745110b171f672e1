import { useSettingsStore } from '../stores/settings.ts'

/**
 * Letters and signs that do something by themselves (o, g, d, f): a learner may switch them off (WCAG 2.1.4), and with
 * Ctrl, Alt or Meta they are the browser's. Arrows, space and Escape stay. Slidev's own setup/shortcuts.ts would not
 * do: it does not have f.
 */
export function filterShortcuts(): void {
  const store = useSettingsStore()
  document.addEventListener('keydown', (event) => {
    if (/^[a-z`]$/i.test(event.key) && (store.settings.keys === 'off' || event.ctrlKey || event.altKey || event.metaKey))
      event.stopPropagation()
  }, true)
}
