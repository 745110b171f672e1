import type { CheckedFiles, CourseFiles } from './course-files.ts'
import type { Problem } from './problem.ts'
import { numbered } from '../words/en/language.ts'
import { checkAgendas } from './agendas.ts'
import { checkSlideForm, shortExplanations } from './check-form.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkQuotes } from './check-quotes.ts'
import { checkWording } from './check-wording.ts'
import { checkCoverage, coverage, thinSections } from './coverage.ts'
import { drafts, sharedStations } from './drafts.ts'
import { checkForm, formCells } from './form-guess.ts'
import { headlineCells } from './headline-report.ts'
import { checkGuessing, guessing, inHundred } from './longest-option.ts'
import { checkLevels, extremesCells, leaningCells, lessonCells, levelCells } from './question-report.ts'
import { checkReadingLevels, headlineLevel, readingLevels } from './reading-level.ts'
import { staleVerdicts } from './recheck.ts'

/** @returns what must be mended before the course is published, though it can be looked at meanwhile */
export function reviewProblems(files: CourseFiles): Problem[] {
  return [
    ...checkCoverage(files),
    ...checkNumbers(files),
    ...checkForm(files),
    ...checkReadingLevels(files),
    ...checkGuessing(files),
    ...checkSlideForm(files),
    ...checkLevels(files),
    ...checkWording(files),
    ...checkQuotes(files),
    ...checkAgendas(files),
  ]
}

/** @returns what somebody should look at; `today` as YYYY-MM-DD */
export function reviewWarnings(files: CourseFiles, today: string): Problem[] {
  return [
    ...drafts(files),
    ...shortExplanations(files),
    ...sharedStations(files),
    ...thinSections(files),
    ...staleVerdicts(files, today),
  ]
}

/** @returns the state of the course in figures, as text with tables */
export function report(files: CheckedFiles): string {
  return [
    totals(files),
    `Coverage: paragraph → claim → verdicts → slides → questions\n\n${table(coverageCells(files))}`,
    `Reading level (Flesch-Kincaid grade, terms of the glossary left out; 9 at most)\n\n${table(readingCells(files))}`,
    `What guessing gets in questions with one right option, and how often each letter is right\n\n${table(guessingCells(files))}`,
    `What guessing by the form of the options gets, and with all signs as the other banks taught them\n\n${table(formCells(files))}`,
    `Questions by level\n\n${table(levelCells(files))}`,
    `Questions by how the right answer leans, all of them and those of type choice\n\n${table(leaningCells(files))}`,
    `Choices with a bold and a dismissive option\n\n${table(extremesCells(files))}`,
    `Questions by lesson\n\n${table(lessonCells(files))}`,
    `Questions by type\n\n${table(typeCells(files))}`,
    `Invented headlines to practise by lesson, reading level ${headlineLevel(files).toFixed(1)}\n\n${table(headlineCells(files))}`,
  ].join('\n\n')
}

function totals({ sections, slides, sources, lessons, glossary }: CheckedFiles): string {
  const count = (list: (section: CheckedFiles['sections'][number]) => unknown[]) => sections.reduce((sum, section) => sum + list(section).length, 0)
  return [
    numbered(sections.length, 'section'),
    numbered(slides.length, 'slide'),
    numbered(count(({ bank }) => bank.data), 'question'),
    numbered(count(({ evidence }) => evidence.data.claims), 'claim'),
    numbered(count(({ evidence }) => evidence.data.verdicts), 'verdict'),
    numbered(count(({ evidence }) => evidence.data.trials), 'trial'),
    numbered(sources.data.length, 'source'),
    numbered(lessons.data.length, 'lesson'),
    numbered(glossary.data.length, 'term'),
  ].join(', ')
}

/** A claim's name stands once, before its first verdict. */
function coverageCells(files: CheckedFiles): string[][] {
  const rows = coverage(files).flatMap(({ paragraph, section, claim, verdicts }) => (verdicts.length > 0 ? verdicts : [{ id: '–', slides: 0, questions: 0 }])
    .map(({ id, slides, questions }, place) => [place === 0 ? paragraph : '', place === 0 ? `${section}.${claim}` : '', id, String(slides || '–'), String(questions || '–')]))
  return [['', 'claim', 'verdict', 'slides', 'questions'], ...rows]
}

function readingCells(files: CheckedFiles): string[][] {
  return [
    ['', 'slides', 'questions', 'evidence', 'figures'],
    ...readingLevels(files).map(({ section, slides, questions, evidence, figures }) => [section, ...[slides, questions, evidence].map(grade => grade.toFixed(1)), figures > 0 ? figures.toFixed(1) : '–']),
  ]
}

function guessingCells(files: CheckedFiles): string[][] {
  return [
    ['', 'questions', 'longest', 'chance', 'letters'],
    ...guessing(files).map(({ section, questions, longest, chance, letters }) => [
      section,
      String(questions),
      inHundred(longest),
      inHundred(chance),
      Object.entries(letters).map(([letter, times]) => `${letter} ${times}`).join('  '),
    ]),
  ]
}

function typeCells({ sections }: CheckedFiles): string[][] {
  const types = [...new Set(sections.flatMap(({ bank }) => bank.data.map(({ type }) => type)))].sort()
  return [
    ['', ...types, 'all'],
    ...sections.map(({ id, bank }) => [
      id,
      ...types.map(type => String(bank.data.filter(question => question.type === type).length || '–')),
      String(bank.data.length),
    ]),
  ]
}

/** @returns the rows as lines, their columns under one another; a column of numbers is set to the right */
function table(rows: string[][]): string {
  const columns = rows[0]!.map((_, column) => ({
    width: Math.max(...rows.map(row => row[column]!.length)),
    numbers: rows.slice(1).every(row => /^[\d.–]+%?$/.test(row[column]!)),
  }))
  return rows.map(row => `  ${row.map((cell, column) => {
    const { width, numbers } = columns[column]!
    return numbers ? cell.padStart(width) : cell.padEnd(width)
  }).join('  ')}`.trimEnd()).join('\n')
}
