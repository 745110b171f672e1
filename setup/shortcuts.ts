import { defineShortcutsSetup } from '@slidev/types'
import { areKeysOn } from '../composables/useDeck.ts'

/** Letters and signs that do something by themselves; a learner may switch them off (WCAG 2.1.4). Arrows, space and Escape stay. */
const single = new Set(['toggle_dark', 'toggle_overview', 'goto'])

export default defineShortcutsSetup((_nav, shortcuts) => shortcuts.map(shortcut => single.has(shortcut.name ?? '')
  ? { ...shortcut, fn: () => areKeysOn() && shortcut.fn?.() }
  : shortcut))
