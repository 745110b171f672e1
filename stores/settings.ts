import type { Settings } from '../core/settings.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readSettings } from '../core/settings.ts'

/** How the learner wants to see the course; site/early.ts puts it on the document before anything is drawn. */
const SETTINGS_KEY = 'wandering-nerve.settings'

function saved(): Settings {
  try {
    return readSettings(localStorage.getItem(SETTINGS_KEY))
  }
  catch {
    return readSettings(null)
  }
}

export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef(saved())

  /** Takes effect at once, and is kept where the browser lets it. */
  function change(what: Partial<Settings>): void {
    settings.value = { ...settings.value, ...what }
    try {
      localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings.value))
    }
    catch {
      // It holds for this page, then.
    }
    window.wanderingNerve?.show(settings.value)
  }

  return { settings, change }
})
