import type { Progress } from '../core/progress.ts'
import { packProgress } from '../core/packed-progress.ts'
import { emptyProgress, isEmpty, mergeProgress, withoutProgress } from '../core/progress-parts/index.ts'
import { readSaved } from '../core/saved-progress.ts'
import { setAside } from './damaged.ts'
import { AFRESH_KEY, PROGRESS_KEY } from './keys.ts'
import { onOtherPages } from './otherPages.ts'
import { storageIsBlocked } from './storage-guard.ts'

/** Why progress is not kept, or not whole: the page says so once. */
export type StorageProblem = 'blocked' | 'full' | 'damaged' | 'newer'

/** Where a learner's progress outlives the page. Nothing here throws. */
export interface ProgressStorage {
  /** @returns what is saved, empty where nothing is or can be read */
  load: () => Progress
  /**
   * Keeps `progress` beside what other pages saved meanwhile.
   * @returns what stands now; where another page started afresh, without what was saved before that
   */
  save: (progress: Progress) => Progress
  /**
   * Calls back with what is saved when another page changed it, or may have; `afresh` where everything before it is
   * forgotten.
   * @returns how to stop
   */
  onOther: (changed: (saved: Progress, afresh: boolean) => void) => () => void
  /**
   * Forgets what is saved, for every page.
   * @returns puts back what is of a newer version: nobody here knows what it says, so nobody else can bring it back
   */
  forget: () => () => void
}

const problemOf = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked'

/** Progress in localStorage. `report` hears of every problem, and of `undefined` once it is over. */
export function localProgress(report: (problem: StorageProblem | undefined) => void): ProgressStorage {
  /** What was saved at the last look: as long as it stands there, nobody else's answers can be lost by writing over it. */
  let text: string | null = null
  /** What `text` says */
  let saved = emptyProgress()
  let newer = false
  /** A damaged text to be set aside before it is written over */
  let damaged: string | undefined
  let afreshMark: string | null | undefined
  let problem: StorageProblem | undefined

  function tell(now: StorageProblem | undefined): void {
    problem = now
    report(now)
  }

  /**
   * Reads what is saved where it changed since the last look.
   * @throws where the browser denies storage
   */
  function look(): { changed: boolean, afresh: boolean } {
    const mark = localStorage.getItem(AFRESH_KEY)
    const now = localStorage.getItem(PROGRESS_KEY)
    const afresh = afreshMark !== undefined && mark !== null && mark !== afreshMark
    afreshMark = mark
    if (now === text)
      return { changed: false, afresh }
    text = now
    const read = now === null ? undefined : readSaved(now)
    saved = read?.progress ?? emptyProgress()
    newer = read?.newer ?? false
    damaged = read?.lost ? now! : undefined
    if (newer)
      tell('newer')
    if (damaged)
      tell('damaged')
    return { changed: true, afresh }
  }

  function write(progress: Progress): void {
    if (newer)
      return tell('newer')
    if (damaged !== undefined)
      setAside(damaged)
    damaged = undefined
    const packed = JSON.stringify(packProgress(progress))
    if (packed !== text)
      localStorage.setItem(PROGRESS_KEY, packed)
    text = packed
    saved = progress
    if (!storageIsBlocked && (problem === 'full' || problem === 'blocked'))
      tell(undefined)
  }

  /** Or the next page would come upon the damaged text again, also when it was thrown away. */
  function keepWhatIsSound(): void {
    try {
      if (!newer)
        write(saved)
    }
    catch (error) {
      // Where nothing could be read, nothing is lost if there is no room for it.
      if (!isEmpty(saved))
        throw error
    }
  }

  /** What was saved since then cannot be merged with a text that nobody here can read, so it is set aside. */
  function putBack(unread: string): void {
    try {
      look()
      if (text !== null && (newer || !isEmpty(saved)))
        setAside(text)
      localStorage.setItem(PROGRESS_KEY, unread)
      look()
    }
    catch (error) {
      tell(problemOf(error))
    }
  }

  return {
    load() {
      try {
        look()
        if (damaged !== undefined) {
          setAside(damaged)
          damaged = undefined
          keepWhatIsSound()
        }
      }
      catch (error) {
        tell(problemOf(error))
      }
      if (storageIsBlocked)
        tell('blocked')
      return saved
    },

    save(progress) {
      let now = progress
      try {
        const before = saved
        const { changed, afresh } = look()
        if (!changed && !afresh && progress === saved)
          return progress
        if (afresh)
          now = withoutProgress(now, before)
        if (changed || afresh)
          now = mergeProgress(now, saved)
        write(now)
      }
      catch (error) {
        tell(problemOf(error))
      }
      return now
    },

    onOther(changed) {
      return onOtherPages([PROGRESS_KEY, AFRESH_KEY], (removed) => {
        try {
          const now = look()
          if (now.changed || now.afresh)
            changed(saved, now.afresh || (removed && text === null))
        }
        catch (error) {
          tell(problemOf(error))
        }
      })
    },

    forget() {
      let unread: string | null = null
      try {
        look()
        unread = newer ? text : null
        localStorage.removeItem(PROGRESS_KEY)
        afreshMark = Math.random().toString(36).slice(2)
        localStorage.setItem(AFRESH_KEY, afreshMark)
      }
      catch (error) {
        tell(problemOf(error))
      }
      text = null
      saved = emptyProgress()
      newer = false
      if (problem === 'newer')
        tell(undefined)
      return () => unread !== null && putBack(unread)
    },
  }
}

/** Asks the browser not to clear what is saved, once; what it answers is its own affair. */
export function askToPersist(): void {
  navigator.storage?.persist?.().catch(() => {})
}
