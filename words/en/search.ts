import type { SearchKind } from '../../core/search.ts'

/** The heading over what search finds of each kind. */
export const searchKindWords: Record<SearchKind, string> = {
  slide: 'Parts of the course',
  verdict: 'Verdicts',
  term: 'Terms and lessons',
  quiz: 'Quizzes',
}
