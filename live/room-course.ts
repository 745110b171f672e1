import type { Course } from '../content/load-course.ts'
import type { RoomCourse } from '../core/room/decide.ts'

/** @returns what a room must know of the course */
export function roomCourse({ sections, headlines }: Course): RoomCourse {
  const questions = new Map([...sections.flatMap(section => section.questions), ...headlines].map(question => [question.id, question]))
  const ids = new Set(sections.map(({ id }) => id))
  return { question: id => questions.get(id), hasSection: id => ids.has(id) }
}
