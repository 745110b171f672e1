import type { StateTree } from 'pinia'
import type { StorageLike } from 'pinia-plugin-persistedstate'
import type { Progress } from '../core/progress.ts'
import type { ReadProgress } from '../core/saved-progress.ts'
import { shallowRef } from 'vue'
import { packProgress } from '../core/packed-progress.ts'
import { mergeProgress } from '../core/progress.ts'
import { readSaved } from '../core/saved-progress.ts'
import { storageIsBlocked } from './storage-guard.ts'

/** The one key of the learner's progress; others rely on it. */
export const PROGRESS_KEY = 'wandering-nerve.progress'
/** Where a text that could not be read whole is set aside. */
const DAMAGED_KEY = `${PROGRESS_KEY}.damaged`

/** Why progress is not kept, if it is not: the page says so once. */
export const storageProblem = shallowRef<'blocked' | 'full' | 'damaged' | 'newer' | undefined>(storageIsBlocked ? 'blocked' : undefined)

/** The same text is asked for more than once, and a long history takes time to read. */
let lastRead: { text: string, read: ReadProgress } | undefined
function readOnce(text: string): ReadProgress {
  if (lastRead?.text !== text)
    lastRead = { text, read: readSaved(text) }
  return lastRead.read
}

export const serializer = {
  serialize: (state: StateTree) => JSON.stringify(packProgress(state.progress as Progress)),
  deserialize: (text: string) => ({ progress: readOnce(text).progress }),
}

/** A page that was drawn at build time is drawn once more as it is, as for a new learner, before what is saved comes in. */
let asleep = false
export function sleep(): void {
  asleep = true
  storageProblem.value = undefined
}

const problemOf = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked'

/**
 * So that nothing a person might still want is written over. Where there is no room for a copy, the text is moved.
 * @throws {DOMException} when there is no room even for that; then it stays where it was
 */
function setAside(key: string, text: string): void {
  const earlier = localStorage.getItem(DAMAGED_KEY)
  if (earlier === text)
    return
  const aside = earlier === null
    ? text
    : `${earlier}\n${text}`
  try {
    localStorage.setItem(DAMAGED_KEY, aside)
  }
  catch {
    localStorage.removeItem(key)
    try {
      localStorage.setItem(DAMAGED_KEY, aside)
    }
    catch (error) {
      localStorage.setItem(key, text)
      throw error
    }
  }
}

/** @returns the texts that were set aside as damaged, if there are any */
export function damagedText(): string | undefined {
  try {
    return localStorage.getItem(DAMAGED_KEY) ?? undefined
  }
  catch {
    return undefined
  }
}

/** Throws away what was set aside, at the learner's word. */
export function discardDamaged(): void {
  localStorage.removeItem(DAMAGED_KEY)
  if (storageProblem.value === 'damaged')
    storageProblem.value = undefined
}

/** What this tab wrote last: as long as it stands there, nobody else's answers can be lost by writing over it. */
let lastSaved: string | undefined

/** localStorage that never throws, never overwrites what another tab saved, and tells what went wrong. */
export const progressStorage: StorageLike = {
  getItem(key) {
    if (asleep)
      return null
    try {
      const saved = localStorage.getItem(key)
      if (saved === null)
        return null
      const { newer, lost } = readOnce(saved)
      if (newer)
        storageProblem.value = 'newer'
      if (lost) {
        storageProblem.value = 'damaged'
        setAside(key, saved)
      }
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
      if (saved === text) {
        lastSaved = text
        return
      }
      const there = saved === null || saved === lastSaved
        ? undefined
        : readOnce(saved)
      if (there?.newer) {
        storageProblem.value = 'newer'
        return
      }
      if (there?.lost) {
        setAside(key, saved!)
        storageProblem.value = 'damaged'
      }
      const merged = there
        ? JSON.stringify(packProgress(mergeProgress(there.progress, readSaved(text).progress)))
        : text
      localStorage.setItem(key, merged)
      lastSaved = merged
      if (!storageIsBlocked && (storageProblem.value === 'full' || storageProblem.value === 'blocked'))
        storageProblem.value = undefined
    }
    catch (error) {
      storageProblem.value = problemOf(error)
    }
  },
}

/** @returns what is saved, which nobody got to see until now */
export function wake(): Progress | undefined {
  asleep = false
  if (storageIsBlocked)
    storageProblem.value = 'blocked'
  const saved = progressStorage.getItem(PROGRESS_KEY) as string | null
  return saved === null ? undefined : readOnce(saved).progress
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
  if (typeof window === 'undefined')
    return
  window.addEventListener('storage', (event) => {
    if (event.key !== PROGRESS_KEY)
      return
    if (event.newValue === null)
      return receive(undefined)
    const { progress, newer } = readSaved(event.newValue)
    if (!newer)
      receive(progress)
  })
}

/** Asks the browser not to clear what is saved, once; what it answers is its own affair. */
export function askToPersist(): void {
  navigator.storage?.persist?.().catch(() => {})
}
