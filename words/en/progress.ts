import type { CopyProblem } from '../../core/progress-file.ts'
import type { Mastery } from '../../core/records.ts'

export const masteryWords: Record<Mastery, string> = {
  'not-started': 'not started',
  'learning': 'learning',
  'passed': 'passed',
  'mastered': 'mastered',
}

/** @returns why a section that is passed is not mastered (any more), to be read after its state; else an empty text */
export function whyNotMastered(mastery: Mastery, due: number): string {
  if (mastery !== 'passed')
    return ''
  if (due === 0)
    return '; mastered after its first reviews'
  return due === 1 ? '; 1 question is due for review' : `; ${due} questions are due for review`
}

/** Why a file cannot be brought in, and what to do. */
export const copyProblemWords: Record<CopyProblem, string> = {
  'too-large': 'This file is too large to be a copy of your progress. Choose the file that this course saved.',
  'unreadable': 'This file cannot be read: it is damaged, or it is of another kind. Choose the file that this course saved.',
  'another-kind': 'This is not a copy of progress in this course. The name of a copy begins with wandering-nerve-progress.',
  'newer': 'This file was saved by a newer version of the course. Reload the page, then try again.',
}
