import type { StorageLike } from 'pinia-plugin-persistedstate'
import type { Progress } from '../core/progress.ts'
import { shallowRef } from 'vue'
import { mergeProgress, readProgress } from '../core/progress.ts'
import { storageIsBlocked } from './storage-guard.ts'

/** The one key of the learner's progress; others rely on it. */
export const PROGRESS_KEY = 'wandering-nerve.progress'

/** Why progress is not kept, if it is not: the page says so once. */
export const storageProblem = shallowRef<'blocked' | 'full' | 'damaged' | 'newer' | undefined>(storageIsBlocked ? 'blocked' : undefined)

function parse(text: string): { progress: Progress, newer: boolean } | undefined {
  try {
    return readProgress(JSON.parse(text))
  }
  catch {
    return undefined
  }
}

/** So that nothing a person might still want is written over. */
function setAside(key: string, saved: string): void {
  localStorage.setItem(`${key}.damaged`, saved)
}

const problemOf = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked'

/** localStorage that never throws, never overwrites what another tab saved, and tells what went wrong. */
export const progressStorage: StorageLike = {
  getItem(key) {
    try {
      const saved = localStorage.getItem(key)
      const read = saved === null
        ? undefined
        : parse(saved)
      if (saved !== null && !read) {
        setAside(key, saved)
        storageProblem.value = 'damaged'
        return null
      }
      if (read?.newer)
        storageProblem.value = 'newer'
      return saved
    }
    catch (error) {
      storageProblem.value = problemOf(error)
      return null
    }
  },

  setItem(key, text) {
    try {
      const saved = localStorage.getItem(key)
      const there = saved === null
        ? undefined
        : parse(saved)
      if (there?.newer) {
        storageProblem.value = 'newer'
        return
      }
      if (saved !== null && !there)
        setAside(key, saved)
      const mine = parse(text)!.progress
      localStorage.setItem(key, JSON.stringify(there
        ? mergeProgress(there.progress, mine)
        : mine))
      if (!storageIsBlocked && (storageProblem.value === 'full' || storageProblem.value === 'blocked'))
        storageProblem.value = undefined
    }
    catch (error) {
      storageProblem.value = problemOf(error)
    }
  },
}

/** Forgets what is saved, in every tab: a history is merged at every save, so an empty one would not replace it. */
export function forgetSaved(): void {
  try {
    localStorage.removeItem(PROGRESS_KEY)
  }
  catch (error) {
    storageProblem.value = problemOf(error)
  }
}

/** Calls back with what another tab of the same browser saved, or `undefined` when it started afresh. */
export function onOtherTab(receive: (progress: Progress | undefined) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key !== PROGRESS_KEY)
      return
    if (event.newValue === null)
      return receive(undefined)
    const read = parse(event.newValue)
    if (read && !read.newer)
      receive(read.progress)
  })
}
