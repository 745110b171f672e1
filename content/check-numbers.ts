import type { CourseFiles, SectionFiles } from './course-files.ts'
import type { WrittenFigure } from './figures.ts'
import type { WrittenNumber } from './numbers.ts'
import type { Problem } from './problem.ts'
import type { Words } from './words.ts'
import { sourcesOf, writtenFigures } from './figures.ts'
import { numbersIn } from './numbers.ts'
import { wordsOfBank, wordsOfEvidence, wordsOfFigure, wordsOfSlide } from './words.ts'

/**
 * Every number in digits that a section shows, on slides, in questions and in its verdicts, stands in what is recorded:
 * in the results of a source that the section names, in the data of its trials, or as the year of a decision; what a
 * figure says, in the results of its own sources, as it is shown in other sections too. What rightly stands nowhere is
 * in evidence/number-exceptions.yaml, and what stands there without need is reported too.
 */
export function checkNumbers(files: CourseFiles): Problem[] {
  const exceptions = (files.numberExceptions.data ?? []).map((exception, index) => ({
    ...exception,
    index,
    phrase: phraseOf(exception.number),
    used: false,
  }))
  const problems = files.sections.flatMap((section) => {
    const known = exceptions.filter(exception => (exception.section ?? section.id) === section.id)
    const unrecorded = (words: Words[], recorded: Set<number>) => words.flatMap(piece => numbersIn(piece.text)
      .filter(number => !recorded.has(number.value))
      .filter((number) => {
        const excused = known.filter(({ phrase }) => covers(phrase, piece.text, number))
        excused.forEach(exception => exception.used = true)
        return excused.length === 0
      })
      .map(number => ({ piece, number })))
    return [
      ...unrecorded(wordsOf(section), recordedIn(section, files))
        .map(({ piece, number }) => problemOf(piece, number, `recorded result of "${section.id}"`)),
      ...writtenFigures([section]).flatMap(figure => unrecorded(wordsOfFigure(figure), recordedFor(figure, files))
        .map(({ piece, number }) => problemOf(piece, number, `recorded result of a source of the figure "${figure.name}"`))),
    ]
  })
  const needless = exceptions.filter(({ used }) => !used).map(({ number, section, index }) => ({
    file: files.numberExceptions.file,
    line: files.numberExceptions.lineOf(index),
    message: `The exception "${number}"${section ? ` of "${section}"` : ''} is not needed`,
    remedy: 'Take it away: the number is gone, or it is recorded by now.',
  }))
  return [...problems, ...needless]
}

function wordsOf(section: SectionFiles): Words[] {
  return [...section.slides.flatMap(wordsOfSlide), ...wordsOfBank(section.bank), ...wordsOfEvidence(section)]
}

function problemOf({ file, line, text }: Words, { written, index }: WrittenNumber, where: string): Problem {
  const around = text.slice(Math.max(0, index - 40), index + written.length + 30).replace(/\s+/g, ' ').trim()
  return {
    file,
    line,
    message: `The number ${written} is in no ${where}: "… ${around} …"`,
    remedy: 'Correct it, record it in "result" or "limits" of the source, or explain it in evidence/number-exceptions.yaml.',
  }
}

/** @returns every number that the section may use */
function recordedIn(section: SectionFiles, files: CourseFiles): Set<number> {
  const { bank, evidence } = section
  const { verdicts = [], trials = [] } = evidence.data ?? {}
  const results = resultsOf([...verdicts, ...trials, ...bank.data ?? []].flatMap(item => item.sources), files)
  const trialData = trials.flatMap(({ who, compared, goalText, outcomes }) => [
    who,
    compared,
    goalText,
    ...outcomes.flatMap(({ p = '', arms = [], groups = [] }) => [
      p,
      ...arms.flatMap(({ people = '', value }) => [String(people), String(value)]),
      ...groups.flatMap(({ people = '', filled = '' }) => [String(people), String(filled)]),
    ]),
  ])
  const years = verdicts.flatMap(({ approval }) => 'year' in approval ? String(approval.year) : [])
  return new Set([...results, ...trialData, ...years].flatMap(text => numbersIn(text).map(({ value }) => value)))
}

/** @returns every number that a figure may use: what its own sources hold, and what it draws by a formula */
function recordedFor({ data }: WrittenFigure, files: CourseFiles): Set<number> {
  const simulated = 'simulated' in data ? Object.values(data.simulated).flat() : []
  return new Set([...resultsOf(sourcesOf(data), files).flatMap(text => numbersIn(text).map(({ value }) => value)), ...simulated])
}

/** @returns what is recorded of these sources, as texts */
function resultsOf(ids: string[], { sources }: CourseFiles): string[] {
  const named = new Set(ids)
  return (sources.data ?? []).filter(source => named.has(source.id)).flatMap(({ custom, issued }) => [
    custom.result,
    custom.limits ?? '',
    yearsOf(issued),
  ])
}

function yearsOf(issued: unknown): string {
  const parts = (issued as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts']
  return (parts ?? []).map(([year]) => String(year)).join(' ')
}

/** @returns a pattern for an exception's words, as whole words */
function phraseOf(number: string): RegExp {
  const words = number.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return new RegExp(`(?<![\\w.,]\\d*)${words}(?!\\w|[.,]\\d)`, 'gi')
}

function covers(phrase: RegExp, text: string, { index, written }: WrittenNumber): boolean {
  return [...text.matchAll(phrase)].some(match => match.index <= index && index + written.length <= match.index + match[0].length)
}
