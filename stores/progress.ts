import type { Question, SectionOutline } from '../core/course.ts'
import type { AnswerMode, Attempt, Progress } from '../core/progress.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { drawQuiz } from '../core/draw.ts'
import { emptyProgress, latestAnswer, latestAttempt, mergeProgress, readProgress, sectionRecord } from '../core/progress.ts'
import { score, validate } from '../core/question-types/index.ts'
import { forgetSaved, onOtherTab, PROGRESS_KEY, progressStorage } from './persistence.ts'

export const useProgressStore = defineStore('progress', () => {
  /** Replaced as a whole at every change, never changed inside. */
  const progress = shallowRef<Progress>(emptyProgress())

  onOtherTab(other => progress.value = other ? mergeProgress(progress.value, other) : emptyProgress())

  /** @returns what is missing, or `undefined` once the answer is kept */
  function answer(question: Question, response: unknown, mode: AnswerMode): string | undefined {
    const missing = validate(question, response)
    if (missing)
      return missing
    const event = {
      question: question.id,
      response,
      score: score(question, response),
      atMs: Date.now(),
      mode,
      revision: question.revision,
    }
    progress.value = {
      ...progress.value,
      answers: [...progress.value.answers, event],
    }
  }

  function see(slide: string): void {
    if (!(slide in progress.value.seen)) {
      progress.value = {
        ...progress.value,
        seen: {
          ...progress.value.seen,
          [slide]: Date.now(),
        },
      }
    }
  }

  /** The running quiz of a section, or a first one, in which answers given on slides and pages count too. */
  function quizOf(section: SectionOutline): Attempt {
    return latestAttempt(progress.value, section.id) ?? startQuiz(section, 0)
  }

  /** A new draw; only answers given from now on count in it. */
  function startQuiz(section: SectionOutline, sinceMs = Date.now()): Attempt {
    const startedAtMs = Date.now()
    const seed = Math.random().toString(36).slice(2, 8)
    const attempt = {
      section: section.id,
      seed,
      questions: drawQuiz(section.questions, seed),
      sinceMs,
      startedAtMs,
    }
    progress.value = {
      ...progress.value,
      attempts: [...progress.value.attempts, attempt],
    }
    return attempt
  }

  /** Adds what a copy holds; nothing that is there is lost. */
  function bringIn(other: Progress): void {
    progress.value = mergeProgress(progress.value, other)
  }

  /** Forgets everything. @returns a way back, as long as the page is open */
  function startAfresh(): () => void {
    const before = progress.value
    forgetSaved()
    progress.value = emptyProgress()
    return () => bringIn(before)
  }

  return {
    progress,
    answer,
    bringIn,
    startAfresh,
    see,
    quizOf,
    startQuiz,
    latest: (question: string, sinceMs?: number) => latestAnswer(progress.value, question, sinceMs),
    record: (section: SectionOutline) => sectionRecord(progress.value, section),
  }
}, {
  persist: {
    key: PROGRESS_KEY,
    storage: progressStorage,
    serializer: {
      serialize: state => JSON.stringify(state.progress),
      deserialize: saved => ({ progress: readProgress(JSON.parse(saved)).progress }),
    },
  },
})
