import type { z } from 'zod'
import type { evidenceFileSchema } from '../core/course.schema.ts'
import type { CourseOutline, Section, SectionOutline, Source } from '../core/course.ts'
import type { Question } from '../core/question-types/index.schema.ts'
import type { CslSource } from './format-sources.ts'
import type { Problem } from './problem.ts'
import type { DataFile } from './read-data.ts'
import type { SlideSource } from './read-slides.ts'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z as zod } from 'zod'
import { evidenceFileSchema as evidenceSchema, sourceSchema } from '../core/course.schema.ts'
import { bankSchema } from '../core/question-types/index.schema.ts'
import { checkCourse } from './check-course.ts'
import { formatSources } from './format-sources.ts'
import { ContentError } from './problem.ts'
import { readData } from './read-data.ts'
import { readSlides } from './read-slides.ts'

/** Everything as it was read, before it is put together: what the checker looks at. */
export interface CourseFiles {
  entry: string
  slides: SlideSource[]
  /** Sections that have slides, in the order of the deck */
  sections: SectionFiles[]
  /** Sections that have any file, also those the deck does not import */
  slugs: string[]
  sources: DataFile<CslSource[]>
}

export interface SectionFiles {
  id: string
  slides: SlideSource[]
  bank: DataFile<Question[]>
  evidence: DataFile<z.infer<typeof evidenceFileSchema>>
}

/** The checked course, as the app gets it. */
export interface Course {
  outline: CourseOutline
  sections: Section[]
}

const sourcesSchema = zod.array(sourceSchema)

/** Reads all content. @returns what was read, and every problem found in it */
export async function readCourse(root: string, entry = 'slides.md'): Promise<{ files: CourseFiles, problems: Problem[] }> {
  const { slides, problems } = await readSlides(root, entry)
  // A deck that could not be read whole says nothing about what is not in it.
  const slugs = problems.some(problem => problem.file === entry)
    ? []
    : sectionSlugs(root)
  const sections = [
    ...new Set(slides.map(slide => slide.section)),
  ].filter(id => id !== undefined).map(id => ({
    id,
    slides: slides.filter(slide => slide.section === id),
    bank: readData(root, `quizzes/${id}.yaml`, bankSchema),
    evidence: readData(root, `evidence/${id}.yaml`, evidenceSchema),
  }))
  const sources = readData(root, 'evidence/sources.json', sourcesSchema)
  const files = {
    entry,
    slides,
    sections,
    slugs,
    sources,
  }
  return {
    files,
    problems: [
      ...problems,
      ...sources.problems,
      ...sections.flatMap(section => [
        ...section.bank.problems,
        ...section.evidence.problems,
      ]),
      ...checkCourse(files),
    ],
  }
}

function sectionSlugs(root: string): string[] {
  const list = (folder: string, ending: string) => {
    try {
      return readdirSync(join(root, folder)).filter(name => name.endsWith(ending)).map(name => basename(name, ending))
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
  ].sort()
}

/**
 * Loads the whole course.
 * @throws {ContentError} with every problem, when there is any
 */
export async function loadCourse(root: string, entry = 'slides.md'): Promise<Course> {
  const { files, problems } = await readCourse(root, entry)
  if (problems.length > 0)
    throw new ContentError(problems)
  const sources = formatSources(files.sources.data!)
  return {
    outline: {
      sections: files.sections.map(outlineOf),
      deck: files.slides.map(slide => slide.id || null),
    },
    sections: files.sections.map(section => sectionInFull(section, sources)),
  }
}

function outlineOf({ id, slides, bank, evidence }: SectionFiles): SectionOutline {
  const { title, paragraph, station, lead } = evidence.data!
  return {
    id,
    title,
    paragraph,
    station,
    lead,
    minutes: Math.round(slides.reduce((sum, slide) => sum + slide.minutes, 0)),
    slides: slides.map(({ id, title, layout }) => ({ id, title, layout })),
    checks: slides.flatMap(slide => slide.question ?? []),
    questions: bank.data!.map(question => ({
      id: `${id}.${question.id}`,
      about: question.about,
      revision: question.revision,
      quiz: question.quiz,
    })),
  }
}

function sectionInFull({ id, bank, evidence }: SectionFiles, sources: Map<string, Source>): Section {
  const { title, paragraph, safety, claims, verdicts, trials } = evidence.data!
  const full = (local: string) => `${id}.${local}`
  const questions = bank.data!.map(question => ({
    ...question,
    id: full(question.id),
  }))
  const named = new Set([
    ...verdicts,
    ...trials,
    ...questions,
  ].flatMap(item => item.sources))
  return {
    id,
    title,
    paragraph,
    safety,
    claims: claims.map(claim => ({
      ...claim,
      id: full(claim.id),
    })),
    verdicts: verdicts.map(verdict => ({
      ...verdict,
      id: full(verdict.id),
      claims: verdict.claims.map(full),
    })),
    trials: trials.map(trial => ({
      ...trial,
      id: full(trial.id),
    })),
    questions,
    sources: [...named].map(source => sources.get(source)!),
  }
}
