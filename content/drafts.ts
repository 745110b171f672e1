import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { wordsOfBank, wordsOfEvidence, wordsOfSlide } from './words.ts'

const UNWRITTEN = /\bTODO\b/

/** @returns a warning for each file that still holds "TODO" where learners read; a draft may be looked at, and should not be published */
export function drafts({ sections }: CourseFiles): Problem[] {
  return sections.flatMap(section => [section.slides.flatMap(wordsOfSlide), wordsOfBank(section.bank), wordsOfEvidence(section)].flatMap((words) => {
    const unwritten = words.filter(({ text }) => UNWRITTEN.test(text))
    const [first] = unwritten
    return first
      ? {
          file: first.file,
          line: first.line,
          message: `Draft: ${unwritten.length} texts of this file are still to be written`,
          remedy: 'Write what each "TODO" stands for; this is the first.',
        }
      : []
  }))
}

/** @returns a warning for each section on a station that another one has: on the map they lie on each other */
export function sharedStations({ sections }: CourseFiles): Problem[] {
  const owner = new Map<string, string>()
  return sections.flatMap(({ id, evidence }) => {
    const station = evidence.data?.station
    const other = station && owner.get(station)
    if (station && !other)
      owner.set(station, id)
    return other
      ? {
          file: evidence.file,
          line: evidence.lineOf('station'),
          message: `The station "${station}" is that of "${other}" already; on the map the two lie on each other`,
          remedy: 'Choose another one, or add one to course.yaml and its place to the drawing of the map.',
        }
      : []
  })
}
