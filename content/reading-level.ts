import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import type { Words } from './words.ts'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { writtenFigures } from './figures.ts'
import { wordsOfBank, wordsOfEvidence, wordsOfFigure, wordsOfSlide } from './words.ts'

/** School years that a reader needs; the course is for somebody of 14. */
const HARDEST = 9

export interface ReadingLevel {
  section: string
  slides: number
  questions: number
  evidence: number
  /** 0 where the section writes none */
  figures: number
}

/** @returns what grades words, the terms of the glossary left out */
function grader({ glossary }: CourseFiles): (words: Words[]) => number {
  const plainer = withoutTerms((glossary.data ?? []).flatMap(({ term, also = [] }) => [term, ...also]))
  return words => gradeOf(words.map(({ text }) => plainer(text)))
}

/** @returns the Flesch-Kincaid grade of the invented headlines */
export function headlineLevel(files: CourseFiles): number {
  return grader(files)(wordsOfBank(files.headlines))
}

/** @returns for each section the Flesch-Kincaid grade of its slides, its questions, its evidence and what its figures say */
export function readingLevels(files: CourseFiles): ReadingLevel[] {
  const levelOf = grader(files)
  return files.sections.map(section => ({
    section: section.id,
    slides: levelOf(section.slides.flatMap(wordsOfSlide)),
    questions: levelOf(wordsOfBank(section.bank)),
    evidence: levelOf(wordsOfEvidence(section)),
    figures: levelOf(writtenFigures([section]).flatMap(wordsOfFigure)),
  }))
}

/** @returns a problem for each part of a section that is harder to read than it may be */
export function checkReadingLevels(files: CourseFiles): Problem[] {
  const fileOf = ({ id, bank, evidence }: SectionFiles) => ({ slides: `slides/${id}.md`, questions: bank.file, evidence: evidence.file, figures: evidence.file })
  const ofSections = readingLevels(files).flatMap(({ section, ...levels }) => {
    const file = fileOf(files.sections.find(({ id }) => id === section)!)
    return (['slides', 'questions', 'evidence', 'figures'] as const).map(part => ({ file: file[part], level: levels[part] }))
  })
  return [...ofSections, { file: files.headlines.file, level: headlineLevel(files) }].filter(({ level }) => level > HARDEST).map(({ file, level }) => ({
    file,
    line: 1,
    message: `Reading needs ${level.toFixed(1)} school years, ${HARDEST} at most`,
    remedy: 'Use shorter sentences and plainer words; a term that is needed belongs in evidence/glossary.yaml.',
  }))
}

/** @returns what puts one neutral syllable in the place of each of these terms, in one or many, and of each number */
function withoutTerms(terms: string[]): (text: string) => string {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length).map(term => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const term = new RegExp(`(?<!\\w)(?:${longestFirst.join('|')})s?(?!\\w)`, 'gi')
  return text => (terms.length > 0 ? text.replace(term, 'term') : text).replace(/\d[\d.,]*(?<=\d)/g, 'ten')
}

/**
 * As Flesch counted: whatever stands on its own is a sentence, and so is what ends in a colon or a semicolon.
 * @returns the grade of these texts together; 0 when they hold no word
 */
export function gradeOf(texts: string[]): number {
  const sentences = texts.flatMap(text => text.split(/[.?!:;…]+(?=\s|$)/)).map(wordsIn).filter(words => words.length > 0)
  const words = sentences.flat()
  return words.length === 0
    ? 0
    : fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) })
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}’']*/gu) ?? []
}
