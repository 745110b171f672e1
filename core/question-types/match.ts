import type { MatchQuestion } from './match.schema.ts'
import type { QuestionType } from './type.ts'
import { isKeyOf } from './type.ts'

/** For every option the key of its target. */
export type MatchResponse = Record<string, string>

/** Match each item with its partner: the share of items with the right partner. */
export const match: QuestionType<MatchQuestion, MatchResponse> = {
  validate(question, response) {
    const given: Record<string, unknown> = typeof response === 'object' && response !== null && !Array.isArray(response)
      ? response as Record<string, unknown>
      : {}
    const open = Object.keys(question.options).filter(key => !Object.hasOwn(given, key) || !isKeyOf(question.targets, given[key]))
    if (open.length > 0) {
      return open.length === 1
        ? 'One item has no partner yet.'
        : `${open.length} items have no partner yet.`
    }
    if (Object.keys(given).length !== Object.keys(question.options).length)
      return 'Choose from the items shown.'
  },

  score(question, response) {
    const keys = Object.keys(question.options)
    return keys.filter(key => response[key] === question.answer[key]).length / keys.length
  },

  reveal: (question, response) => Object.fromEntries(Object.keys(question.options).map(key =>
    [
      key,
      response[key] === question.answer[key]
        ? 'right'
        : 'wrong',
    ])),
}
