import type { CourseMap } from '../core/course-map.ts'
import type { About, Tour } from '../core/course.schema.ts'
import type { AgendaInFull, CourseOutline, Glossary, Question, Section, SectionOutline, Source } from '../core/course.ts'
import type { Headline } from '../core/headlines.schema.ts'
import type { Question as WrittenQuestion } from '../core/question-types/index.schema.ts'
import type { SearchDocument } from '../core/search.ts'
import type { Figure, FigureName } from '../core/subject/figures.ts'
import type { Components } from './components.ts'
import type { CourseFiles, WholeSection } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { SlideSource } from './read-slides.ts'
import { fileURLToPath } from 'node:url'
import { HEADLINES } from '../core/course.ts'
import { agendasInFull } from './agendas.ts'
import { checkCourse } from './check-course.ts'
import { readComponents } from './components.ts'
import { isChecked, readCourseFiles } from './course-files.ts'
import { mapOf } from './course-map.ts'
import { figuresInFull, sourcesOf, writtenFigures } from './figures.ts'
import { formatSources } from './format-sources.ts'
import { lessonsInFull } from './lesson-places.ts'
import { ContentError } from './problem.ts'
import { termFinder } from './question-terms.ts'
import { runsOn } from './read-slides.ts'
import { readingMinutes } from './reading-time.ts'
import { searchDocuments } from './search-index.ts'

/** The checked course, as the app gets it. */
export interface Course {
  /** What it is called, and what it says of itself */
  about: About
  /** Where the drawings that it names lie: absolute paths, with slashes */
  pictures: { map: string, plate: string, hotspots?: string }
  outline: CourseOutline
  sections: Section[]
  glossary: Glossary
  map: CourseMap
  /** What each figure says */
  figures: Partial<Record<FigureName, Figure>>
  /** Invented headlines to practise on, with full ids */
  headlines: Headline[]
  /** The way in for one person */
  tour: Tour
  /** What can be found in it */
  findable: SearchDocument[]
  /** Workshops of some of its slides */
  agendas: AgendaInFull[]
  /** The slides of the deck with their words */
  slides: SlideSource[]
}

const WHOLE = 'slides.md'

/** Where components and layouts lie; the content may lie elsewhere, as in tests. */
const HOUSE = fileURLToPath(new URL('..', import.meta.url))

/** Reads and checks all content. @returns what was read, and every problem found in it */
export async function readCourse(root: string): Promise<{ files: CourseFiles, problems: Problem[] }> {
  const { files, problems } = await readCourseFiles(root, WHOLE)
  // Whatever names the slide that is gone would be told of.
  const isWhole = !files.slides.some(({ note }) => runsOn(note))
  return { files, problems: [...problems, ...isWhole ? checkCourse(files, readComponents(HOUSE, root)) : []] }
}

/**
 * Loads the course. An entry of its own is a deck of some slides: the map and the deck hold these only, while all that
 * is checked and known of the sections stays whole, as slides name things of other sections.
 * @throws {ContentError} with every problem, when there is any
 */
export async function loadCourse(root: string, entry = WHOLE): Promise<Course> {
  const { files, problems } = await readCourse(root)
  const deck = entry === WHOLE ? { files, problems: [] } : await readCourseFiles(root, entry)
  if (problems.length + deck.problems.length > 0 || !isChecked(files) || !isChecked(deck.files))
    throw new ContentError([...problems, ...deck.problems])
  const components = readComponents(HOUSE, root)
  const sources = await formatSources(files.sources.data)
  const titles = new Map(files.slides.map(({ id, title }) => [id, title]))
  const termsOf = termFinder(files.glossary.data)
  const sections = files.sections.map(section => sectionInFull(section, sources, titles, question => termsOf(question).explained))
  const glossary = { lessons: lessonsInFull(files.lessons.data, sections, files.slides), terms: files.glossary.data }
  const inDeck = sections.filter(({ id }) => deck.files.sections.some(section => section.id === id))
  return {
    about: files.about.data,
    pictures: picturesOf(files.about.data, components),
    outline: {
      sections: deck.files.sections.map(outlineOf),
      deck: deck.files.slides.map(slide => slide.id || null),
    },
    sections,
    glossary,
    figures: figuresInFull(files, sources),
    map: mapOf(sections, deck.files.slides),
    headlines: files.headlines.data.map(headline => ({ ...headline, id: `${HEADLINES}.${headline.id}` })),
    tour: files.tour.data,
    findable: searchDocuments(deck.files, inDeck, glossary, files),
    agendas: agendasInFull(files.agendas.data, files.slides),
    slides: deck.files.slides,
  }
}

function picturesOf({ map, plate, hotspots }: About, { file }: Components): Course['pictures'] {
  return { map: file(map)!, plate: file(plate)!, ...hotspots && { hotspots: file(hotspots.picture)! } }
}

function outlineOf(section: WholeSection): SectionOutline {
  const { id, slides, bank, evidence } = section
  const { title, paragraph, station, lead } = evidence.data
  return {
    id,
    title,
    paragraph,
    station,
    lead,
    minutes: Math.round(slides.reduce((sum, slide) => sum + slide.minutes, 0)),
    minutesToRead: readingMinutes(section),
    slides: slides.map(({ id, title, layout, question, then }) => ({ id, title, layout, ...(question && { question }), ...(then && { then }) })),
    checks: slides.flatMap(slide => slide.question ?? []),
    mainVerdict: `${id}.${evidence.data.belief.verdict}`,
    lessons: [...new Set([...evidence.data.verdicts, ...evidence.data.trials].flatMap(({ lessons = [] }) => lessons))],
    questions: bank.data.map(question => ({
      id: `${id}.${question.id}`,
      about: question.about,
      revision: question.revision,
      quiz: question.quiz,
      ...(question.notWith && { notWith: question.notWith.map(other => `${id}.${other}`) }),
    })),
  }
}

/** What an author notes of a question for the report is not sent to anybody. */
function withoutNotes(question: WrittenQuestion): WrittenQuestion {
  const { level: _level, leans: _leans, lessons: _lessons, extremes: _extremes, notExplained: _notExplained, ...sent } = question as WrittenQuestion & { extremes?: unknown }
  return sent as WrittenQuestion
}

function questionInFull(question: WrittenQuestion, id: string, terms: string[]): Question {
  return { ...withoutNotes(question), id, ...(terms.length > 0 && { terms }) }
}

function sectionInFull(section: WholeSection, sources: Map<string, Source>, titles: Map<string, string>, termsOf: (question: WrittenQuestion) => string[]): Section {
  const { id, bank, evidence } = section
  const { title, paragraph, safety, questionsToTake, belief, claims, verdicts, trials } = evidence.data
  const full = (local: string) => `${id}.${local}`
  const questions = bank.data.map(question => questionInFull(question, full(question.id), termsOf(question)))
  const named = new Set([
    ...verdicts,
    ...trials,
    ...questions,
  ].flatMap(item => item.sources).concat(writtenFigures([section]).flatMap(({ data }) => sourcesOf(data))))
  return {
    id,
    title,
    paragraph,
    safety,
    questionsToTake,
    belief: { ...belief, verdict: full(belief.verdict) },
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
    places: Object.fromEntries(questions.map(({ taughtAt }) => [taughtAt, titles.get(taughtAt)!])),
  }
}
