import type { Lesson, Term } from './course.schema.ts'
import type { Claim, Trial, Verdict } from './evidence.schema.ts'
import type { Question as WrittenQuestion } from './question-types/index.schema.ts'

export type { Lesson, Term } from './course.schema.ts'
export type { Approval, BodySystem, EvidenceLevel, Trial, Verdict } from './evidence.schema.ts'
export type { ChoiceQuestion } from './question-types/choice.schema.ts'
export type { ChoicesQuestion } from './question-types/choices.schema.ts'
export type { EstimateQuestion } from './question-types/estimate.schema.ts'
export type { GapQuestion } from './question-types/gap.schema.ts'
export type { HotspotQuestion } from './question-types/hotspot.schema.ts'
export type { AskedQuestion } from './question-types/index.schema.ts'
export type { MatchQuestion } from './question-types/match.schema.ts'
export type { OrderQuestion } from './question-types/order.schema.ts'
export type { SortQuestion } from './question-types/sort.schema.ts'

/** A question of the course, as the app gets it. */
export type Question = WrittenQuestion & {
  /** Terms that may be looked up while it is open */
  terms?: string[]
}

/** One choice a question offers: what is read, and what is said about it afterwards. */
export interface Option {
  text: string
  feedback: string
}

/** What became of an option: chosen rightly, chosen wrongly, right but not chosen, rightly left alone. */
export type OptionMark = 'right' | 'wrong' | 'missed' | 'left'

/** A reference, formatted at build time. */
export interface Source {
  id: string
  /** The whole reference as one line of text */
  citation: string
  /** DOI, PubMed or official page */
  url: string
  /** What the link is called: `doi:10.…`, `PubMed 123`, or the host of the official page */
  linkText: string
  /** The key result in one line */
  result: string
  /** The day it was last checked, as YYYY-MM-DD */
  checked: string
}

/** A slide as the map and the reading page know it, without its words. */
interface SlideOutline {
  /** `<section>.<id>` */
  id: string
  title: string
  layout: string
  /** Full id of the question that it asks */
  question?: string
  /** Full id of the question that the reading page asks after it */
  then?: string
}

/** A section as the drawing of the map gets it. */
export interface MapStation {
  id: string
  station: string
  title: string
  /** Learned: its mark is filled */
  done: boolean
  /** How much of it was read, 0 … 1: so far the way to it is lit */
  read: number
  current: boolean
  href: string
}

/** What the plate of a section shows. */
export interface Plate {
  /** None for the whole course */
  station?: string
  /** The number of the section, 1-based; 0 for the whole course */
  no: number
}

/** What the whole app knows of each section before its own chunk is loaded. */
export interface SectionOutline {
  id: string
  title: string
  /** Paragraph of the article, P1 to the last */
  paragraph: string
  station: string
  lead: string
  /** Sum of the minutes in the speaker notes: for who presents it */
  minutes: number
  /** For who reads it alone (content/reading-time.ts) */
  minutesToRead: number
  slides: SlideOutline[]
  /** Full ids of the questions that stand on slides, in their order */
  checks: string[]
  /** The verdict that answers the section's belief, by its full id: what the section is about first of all */
  mainVerdict: string
  /** On which lessons the reading of its trials and verdicts turns */
  lessons: string[]
  /** The bank, with what a draw needs */
  questions: QuestionOutline[]
}

export interface QuestionOutline {
  /** `<section>.<slug>` */
  id: string
  /** The verdict it tests */
  about: string
  revision: number
  /** May the section quiz draw it? */
  quiz: boolean
  /** Full ids of questions that may not stand in one quiz with it */
  notWith?: string[]
}

/**
 * What every page knows of every section (virtual:course/contents).
 * @public
 */
export type Contents = (Pick<SectionOutline, 'id' | 'title' | 'station'> & {
  /** How many there are to read */
  parts: number
})[]

/** The outline of the whole course: the deck and the map know it, a reading page does with its own section's. */
export interface CourseOutline {
  sections: SectionOutline[]
  /** Full id of each slide of the deck, in its order; `null` for one that belongs to no section */
  deck: (string | null)[]
}

interface Safety {
  notFor: string
  seekCare: string
}

/** One section in full; all ids are full ids. */
export interface Section {
  id: string
  title: string
  paragraph: string
  /** For whom it does not apply, and when to seek care */
  safety: Safety
  questionsToTake?: string[]
  /** One claim that the learner places on the two scales; `verdict` (full id) answers it */
  belief: { text: string, verdict: string }
  claims: Claim[]
  verdicts: Verdict[]
  trials: Trial[]
  questions: Question[]
  /** Every source that this section names */
  sources: Source[]
  /** Titles of the slides where its questions are taught, by the slide's full id */
  places: Record<string, string>
}

/** A trial or verdict whose reading turns on a lesson, and the slide that shows it. */
export interface LessonPlace {
  title: string
  /** Full id */
  slide: string
}

export interface LessonInFull extends Lesson {
  /** Where it is seen, the best place first */
  places: LessonPlace[]
}

/** What the whole course explains once: a chunk of its own. */
export interface Glossary {
  lessons: LessonInFull[]
  terms: Term[]
}

/** The bank of invented headlines takes the place of a section: its questions are `headlines.<slug>`. */
export const HEADLINES = 'headlines'

/** @returns whether the id is that of an invented headline, in the bank or gone from it */
export function isHeadline(id: string): boolean {
  return sectionOf(id) === HEADLINES
}

/** A workshop of chosen slides. What its speaker says is in no build: scripts/handout.ts prints it. */
export interface AgendaInFull {
  id: string
  title: string
  minutes: number
  slides: { id: string, title: string, layout: string, question?: string, verdicts: string[] }[]
}

/** @returns `<section>` of `<section>.<slug>` */
export function sectionOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

/** @returns `<slug>` of `<section>.<slug>` */
export function slugOf(id: string): string {
  return id.slice(id.indexOf('.') + 1)
}
