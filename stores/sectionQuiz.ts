import type { SectionOutline } from '../core/course.ts'
import type { HeadlineOutline } from '../core/headlines.ts'
import type { Attempt } from '../core/progress.ts'
import type { useProgressStore } from './progress.ts'
import { latestAttempt } from '../core/records.ts'
import { drawSectionQuiz, withoutLostHeadlines } from '../core/section-quiz.ts'
import { newSeed } from './newSeed.ts'

type Store = ReturnType<typeof useProgressStore>

/** @returns the running quiz of a section, or a first one, in which answers given on slides and pages count too */
export function quizOf(store: Store, section: SectionOutline, headlines: readonly HeadlineOutline[]): Attempt {
  const latest = latestAttempt(store.progress, section.id)
  return latest ? withHeadlinesThatAre(store, latest, section, headlines) : drawQuizOf(store, section, headlines, 0)
}

/** Draws a new quiz, in which answers since then count: now, where it is left out. */
export function drawQuizOf(store: Store, section: SectionOutline, headlines: readonly HeadlineOutline[], sinceMs?: number): Attempt {
  const seed = newSeed()
  return store.startQuiz(section.id, { seed, questions: drawSectionQuiz(section, headlines, store.progress, seed, sinceMs === 0), origin: 'drawn', sinceMs })
}

/** @returns the attempt; where headlines that it still asks are gone from the bank, one with others in their place, whose answers so far stay */
export function withHeadlinesThatAre(store: Store, attempt: Attempt, section: SectionOutline, headlines: readonly HeadlineOutline[]): Attempt {
  const questions = withoutLostHeadlines(attempt, section, headlines, store.progress)
  return questions.join() === attempt.questions.join() ? attempt : store.startQuiz(section.id, { ...attempt, origin: attempt.origin, questions })
}
