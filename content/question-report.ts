import type { Question } from '../core/question-types/index.schema.ts'
import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { inHundred } from './longest-option.ts'

const levels = ['recall', 'explain', 'apply', 'new'] as const

/** In a smaller bank a share says nothing. */
const MIN_QUESTIONS = 8

/** 0 … 1: more of a bank may not ask for remembered facts. */
const MOST_RECALL = 0.25

/** 0 … 1: so many of all single right options must speak for the device or the claim. */
const LEAST_FAVOURABLE = 0.25

const countOf = <K extends 'level' | 'leans'>(questions: Question[], field: K, value: Question[K]) => questions.filter(question => question[field] === value).length
const choicesOf = (questions: Question[]) => questions.filter(({ type }) => type === 'choice')

/** @returns a row for each bank: questions by level, with the share of recall; with a head and a sum */
export function levelCells({ sections }: CourseFiles): string[][] {
  const row = (name: string, questions: Question[]) => [
    name,
    ...levels.map(level => String(countOf(questions, 'level', level))),
    inHundred(countOf(questions, 'level', 'recall') / questions.length),
  ]
  return [['', ...levels, 'of which recall'], ...rows(sections, row)]
}

/** @returns a row for each bank: in how many questions the right answer speaks for the device or claim, holds back, or neither; the same for `choice` alone */
export function leaningCells({ sections }: CourseFiles): string[][] {
  const row = (name: string, questions: Question[]) => [
    name,
    ...[questions, choicesOf(questions)].flatMap(part => [
      ...(['favourable', 'sceptical'] as const).map(leans => String(countOf(part, 'leans', leans))),
      String(countOf(part, 'leans', undefined)),
    ]),
  ]
  return [['', 'favourable', 'sceptical', 'neither', 'choice: favourable', 'sceptical', 'neither'], ...rows(sections, row)]
}

/**
 * Who takes every claim as it stands, or none at all, must be right now and then: else the sensible option between the
 * two is found by its tone.
 * @returns a row for each bank: choices with a bold and a dismissive option, and in how many of them which is right
 */
export function extremesCells({ sections }: CourseFiles): string[][] {
  const row = (name: string, questions: Question[]) => {
    const pairs = questions.flatMap(question => question.type === 'choice' && question.extremes ? { answer: question.answer, extremes: question.extremes } : [])
    const right = ([0, 1] as const).map(place => pairs.filter(({ answer, extremes }) => answer === extremes[place]).length)
    return [name, String(pairs.length), ...right.map(String), pairs.length > 0 ? inHundred((right[0]! + right[1]!) / pairs.length) : '–']
  }
  return [['', 'with both', 'bold is right', 'dismissive is right', 'one of them'], ...rows(sections, row)]
}

/** @returns a row for each lesson: how many questions of each bank turn on it; with a head */
export function lessonCells({ sections, lessons }: CourseFiles): string[][] {
  const all = sections.map(({ bank }) => bank.data ?? [])
  const row = (name: string, turnsOn: (question: Question) => boolean) => {
    const counts = all.map(questions => questions.filter(turnsOn).length)
    return [name, ...counts.map(String), String(counts.reduce((sum, count) => sum + count, 0))]
  }
  return [
    ['', ...sections.map(({ id }) => id), 'all'],
    ...(lessons.data ?? []).map(({ id }) => row(id, question => question.lessons?.includes(id) ?? false)),
    row('on none', question => question.lessons === undefined),
  ]
}

function rows(sections: SectionFiles[], row: (name: string, questions: Question[]) => string[]): string[][] {
  return [
    ...sections.map(({ id, bank }) => row(id, bank.data ?? [])),
    row('all', sections.flatMap(({ bank }) => bank.data ?? [])),
  ]
}

/** @returns a problem for each question without a level, and for each bank that asks too much by heart or rewards only doubt */
export function checkLevels({ sections }: CourseFiles): Problem[] {
  return sections.flatMap(({ id: section, bank }) => {
    const questions = bank.data ?? []
    const unmarked = questions.flatMap((question, index) => question.level
      ? []
      : { file: bank.file, line: bank.lineOf(index, 'id'), message: `"${section}.${question.id}" has no level`, remedy: `Give it "level:", one of ${levels.join(', ')}.` })
    const strange = questions.flatMap((question, index) => question.type === 'choice' && question.extremes && new Set(question.extremes.filter(key => key in question.options)).size < 2
      ? { file: bank.file, line: bank.lineOf(index, 'extremes'), message: `"${section}.${question.id}" names extremes that are no two of its options`, remedy: 'Name the bold option, then the dismissive one.' }
      : [])
    return [...unmarked, ...strange, ...questions.length >= MIN_QUESTIONS ? checkBalance(bank.file, questions) : []]
  })
}

function checkBalance(file: string, questions: Question[]): Problem[] {
  const recall = countOf(questions, 'level', 'recall') / questions.length
  const favourable = countOf(choicesOf(questions), 'leans', 'favourable')
  const choices = choicesOf(questions).length
  const isMarked = choices > countOf(choicesOf(questions), 'leans', undefined)
  const problem = (message: string, remedy: string) => ({ file, line: 1, message, remedy })
  return [
    ...recall > MOST_RECALL
      ? [problem(`${inHundred(recall)} of the questions ask for a remembered fact, ${inHundred(MOST_RECALL)} at most`, 'Give the fact in the prompt, and ask what follows from it.')]
      : [],
    ...isMarked && favourable / choices < LEAST_FAVOURABLE
      ? [problem(`${favourable} of ${choices} single right options speak for the device or the claim, at least ${inHundred(LEAST_FAVOURABLE)} must`, 'Ask also about what holds up: who always doubts must not pass.')]
      : [],
  ]
}
