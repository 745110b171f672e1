import type { Course } from '../content/load-course.ts'
import type { Question, Section, Source } from '../core/course.ts'

/** What is taken out of the course. */
export interface Selection {
  course: Course
  /** In the order of the course */
  sections: Section[]
  /** What files are called after: a section's id, or `all` */
  name: string
  /** When the content was last changed */
  changedMs: number
  /** Builds the pages for a learning system, and the shell that speaks with it: takes a minute */
  buildForLms: () => Promise<{ pages: Files, shell: Files }>
  /** Builds pages and deck for a folder that is opened without a server: takes two minutes */
  buildForFiles: () => Promise<Files>
  /** Draws the figures of slides (by full id, their numbers in the deck) in a browser: takes a minute or two. Gives them by the same id */
  drawFigures: (slides: Record<string, number>) => Promise<Record<string, Picture>>
  /** Prints slides of the deck, each on a page, by a browser: takes a minute or two */
  printDeck: (slides: SlideToPrint[], options: { title: string, lang: string, notes: boolean }) => Promise<PrintedDeck>
  /** Whether pages of notes are asked for */
  notes: boolean
}

/** A slide as it is printed. */
export interface SlideToPrint {
  /** In the deck, 1-based */
  no: number
  /** Full id; empty for the cover of the course */
  id: string
  /** Of its heading */
  level: number
  heading: string
  /** What a slide with a question says, where nobody can press */
  question?: PrintedQuestion
  /** Paragraphs that stand under it, where notes are asked for */
  notes: string[]
}

/** A question on paper, or its answer. */
interface PrintedQuestion {
  prompt: string
  lines: PrintedLine[]
  explanation?: string
  /** Of the drawing beside it: what it shows, and the letter of the right place */
  places?: { alt: string, right?: string }
  /** Of a hundred people beside it: what they show, and how many of them are filled */
  people?: { alt: string, count: number }
}

interface PrintedLine {
  /** Its letter or number */
  sign?: string
  text: string
  /** Where it belongs */
  belongs?: string
  isRight?: boolean
  /** What is said of it */
  says?: string
}

export interface PrintedDeck {
  pdf: Uint8Array
  /** Alternative texts of its drawings, in the order of reading */
  alts: string[]
}

/** A picture of a figure, as the course draws it. */
export interface Picture {
  png: Uint8Array
  /** Its size in px of the slide */
  width: number
  height: number
  /** The words in it, which the picture itself is without */
  labels?: Label[]
}

/** Words in a drawing, in px of its picture. */
export interface Label {
  text: string
  /** Where the words stand; before the turn, around the same middle */
  x: number
  y: number
  w: number
  h: number
  /** Of the letters */
  size: number
  /** Clockwise, in degrees */
  turn: number
  align: 'left' | 'center' | 'right'
  /** As `C8451B` */
  colour: string
  /** What keeps the words apart from lines behind them */
  behind?: string
  isBold: boolean
  /** A letter in a ring, which the picture is without too */
  isRinged: boolean
}

/** Files by their path under `exports-out/`. */
export type Files = Record<string, Uint8Array>

/** A kind of package for other systems. */
export interface Target {
  /** What it is, in a few words */
  what: string
  /** Where it goes, as somebody does it there */
  goesTo: string
  /** @returns one file, or the files of one folder; the same bytes for the same content */
  make: (selection: Selection) => Files | Promise<Files>
}

/** @returns the start of every name that a package has: `<course>-depression` */
export const packageName = ({ course, name }: Selection): string => `${course.about.id}-${name}`

/** @returns what a package is called: the course, and its section where it has one alone */
export function packageTitle({ course, sections }: Selection): string {
  return sections.length === 1 ? `${course.about.title}: ${sections[0]!.title}` : course.about.title
}

/** @returns the category of a section's questions, as a path: Moodle writes a slash in a name twice */
export function moodleCategory({ about }: Course, { title }: Section): string {
  return [about.title, title].map(name => name.replaceAll('/', '//')).join('/')
}

/** Any letters in an answer that Moodle compares: behind all others, what is none of them. */
export const ANYTHING = '*'
/** @returns the word as Moodle compares it letter by letter */
export const literal = (word: string): string => word.replaceAll(ANYTHING, `\\${ANYTHING}`)

/** @returns the sources that a question, a verdict or a trial names */
export function sourcesOf({ sources }: Pick<Question, 'sources'>, section: Section): Source[] {
  return section.sources.filter(({ id }) => sources.includes(id))
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
