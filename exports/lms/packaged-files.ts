import type { PackagedCourse } from '../../core/packaged-course.ts'
import type { Files, Selection } from '../target.ts'
import { createHash } from 'node:crypto'
import { learnPlace, pagePlaces, withIndex } from '../../core/places.ts'
import { bytesOf } from '../target.ts'

/** @returns the section that the package is for, if it is for one alone */
const onlySection = ({ sections }: Selection) => sections.length === 1 ? sections[0] : undefined

/** @returns what a learning system unpacks, beside what it reads of the package: the shell, and the course in a folder of its own */
export async function packagedFiles(selection: Selection, standard: PackagedCourse['standard']): Promise<Files> {
  const { course, sections } = selection
  const { pages, shell } = await selection.buildForLms()
  // A new name for each build, as systems keep files of one name for long.
  const hash = createHash('sha256')
  Object.keys(pages).sort().forEach(path => hash.update(path).update(pages[path]!))
  const folder = `course-${hash.digest('hex').slice(0, 8)}/`
  const only = onlySection(selection)
  const packaged: PackagedCourse = {
    standard,
    outlines: course.outline.sections,
    wanted: sections.map(({ id }) => id),
    questions: [...course.sections.flatMap(({ questions }) => questions), ...course.headlines],
    folder,
    opens: withIndex(only ? learnPlace(only.id) : pagePlaces.home).slice(1),
  }
  return {
    ...shell,
    'course.js': bytesOf(`window.packagedCourse=${JSON.stringify(packaged)}`),
    ...Object.fromEntries(Object.entries(pages).map(([path, content]) => [folder + path, content])),
  }
}
