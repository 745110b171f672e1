import type { SectionOutline } from '../core/course.ts'
import type { Answer, Attempt, Belief, Progress } from '../core/progress.ts'
import type { StorageProblem } from './persistence.ts'
import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { emptyProgress, mergeProgress } from '../core/progress-parts/index.ts'
import { answersTo, latestAnswer, nextReadMs, nextTimeMs, withAnswer } from '../core/progress.ts'
import { latestAttempt, sectionRecord } from '../core/records.ts'
import { damagedText, removeDamaged, restoreDamaged } from './damaged.ts'
import { localDay } from './localDay.ts'
import { newSeed } from './newSeed.ts'
import { localProgress } from './persistence.ts'

export const useProgressStore = defineStore('progress', () => {
  /** Replaced as a whole at every change, never changed inside. */
  const nothing = emptyProgress()
  const progress = shallowRef<Progress>(nothing)

  const storageProblem = shallowRef<StorageProblem>()
  const storage = localProgress(problem => storageProblem.value = problem)

  /** Something was set aside as damaged, to be taken as a file or thrown away */
  const hasDamaged = shallowRef(false)
  const lookForDamaged = () => hasDamaged.value = damagedText() !== undefined

  watch(progress, (now) => {
    progress.value = storage.save(now)
    if (storageProblem.value === 'damaged')
      lookForDamaged()
  })
  onScopeDispose(storage.onOther((saved, afresh) => progress.value = afresh ? saved : mergeProgress(progress.value, saved)))

  /** What a storage refused that throws now and then is offered to it once more when the page is left or looked at again. */
  function tryAgain(): void {
    if (storageProblem.value)
      progress.value = storage.save(progress.value)
  }
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', tryAgain)
    onScopeDispose(() => document.removeEventListener('visibilitychange', tryAgain))
  }

  /**
   * Lets in what is saved. Until then everything is as for a new learner, which is how a page is drawn when the course
   * is built and must be drawn at first.
   */
  function load(): void {
    const saved = storage.load()
    lookForDamaged()
    progress.value = progress.value === nothing ? saved : mergeProgress(progress.value, saved)
  }

  /** Keeps an answer that is complete and scored (`scoredAnswer`): every page has this store, few have the rules of all types. */
  function answer(given: Omit<Answer, 'atMs'>): void {
    progress.value = withAnswer(progress.value, given, Date.now())
  }

  function see(slide: string): void {
    if (!(slide in progress.value.seen)) {
      progress.value = {
        ...progress.value,
        seen: {
          ...progress.value.seen,
          [slide]: nextReadMs(progress.value, Date.now()),
        },
      }
    }
  }

  /** A new run through these questions; only answers given from now on, or since `sinceMs`, count in it. */
  function startQuiz(section: string, { seed = newSeed(), questions, origin, sinceMs, feedback }: { questions: string[], origin: Attempt['origin'] } & Partial<Attempt>): Attempt {
    const startedAtMs = nextTimeMs(progress.value, Date.now())
    const attempt: Attempt = {
      section,
      seed,
      questions,
      sinceMs: sinceMs ?? startedAtMs,
      startedAtMs,
      feedback: feedback ?? latestAttempt(progress.value, section)?.feedback ?? 'each',
      ...(origin && { origin }),
    }
    progress.value = {
      ...progress.value,
      attempts: [...progress.value.attempts, attempt],
    }
    return attempt
  }

  /** Keeps where the learner places claims on the two scales. */
  function place(beliefs: readonly Omit<Belief, 'atMs'>[]): void {
    const atMs = nextTimeMs(progress.value, Date.now())
    progress.value = {
      ...progress.value,
      beliefs: [...progress.value.beliefs, ...beliefs.map(belief => ({ ...belief, atMs }))],
    }
  }

  /** Adds what a copy holds; nothing that is there is lost. */
  function bringIn(other: Progress): void {
    progress.value = mergeProgress(progress.value, other)
  }

  /** Forgets everything. @returns a way back, as long as the page is open */
  function startAfresh(): () => void {
    const before = progress.value
    const damaged = damagedText()
    const putBack = storage.forget()
    discardDamaged()
    progress.value = emptyProgress()
    return () => {
      if (damaged !== undefined)
        restoreDamaged(damaged)
      putBack()
      lookForDamaged()
      bringIn(before)
    }
  }

  /** Throws away what was set aside as damaged. */
  function discardDamaged(): void {
    removeDamaged()
    lookForDamaged()
    if (storageProblem.value === 'damaged')
      storageProblem.value = undefined
  }

  return {
    progress,
    storageProblem,
    hasDamaged,
    load,
    discardDamaged,
    answer,
    bringIn,
    startAfresh,
    place,
    see,
    startQuiz,
    /** @returns the answers to a question since then, oldest first; the first alone where that is the one that counts */
    answersTo: (question: string, sinceMs = 0, counts: 'first' | 'latest' = 'latest') => answersTo(progress.value, question)
      .filter(answer => answer.atMs >= sinceMs)
      .slice(0, counts === 'first' ? 1 : undefined),
    latest: (question: string, sinceMs?: number) => latestAnswer(progress.value, question, sinceMs),
    record: (section: SectionOutline) => sectionRecord(progress.value, section, localDay),
  }
})
