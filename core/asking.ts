import type { Answer, AnswerMode, Attempt } from './progress.ts'

/** So long after a decision a press is taken for the rest of the one before: a double tap, a finger that trembles. */
export const SECOND_PRESS_MS = 700

/** How a question is asked. */
export interface Policy {
  /** How many answers there are before the solution is shown */
  tries: 1 | 2
  /** When the outcome is shown: after each answer, or not here at all */
  tells: 'now' | 'end'
  asksConfidence: boolean
}

/** Two tries, then the solution: on slides and pages people learn, and have a second try; in a quiz or a review the first answer counts. */
const policies: Record<AnswerMode, Policy> = {
  slide: { tries: 2, tells: 'now', asksConfidence: false },
  page: { tries: 2, tells: 'now', asksConfidence: true },
  quiz: { tries: 1, tells: 'now', asksConfidence: true },
  review: { tries: 1, tells: 'now', asksConfidence: true },
}

/** In a live room the speaker tells, and gives another round; the projector asks nobody how sure they are. */
export const roomPolicies: Record<'phone' | 'projector', Policy> = {
  phone: { tries: 1, tells: 'end', asksConfidence: true },
  projector: { tries: 1, tells: 'end', asksConfidence: false },
}

/** @param mode where the question is asked; @param feedback when the learner wants the outcome, which a quiz lets choose */
export function policyOf(mode: AnswerMode, feedback: Attempt['feedback'] = 'each'): Policy {
  return { ...policies[mode], ...feedback === 'end' && { tells: 'end' } }
}

/**
 * `open`: not answered; `second-try`: missed once, and the solution is not shown yet; `recorded`: answered, and nothing
 * is shown yet; `done`: answered and shown.
 */
export type Phase = 'open' | 'second-try' | 'recorded' | 'done'

/** @returns whether an answer may be given in this phase */
export function isOpen(phase: Phase): boolean {
  return phase === 'open' || phase === 'second-try'
}

export interface Asking {
  phase: Phase
  /** The latest answer */
  answer?: Answer
}

/**
 * Folds the answers to one question, oldest first, wherever they were given: a miss on a slide or a page opens a second
 * try, the next answer ends it, and where there is one try only any answer does.
 */
export function askingOf(answers: readonly Answer[], policy: Policy): Asking {
  const answer = answers.at(-1)
  if (!answer)
    return { phase: 'open' }
  if (policy.tells === 'end')
    return { phase: 'recorded', answer }
  let isSecondTry = false
  for (const { mode, score } of answers)
    isSecondTry = policies[mode].tries === 2 && score < 1 && !isSecondTry
  return { phase: policy.tries === 2 && isSecondTry ? 'second-try' : 'done', answer }
}
