import type { Course } from '../content/load-course.ts'
import type { Question, Section } from '../core/course.ts'
import type { Target } from './target.ts'
import { stringify } from 'csv-stringify/sync'
import { listsOf, plain } from '../core/question-types/index.ts'
import { deviceWords, evidenceWords, systemWords } from '../words/en/evidence.ts'
import { plainWords } from '../words/en/questions.ts'
import { bytesOf, packageName } from './target.ts'

type Row = Record<string, string | number>

function questionRow(question: Question, { title }: Section): Row {
  const order = 'options' in question ? Object.keys(question.options) : []
  const { lines, solution } = plain(question, order, listsOf(question), plainWords)
  return {
    'Id': question.id,
    'Section': title,
    'Type': question.type,
    'Question': question.prompt,
    'What there is to choose': lines.join('\n'),
    'Answer': solution,
    'Explanation': question.explanation,
    'Feedback': feedbackLines(question).join('\n'),
    'Hint': question.hint ?? '',
    'Verdict': question.about,
    'Taught at': question.taughtAt,
    'Revision': question.revision,
    'Drawn for the quiz': question.quiz ? 'yes' : 'no',
    'Sources': question.sources.join(', '),
  }
}

/** @returns what is said of each part: an option, a gap, or a side of an estimate */
function feedbackLines(question: Question): string[] {
  if (question.type === 'estimate')
    return Object.entries(question.feedback).map(([side, feedback]) => `${side}: ${feedback}`)
  const parts = question.type === 'gap'
    ? Object.values(question.gaps).flatMap(gap => 'choices' in gap ? Object.values(gap.choices) : [{ text: gap.accept[0]!, feedback: gap.feedback }])
    : Object.values(question.options)
  return parts.map(({ text, feedback }) => `${text}: ${feedback}`)
}

function verdictRows({ title, verdicts }: Section, { about }: Course): Row[] {
  return verdicts.map(({ id, title: verdict, statement, device, system, approval, evidence, because, limits = '', checked, recheckBy, sources }) => ({
    'Id': id,
    'Section': title,
    'Verdict': verdict,
    'Statement': statement,
    'Device': deviceWords[device],
    'Part of the body': systemWords[system],
    'Is it approved?': about.approval.words[approval.status],
    'Approved by': 'by' in approval ? approval.by : '',
    'Year': 'year' in approval ? approval.year : '',
    'Approved for': 'for' in approval ? approval.for : '',
    'How strong is the proof?': evidenceWords[evidence],
    'Because': because,
    'Limits': limits,
    'Checked': checked,
    'Check again by': recheckBy,
    'Sources': sources.join(', '),
  }))
}

function sourceRows(sections: Section[]): Row[] {
  const sources = new Map(sections.flatMap(section => section.sources).map(source => [source.id, source]))
  return Array.from(sources.values(), ({ id, citation, url, result, checked }) => ({
    Id: id,
    Reference: citation,
    Link: url,
    Result: result,
    Checked: checked,
    Sections: sections.filter(section => section.sources.some(source => source.id === id)).map(({ title }) => title).join(', '),
  }))
}

/** Spreadsheets take a file for UTF-8 by its mark, and a cell that begins with a sign for a formula; some part cells at semicolons too, but for what stands in quotes. */
const table = (rows: Row[]): Uint8Array => bytesOf(stringify(rows, { header: true, bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' }))

export const csv: Target = {
  what: 'every question, verdict and source as tables',
  goesTo: 'a spreadsheet, by a double click on each of the tables',
  make(selection) {
    const { course, sections } = selection
    const folder = `${packageName(selection)}-csv`
    return {
      [`${folder}/questions.csv`]: table(sections.flatMap(section => section.questions.map(question => questionRow(question, section)))),
      [`${folder}/verdicts.csv`]: table(sections.flatMap(section => verdictRows(section, course))),
      [`${folder}/sources.csv`]: table(sourceRows(sections)),
    }
  },
}
