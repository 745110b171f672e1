import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { DataFile } from './read-data.ts'
import { sectionOf } from '../core/course.ts'
import { duplicates, known, knownIn } from './known.ts'

/** @returns what is wrong with what the course explains once: unknown terms and lessons, and ids that stand twice */
export function checkTerms(files: CourseFiles): Problem[] {
  return [
    ...doubleIds(files.glossary, 'term'),
    ...doubleIds(files.lessons, 'lesson'),
    ...sharedIds(files),
    ...checkSeenIn(files),
    ...files.sections.flatMap(section => checkSection(section, files)),
  ]
}

/** Lessons and terms are places of one page. */
function sharedIds({ glossary, lessons }: CourseFiles): Problem[] {
  const ids = new Set(lessons.data?.map(({ id }) => id))
  return (glossary.data ?? []).flatMap(({ id }, index) => ids.has(id)
    ? {
        file: glossary.file,
        line: glossary.lineOf(index, 'id'),
        message: `The term id "${id}" is a lesson’s`,
        remedy: 'Give the term another id; both stand on one page.',
      }
    : [])
}

function checkSeenIn(files: CourseFiles): Problem[] {
  const verdicts = known(files, section => section.evidence.data?.verdicts)
  const trials = known(files, section => section.evidence.data?.trials)
  // Without slides a section is not read at all, and the deck reports that.
  const isRead = (section: string) => files.sections.some(({ id }) => id === section) || files.slugs.length > 0
  return (files.lessons.data ?? []).flatMap(({ id, seenIn }, index) => verdicts.has(seenIn) || trials.has(seenIn) || !isRead(sectionOf(seenIn))
    ? []
    : {
        file: files.lessons.file,
        line: files.lessons.lineOf(index, 'seenIn'),
        message: `The lesson "${id}" is seen in "${seenIn}", which is neither a verdict nor a trial`,
        remedy: 'Name one of evidence/<section>.yaml as <section>.<id>.',
      })
}

function checkSection({ id: section, evidence }: SectionFiles, { lessons }: CourseFiles): Problem[] {
  if (!evidence.data)
    return []
  const { belief, verdicts, trials } = evidence.data
  const ofCourse = knownIn(lessons)
  const problems: Problem[] = []
  if (belief && !verdicts.some(({ id }) => id === belief.verdict)) {
    problems.push({
      file: evidence.file,
      line: evidence.lineOf('belief', 'verdict'),
      message: `The belief of "${section}" is answered by the unknown verdict "${belief.verdict}"`,
      remedy: 'Name a verdict of this file by its short id.',
    })
  }
  for (const [name, list] of Object.entries({ verdicts, trials })) {
    for (const [index, { id, lessons: named = [] }] of list.entries()) {
      for (const [place, lesson] of named.entries()) {
        if (!ofCourse.has(lesson)) {
          problems.push({
            file: evidence.file,
            line: evidence.lineOf(name, index, 'lessons', place),
            message: `"${section}.${id}" turns on the unknown lesson "${lesson}"`,
            remedy: `${ofCourse.hint(lesson)}Correct the id, or write the lesson in evidence/lessons.yaml.`,
          })
        }
      }
    }
  }
  return problems
}

function doubleIds({ file, data = [], lineOf }: DataFile<{ id: string }[]>, what: string): Problem[] {
  return duplicates(data, ({ id }) => id).map(item => ({
    file,
    line: lineOf(data.indexOf(item), 'id'),
    message: `The ${what} id "${item.id}" stands twice`,
    remedy: 'Give one of the two another id.',
  }))
}
