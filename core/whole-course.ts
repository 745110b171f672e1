import type { Contents } from './course.ts'
import type { Progress } from './progress.ts'
import { sectionOf } from './course.ts'

/**
 * Before the outlines of all sections are loaded, which alone can say that a course is learned (`sectionRecord`).
 * @returns whether it may be: every section was read to its end, or had a quiz
 */
export function mayBeLearned({ seen, attempts }: Progress, contents: Contents): boolean {
  const read = new Map<string, number>()
  for (const id of Object.keys(seen))
    read.set(sectionOf(id), (read.get(sectionOf(id)) ?? 0) + 1)
  return contents.every(({ id, parts }) => (read.get(id) ?? 0) >= parts || attempts.some(({ section }) => section === id))
}
