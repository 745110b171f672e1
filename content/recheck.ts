import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { isStale } from '../core/recheck.ts'
import { writtenFigures } from './figures.ts'

/** @returns the verdicts and figures that may be out of date on this day (YYYY-MM-DD); a warning, as nothing is broken */
export function staleVerdicts({ sections }: CourseFiles, today: string): Problem[] {
  const remedy = 'Look for newer studies and decisions, then set "checked" and "recheckBy" anew.'
  return [
    ...sections.flatMap(({ id, evidence }) => (evidence.data?.verdicts ?? []).flatMap((verdict, index) => isStale(verdict, today)
      ? {
          file: evidence.file,
          line: evidence.lineOf('verdicts', index, 'recheckBy'),
          message: `The verdict "${id}.${verdict.id}" was to be checked again by ${verdict.recheckBy}`,
          remedy,
        }
      : [])),
    ...writtenFigures(sections).flatMap(({ name, section: { evidence }, data }) => 'recheckBy' in data && isStale(data, today)
      ? {
          file: evidence.file,
          line: evidence.lineOf('figures', name, 'recheckBy'),
          message: `The figure "${name}" was to be checked again by ${data.recheckBy}`,
          remedy,
        }
      : []),
  ]
}
