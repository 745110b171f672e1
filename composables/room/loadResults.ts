import type { AskedQuestion, Section } from '../../core/course.ts'
import type { Headline } from '../../core/headlines.schema.ts'
import type { RoomFigures } from '../../core/room/results-file.ts'
import type { RoomResults } from '../../core/room/results.ts'
import { HEADLINES, sectionOf } from '../../core/course.ts'
import { figuresOf } from '../../core/room/results-file.ts'
import { loadLessons } from '../useGlossary.ts'
import { loadHeadlines } from '../useHeadlines.ts'
import { loadSection } from '../useSection.ts'

export interface LoadedResults {
  results: RoomResults
  figures: RoomFigures
  /** @returns the question, `undefined` where the course has it no more */
  questionOf: (id: string) => AskedQuestion | Headline | undefined
  /** @returns the section of a claim */
  sectionNamed: (id: string) => Section | undefined
  /** @returns what a lesson is called */
  lessonNamed: (id: string) => string
}

/** @param base of the room @returns what it gave, for who may see it; `undefined` for anybody else, and without the room */
export async function loadResults(base: string): Promise<LoadedResults | undefined> {
  const answer = await fetch(new URL('results', base), { cache: 'no-store' }).catch(() => undefined)
  if (!answer?.ok)
    return
  const results: RoomResults = await answer.json()
  const ids = new Set(results.ballots.map(({ subject }) => 'question' in subject ? sectionOf(subject.question) : subject.belief))
  const [headlines, lessons] = ids.delete(HEADLINES) ? await Promise.all([loadHeadlines(), loadLessons()]) : [[], []]
  const sections = await Promise.all([...ids].map(loadSection))
  const asked = [...sections.flatMap(({ questions }) => questions), ...headlines]
  const questionOf = (id: string) => asked.find(question => question.id === id)
  return {
    results,
    figures: figuresOf(results, questionOf),
    questionOf,
    sectionNamed: id => sections.find(section => section.id === id),
    lessonNamed: id => lessons.find(lesson => lesson.id === id)?.name ?? id,
  }
}
