import type { AskedQuestion } from '../course.ts'
import type { Headline } from '../headlines.schema.ts'
import type { HeadlineFigures } from './headline-forms.ts'
import type { ItemResult } from './items.ts'
import type { RoomResults } from './results.ts'
import type { BeliefTally, Vote } from './tally.ts'
import { promptOf } from './asked.ts'
import { momentOf } from './events.ts'
import { headlineFigures } from './headline-forms.ts'
import { itemResults } from './items.ts'
import { beliefTallyOf } from './tally.ts'

/** What the speaker keeps of a room: figures of each question and belief, and nobody's answers by name. */
export interface RoomFigures {
  code: string
  questions: (ItemResult & { prompt: string })[]
  beliefs: ({ section: string, moment: 'before' | 'after' } & BeliefTally)[]
  /** Where headlines of the forms before and after the course were asked */
  headlines?: HeadlineFigures
}

/** @returns the figures; a question that the course has no more is left out */
export function figuresOf({ code, ballots }: RoomResults, questionOf: (id: string) => AskedQuestion | Headline | undefined): RoomFigures {
  const votesOf = (votes: RoomResults['ballots'][number]['votes']): Vote[] => votes.map(({ person, response }) => ({ who: String(person), seq: 1, response }))
  const questions = [...new Set(ballots.flatMap(({ subject }) => 'question' in subject ? subject.question : []))].flatMap(id => questionOf(id) ?? [])
  const asked = questions.map(question => ({
    question,
    rounds: ballots
      .filter(({ subject }) => 'question' in subject && subject.question === question.id)
      .sort((a, b) => a.round - b.round)
      .map(({ votes }) => votesOf(votes)),
  }))
  return {
    code,
    questions: itemResults(asked).map(item => ({ ...item, prompt: promptOf(questions.find(({ id }) => id === item.question)!) })),
    beliefs: ballots.flatMap(({ subject, round, votes }) => 'belief' in subject
      ? [{ section: subject.belief, moment: momentOf(round), ...beliefTallyOf(votesOf(votes)) }]
      : []),
    headlines: headlineFigures({ ballots }, questionOf),
  }
}

/** Some spreadsheets take the wide signs of East Asian keyboards for the narrow ones. */
const SIGNS_OF_FORMULAS = /^[=+\-@\t\r＝＋－＠]/

/** A cell that a spreadsheet takes for text, whatever it begins with. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'string')
    return value === undefined ? '' : String(Math.round(value * 1000) / 1000)
  return `"${(SIGNS_OF_FORMULAS.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

const csv = (lines: (string | number | undefined)[][]) => lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')

/** @returns the room's headlines before and after as CSV: a line for each lesson; what nobody answered is empty */
export function headlinesCsv({ lessons }: HeadlineFigures, nameOf: (lesson: string) => string): string {
  const head = ['lesson', 'name', ...['before', 'after'].flatMap(moment => [`headlines ${moment}`, `n ${moment}`, `share right ${moment}`])]
  return csv([head, ...lessons.map(({ lesson, before, after }) =>
    [lesson, nameOf(lesson), ...[before, after].flatMap(read => [read?.headlines, read?.n, read?.shareRight])])])
}

/** @returns the figures of the questions as CSV (RFC 4180): a line for each question and round; what is not known is empty */
export function figuresCsv({ questions }: RoomFigures): string {
  const head = ['question', 'prompt', 'round', 'n', 'share right', 'mean score', 'discrimination', 'gain', 'wrong to right', 'right to wrong', 'distractors']
  const lines = questions.map(({ question, prompt, round, n, shareRight, facility, discrimination, gain, moves, distractors }) => [
    question,
    prompt,
    round,
    n,
    shareRight,
    facility,
    discrimination,
    gain,
    moves?.toRight,
    moves?.toWrong,
    distractors && Object.entries(distractors).map(([key, count]) => `${key}: ${count}`).join('; '),
  ])
  return csv([head, ...lines])
}
