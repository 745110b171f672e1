import type { SectionOutline } from '../core/course.ts'
import type { HeadlineOutline } from '../core/headlines.ts'
import type { Attempt } from '../core/progress.ts'
import type { useProgressStore } from './progress.ts'
import { isHeadline } from '../core/course.ts'
import { latestAttempt } from '../core/records.ts'
import { drawSectionQuiz, withoutLostHeadlines } from '../core/section-quiz.ts'
import { newSeed } from './newSeed.ts'

type Store = ReturnType<typeof useProgressStore>

/** @returns the running quiz of a section, or a first one, in which answers given on slides and pages count too */
export function quizOf(store: Store, section: SectionOutline, headlines: readonly HeadlineOutline[]): Attempt {
  const latest = latestAttempt(store.progress, section.id)
  return latest ? withHeadlinesThatAre(store, latest, section, headlines) : drawQuizOf(store, section, headlines, 0)
}

/** @returns the quiz that a link asks for: the running one where it is that, so that the link leads back into it */
export function sharedQuizOf(store: Store, section: SectionOutline, headlines: readonly HeadlineOutline[], shared: Pick<Attempt, 'questions' | 'seed'>): Attempt {
  const latest = latestAttempt(store.progress, section.id)
  const own = (questions: readonly string[]) => questions.filter(id => !isHeadline(id)).join()
  const isRunning = latest?.origin === 'shared' && latest.seed === shared.seed && own(latest.questions) === own(shared.questions)
  return withHeadlinesThatAre(store, isRunning ? latest : store.startQuiz(section.id, { ...shared, origin: 'shared' }), section, headlines)
}

/** Draws a new quiz, in which answers since then count: now, where it is left out. */
export function drawQuizOf(store: Store, section: SectionOutline, headlines: readonly HeadlineOutline[], sinceMs?: number): Attempt {
  const seed = newSeed()
  return store.startQuiz(section.id, { seed, questions: drawSectionQuiz(section, headlines, store.progress, seed, sinceMs === 0), origin: 'drawn', sinceMs })
}

/** @returns the attempt; where headlines that it still asks are gone from the bank, one with others in their place, whose answers so far stay */
function withHeadlinesThatAre(store: Store, attempt: Attempt, section: SectionOutline, headlines: readonly HeadlineOutline[]): Attempt {
  const questions = withoutLostHeadlines(attempt, section, headlines, store.progress)
  return questions.join() === attempt.questions.join() ? attempt : store.startQuiz(section.id, { ...attempt, origin: attempt.origin, questions })
}
