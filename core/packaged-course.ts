import type { AskedQuestion, SectionOutline } from './course.ts'

/** What a package for a learning system says of itself to the shell that is opened in it. */
export interface PackagedCourse {
  /** How it speaks with the system: a version of SCORM, or cmi5 */
  standard: '1.2' | '2004' | 'cmi5'
  /** Every section, as the pages know all of them */
  outlines: SectionOutline[]
  /** Those that this package is for: they make the score */
  wanted: string[]
  /** Of every section, and the invented headlines */
  questions: AskedQuestion[]
  /** The folder of the course, and the page it opens at */
  folder: string
  opens: string
}
