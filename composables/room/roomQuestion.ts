import type { ComputedRef } from 'vue'
import type { Question } from '../../core/course.ts'
import type { Headline } from '../../core/headlines.schema.ts'
import { isHeadline, sectionOf } from '../../core/course.ts'
import { loadHeadlines, useHeadline } from '../useHeadlines.ts'
import { loadSection, useQuestion } from '../useSection.ts'

/** What a room may ask: a question of a section, or an invented headline. */
type RoomQuestion = Question | Headline

/** @returns the question with this full id, `undefined` where there is none, or it does not come */
export async function loadRoomQuestion(id: string): Promise<RoomQuestion | undefined> {
  const loading: Promise<RoomQuestion[]> = isHeadline(id) ? loadHeadlines() : loadSection(sectionOf(id)).then(({ questions }) => questions)
  return (await loading.catch(() => undefined))?.find(question => question.id === id)
}

/** @returns the question with this full id, `undefined` until it is there; that it does not come is said at the foot of the page */
export function useRoomQuestion(id: string): ComputedRef<RoomQuestion | undefined> {
  return isHeadline(id) ? useHeadline(() => id) : useQuestion(id)
}
