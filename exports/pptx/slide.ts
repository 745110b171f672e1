import type { Course } from '../../content/load-course.ts'
import type { SlideSource } from '../../content/read-slides.ts'
import type { Question, Section, Source, Trial, Verdict } from '../../core/course.ts'
import type { Picture } from '../target.ts'
import type { Page } from './pages.ts'
import type { Block } from './text.ts'
import { sectionOf } from '../../core/course.ts'
import { shownOn } from './text.ts'

/** What is known of a slide before it is drawn. */
export interface SlideInDeck {
  source: SlideSource
  title: string
  isAnswer: boolean
  course: Course
  section?: Section
  /** Which section of how many; 0 on the cover of the course */
  part: number
  parts: number
  /** How far the section has come, 0 … 1 */
  done: number
  shown: Record<string, Block[]>
  picture?: Picture
}

export function slideInDeck({ source, title, isAnswer }: Page, course: Course, picture?: Picture): SlideInDeck {
  const part = course.outline.sections.findIndex(({ id }) => id === source.section)
  const own = course.slides.filter(({ section }) => section === source.section)
  return {
    source,
    title,
    isAnswer,
    course,
    section: course.sections.find(({ id }) => id === source.section),
    part: part + 1,
    parts: course.outline.sections.length,
    done: source.section ? (own.indexOf(source) + 1) / own.length : 0,
    shown: shownOn(source.content),
    picture,
  }
}

/** The section that holds something, by its full id: a slide may show what another section has. */
function holderOf(id: string, { sections }: Course): Section {
  return sections.find(section => section.id === sectionOf(id))!
}

export const trialOf = (id: string, course: Course): Trial => holderOf(id, course).trials.find(trial => trial.id === id)!
export const verdictOf = (id: string, course: Course): Verdict => holderOf(id, course).verdicts.find(verdict => verdict.id === id)!
export const questionOf = (id: string, course: Course): Question => holderOf(id, course).questions.find(question => question.id === id)!

/** @returns the sources of something, in the order in which it names them */
export function sourcesIn(item: { id: string, sources: string[] }, course: Course): Source[] {
  const { sources } = holderOf(item.id, course)
  return item.sources.flatMap(id => sources.find(source => source.id === id) ?? [])
}
