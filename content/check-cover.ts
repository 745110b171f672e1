import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'

/** @returns what would be wrong with the deck alone: a cover under another name than the course's, or a theme that nobody has */
export function checkCover({ entry, slides, about }: CourseFiles): Problem[] {
  const cover = slides.find(({ section }) => section === undefined)
  if (!cover)
    return []
  const { line, lines, title, frontmatter } = cover
  const name = about.data?.title
  return [
    ...name !== undefined && title !== '' && title !== name
      ? [{ file: entry, line: lines.title ?? line, message: `The cover says "${title}", and the course is called "${name}"`, remedy: 'Give it that name too, or change "title" in course.yaml.' }]
      : [],
    ...frontmatter.theme === undefined
      ? [{ file: entry, line, message: 'The cover lacks "theme: none"', remedy: 'Add it to the frontmatter: the course has layouts of its own, and Slidev looks for a theme to install.' }]
      : [],
  ]
}
