import type { CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { DataFile } from './read-data.ts'
import type { SlideSource } from './read-slides.ts'
import { textsIn } from './words.ts'

/** What a keyboard has, which a deck, a page and a paper would each set otherwise. */
const STRAIGHT = /["']/
/** After these a mark opens */
const OPENS = '(^|[\\s([/—–“‘])'
/** How much of a text is said again in a remedy, before and after the mark */
const AROUND = 16

/** @returns the text with the marks that a printer sets: “ ” around words, ‘ ’ within those, ’ in a word */
export function withQuotes(text: string): string {
  return text
    .replace(new RegExp(`${OPENS}"`, 'g'), '$1“')
    .replaceAll('"', '”')
    .replace(new RegExp(`${OPENS}'`, 'g'), '$1‘')
    .replaceAll('\'', '’')
}

/** @returns every text with straight quotation marks or apostrophes, and how it is written */
export function checkQuotes(files: CourseFiles): Problem[] {
  const { about, glossary, lessons, headlines, agendas, tour, acceptedWords, sections, slides } = files
  const data: DataFile<unknown>[] = [about, glossary, lessons, headlines, agendas, tour, acceptedWords, ...sections.flatMap(({ bank, evidence }) => [bank, evidence])]
  return [...data.flatMap(inData), ...slides.flatMap(inSlide)]
}

function inData({ file, data, lineOf }: DataFile<unknown>): Problem[] {
  return textsIn(data, new Set()).flatMap(({ path, text }) => problemOf(file, () => lineOf(...path), text))
}

function inSlide({ file, line, lines, frontmatter, content, contentLine, note }: SlideSource): Problem[] {
  return [
    ...textsIn(frontmatter, new Set()).flatMap(({ path, text }) => problemOf(file, () => lines[path[0]!] ?? line, text)),
    ...content.replace(/<!--[\s\S]*?-->|<[^>]*>/g, tag => tag.replace(/[^\n]+/g, ' ')).split('\n').flatMap((text, index) => problemOf(file, () => contentLine + index, text)),
    ...note.split('\n').flatMap(text => problemOf(file, () => line, text)),
  ]
}

/** Of a text the first place is enough: the others are seen beside it. */
function problemOf(file: string, lineOf: () => number, text: string): Problem[] {
  const at = text.search(STRAIGHT)
  return at === -1
    ? []
    : [{
        file,
        line: lineOf(),
        message: `A straight quotation mark or apostrophe: ${text.slice(Math.max(0, at - AROUND), at + AROUND).trim()}`,
        remedy: `Write it as it is printed: ${withQuotes(text).slice(Math.max(0, at - AROUND), at + AROUND).trim()}`,
      }]
}
