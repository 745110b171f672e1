import type { AskedQuestion } from '../course.ts'
import type { Headline } from '../headlines.schema.ts'
import { isHeadline } from '../course.ts'

/** @returns the invented headline that a question asks about, if it is one */
export function headlineOf(question: AskedQuestion | Headline | undefined): Headline | undefined {
  return question && isHeadline(question.id) ? question as Headline : undefined
}

/** @returns what a question asks, for a table: of an invented headline that comes first */
export function promptOf(question: AskedQuestion | Headline): string {
  const headline = headlineOf(question)
  return headline ? `“${headline.headline}” ${headline.prompt}` : question.prompt
}
