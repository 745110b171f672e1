import type { z } from 'zod'
import type { About, Agenda, NumberException, RetiredQuestion, Tour } from '../core/course.schema.ts'
import type { Lesson, Term } from '../core/course.ts'
import type { Headline } from '../core/headlines.schema.ts'
import type { AcceptedWords } from '../core/question-types/gap.schema.ts'
import type { Question } from '../core/question-types/index.schema.ts'
import type { CslSource } from './format-sources.ts'
import type { Problem } from './problem.ts'
import type { DataFile } from './read-data.ts'
import type { SlideSource } from './read-slides.ts'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z as zod } from 'zod'
import { acceptedWordsSchema, agendasSchema, glossarySchema, lessonsSchema, numberExceptionsSchema, retiredSchema, tourSchema } from '../core/course.schema.ts'
import { evidenceFileSchema, evidenceSchemaOf, sourceSchema } from '../core/evidence.schema.ts'
import { headlinesSchema } from '../core/headlines.schema.ts'
import { bankSchemaOf } from '../core/question-types/index.schema.ts'
import { readAbout } from './about.ts'
import { readData } from './read-data.ts'
import { readSlides } from './read-slides.ts'
import { unreadableTexts } from './read-text.ts'
import { OF_THE_WHOLE_COURSE } from './section-names.ts'

/** Everything as it was read, before it is put together: what the checker looks at. */
export interface CourseFiles {
  entry: string
  slides: SlideSource[]
  /** Sections that have slides, in the order of the deck */
  sections: SectionFiles[]
  /** Sections that have any file, also those the deck does not import */
  slugs: string[]
  about: DataFile<About>
  sources: DataFile<CslSource[]>
  lessons: DataFile<Lesson[]>
  glossary: DataFile<Term[]>
  numberExceptions: DataFile<NumberException[]>
  headlines: DataFile<Headline[]>
  agendas: DataFile<Agenda[]>
  tour: DataFile<Tour>
  retired: DataFile<RetiredQuestion[]>
  acceptedWords: DataFile<AcceptedWords>
}

export interface SectionFiles {
  id: string
  slides: SlideSource[]
  bank: DataFile<Question[]>
  evidence: DataFile<z.infer<typeof evidenceFileSchema>>
}

/** The same with each file's data at hand. */
type Whole<F> = { [K in keyof F]: F[K] extends DataFile<infer T> ? DataFile<T> & { data: T } : F[K] }
export type WholeSection = Whole<SectionFiles>

/** Everything, when every file could be read. */
export type CheckedFiles = Omit<Whole<CourseFiles>, 'sections'> & { sections: WholeSection[] }

/** By what they are, not by name, so that none is forgotten. */
function dataFilesOf(files: CourseFiles | SectionFiles): DataFile<unknown>[] {
  return Object.values(files).filter(value => typeof value === 'object' && 'lineOf' in value)
}

/** @returns whether every file was there and had its shape; where one had not, its problems say so */
export function isChecked(files: CourseFiles): files is CheckedFiles {
  return [files, ...files.sections].flatMap(dataFilesOf).every(({ data }) => data !== undefined)
}

const sourcesSchema = zod.array(sourceSchema)

/** Reads all files of the content. @returns what was read, and what could not be read */
export async function readCourseFiles(root: string, entry = 'slides.md'): Promise<{ files: CourseFiles, problems: Problem[] }> {
  const unreadable = unreadableTexts(root)
  const { slides, problems } = await readSlides(root, entry)
  // A deck that could not be read whole says nothing about what is not in it.
  const slugs = problems.some(problem => problem.file === entry)
    ? []
    : sectionSlugs(root)
  const about = readAbout(root)
  const evidenceSchema = about.data ? evidenceSchemaOf(about.data) : evidenceFileSchema
  const acceptedWords = readData(root, 'quizzes/accepted-words.yaml', acceptedWordsSchema)
  const bankSchema = bankSchemaOf(acceptedWords.data, about.data && (about.data.hotspots?.figures ?? {}))
  const sections = [
    ...new Set(slides.map(slide => slide.section)),
  ].filter(id => id !== undefined).map(id => ({
    id,
    slides: slides.filter(slide => slide.section === id),
    bank: readData(root, `quizzes/${id}.yaml`, bankSchema),
    evidence: readData(root, `evidence/${id}.yaml`, evidenceSchema),
  }))
  const sources = readData(root, 'evidence/sources.json', sourcesSchema)
  const lessons = readData(root, 'evidence/lessons.yaml', lessonsSchema)
  const glossary = readData(root, 'evidence/glossary.yaml', glossarySchema)
  const numberExceptions = readData(root, 'evidence/number-exceptions.yaml', numberExceptionsSchema)
  const headlines = readData(root, 'quizzes/headlines.yaml', headlinesSchema)
  const agendas = readData(root, 'slides/agendas.yaml', agendasSchema)
  const tour = readData(root, 'slides/tour.yaml', tourSchema)
  const retired = readData(root, 'quizzes/retired.yaml', retiredSchema)
  const files = {
    entry,
    slides,
    sections,
    slugs,
    about,
    sources,
    lessons,
    glossary,
    numberExceptions,
    headlines,
    agendas,
    tour,
    retired,
    acceptedWords,
  }
  const found = [...problems, ...[files, ...sections].flatMap(dataFilesOf).flatMap(({ problems }) => problems)]
  return {
    files,
    problems: [...unreadable, ...found.filter(({ file }) => !unreadable.some(text => text.file === file))],
  }
}

function sectionSlugs(root: string): string[] {
  const list = (folder: string, ending: string) => {
    try {
      return readdirSync(join(root, folder)).filter(name => name.endsWith(ending) && !name.startsWith('.')).map(name => basename(name, ending))
    }
    catch {
      return []
    }
  }
  return [
    ...new Set([
      ...list('slides', '.md'),
      ...list('quizzes', '.yaml'),
      ...list('evidence', '.yaml'),
    ]),
  ].filter(slug => !OF_THE_WHOLE_COURSE.has(slug)).sort()
}
