import type { Settings } from '../core/settings.ts'
import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { isAsAtFirst, readSettings } from '../core/settings.ts'
import { SETTINGS_KEY } from './keys.ts'
import { onOtherPages } from './otherPages.ts'

/** @returns what is saved, or `undefined` where nothing is */
function saved(): Settings | undefined {
  try {
    const text = localStorage.getItem(SETTINGS_KEY)
    return text === null ? undefined : readSettings(text)
  }
  catch {
    return undefined
  }
}

export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef(saved() ?? readSettings(null))
  /** Whether anything is set otherwise than at first */
  const chosen = computed(() => !isAsAtFirst(settings.value))

  function show(now: Settings): void {
    settings.value = now
    window.coursePage?.show(now)
  }

  onScopeDispose(onOtherPages([SETTINGS_KEY], () => {
    const now = saved()
    if (now)
      show(now)
  }))

  /** Takes effect at once, and is kept where the browser lets it, beside what another page changed. */
  function change(what: Partial<Settings>): void {
    show({ ...saved() ?? settings.value, ...what })
    try {
      localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings.value))
    }
    catch {
      // It holds for this page, then.
    }
  }

  return { settings, chosen, change }
})
