import type { WholeSection } from './course-files.ts'
import { writtenFigures } from './figures.ts'
import { wordsOfEvidence, wordsOfFigure, wordsOfSlide } from './words.ts'

/* The rule, as the map says it. Reading speed: Brysbaert 2019, adults, silently, English non-fiction. */
export const WORDS_A_MINUTE = 238
const FIGURE_MINUTES = 0.5
const QUESTION_MINUTES = 0.75

const FIGURE = /<(?:Figure|Evidence(?:Figure|Map|Effects|Timeline))\w*/g

/** @returns how many minutes these words, figures and questions take */
export function minutesFor({ words = 0, figures = 0, questions = 0 }: { words?: number, figures?: number, questions?: number }): number {
  return words / WORDS_A_MINUTE + figures * FIGURE_MINUTES + questions * QUESTION_MINUTES
}

export const countWords = (text: string) => text.split(/\s+/).filter(word => /\w/.test(word)).length

/** @returns how many minutes it takes to read a section alone: its words, those of its verdicts, trials and figures too, with time for each figure and for each question on the way */
export function readingMinutes(section: WholeSection): number {
  const words = [...section.slides.flatMap(wordsOfSlide), ...wordsOfEvidence(section), ...writtenFigures([section]).flatMap(wordsOfFigure)]
    .reduce((sum, { text }) => sum + countWords(text), 0)
  const figures = section.slides.flatMap(({ content }) => content.match(FIGURE) ?? []).length
  const questions = section.slides.flatMap(({ question, then }) => [question, then]).filter(Boolean).length
  return Math.max(1, Math.round(minutesFor({ words, figures, questions })))
}
