import type { AskedQuestion } from '../course.ts'
import type { ItemResult } from './items.ts'
import type { RoomResults } from './results.ts'
import type { BeliefTally, Vote } from './tally.ts'
import { momentOf } from './events.ts'
import { itemResults } from './items.ts'
import { beliefTallyOf } from './tally.ts'

/** What the speaker keeps of a room: figures of each question and belief, and nobody's answers by name. */
export interface RoomFigures {
  code: string
  questions: (ItemResult & { prompt: string })[]
  beliefs: ({ section: string, moment: 'before' | 'after' } & BeliefTally)[]
}

/** @returns the figures; a question that the course has no more is left out */
export function figuresOf({ code, ballots }: RoomResults, questionOf: (id: string) => AskedQuestion | undefined): RoomFigures {
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
    questions: itemResults(asked).map(item => ({ ...item, prompt: questions.find(({ id }) => id === item.question)!.prompt })),
    beliefs: ballots.flatMap(({ subject, round, votes }) => 'belief' in subject
      ? [{ section: subject.belief, moment: momentOf(round), ...beliefTallyOf(votesOf(votes)) }]
      : []),
  }
}

/** A cell that a spreadsheet takes for text, whatever it begins with. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'string')
    return value === undefined ? '' : String(Math.round(value * 1000) / 1000)
  return `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
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
  return [head, ...lines].map(line => `${line.map(cell).join(',')}\r\n`).join('')
}
