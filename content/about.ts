import type { About } from '../core/course.schema.ts'
import type { DataFile } from './read-data.ts'
import { aboutSchema } from '../core/course.schema.ts'
import { ContentError } from './problem.ts'
import { readData } from './read-data.ts'

/** What the course is called, and what it says of itself. */
export const readAbout = (root: string): DataFile<About> => readData(root, 'course.yaml', aboutSchema)

/**
 * What of it stands in the code itself, as it is needed before anything can be loaded, or on every page.
 * @throws {ContentError} where the file cannot be read
 */
export function constantsOf(root: string): Record<'__COURSE_ID__' | '__COURSE_TITLE__' | '__COURSE_SUBJECT__' | '__COURSE_APPROVAL__', string> {
  const { data, problems } = readAbout(root)
  if (!data)
    throw new ContentError(problems)
  return {
    __COURSE_ID__: JSON.stringify(data.id),
    __COURSE_TITLE__: JSON.stringify(data.title),
    __COURSE_SUBJECT__: JSON.stringify(data.subject),
    __COURSE_APPROVAL__: JSON.stringify(data.approval),
  }
}
