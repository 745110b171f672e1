import type { OptionMark } from '../../core/course.ts'
import type { Confidence } from '../../core/progress.ts'
import type { Missing, MissingDetails, Outcome, PlainWords } from '../../core/question-types/index.ts'

export const outcomeWords: Record<Outcome, string> = {
  'correct': 'Correct',
  'partly-right': 'Partly right',
  'not-quite': 'Not quite',
}

/** What stands before the feedback of an option; one that was rightly left alone needs no word. */
export const markWords: Record<OptionMark, string> = {
  right: 'Right',
  wrong: 'Not right',
  missed: 'This is right',
  left: '',
}

export const confidenceWords: Record<Confidence, string> = {
  'guess': 'A guess',
  'fairly-sure': 'Fairly sure',
  'sure': 'Sure',
}

const missingWords: { [Code in keyof MissingDetails]: (details: MissingDetails[Code]) => string } = {
  'option': () => 'Choose one of the options first.',
  'options': () => 'Choose at least one option first.',
  'spot': () => 'Choose a place first.',
  'order': () => 'Put the items in order first: move them with the arrow buttons.',
  'places': () => 'Put every item in its place first.',
  'guess-in-range': ({ min, max }) => `Guess a number from ${min} to ${max}.`,
  'partners': ({ count }) => count === 1 ? 'One item has no partner yet.' : `${count} items have no partner yet.`,
  'bins': ({ count }) => count === 1 ? 'One item is not sorted yet.' : `${count} items are not sorted yet.`,
  'gaps': ({ count }) => count === 1 ? 'One gap is not filled yet.' : `${count} gaps are not filled yet.`,
  'shown-options': () => 'Choose from the options shown.',
  'shown-items': () => 'Choose from the items shown.',
  'shown-gaps': () => 'Fill only the gaps shown.',
}

/** @returns the sentence that says what is missing before the answer may be sent */
export function missingInWords(what: Missing): string {
  return (missingWords[what.missing] as (details: Missing) => string)(what)
}

export const ALL_THAT_FIT = 'Choose all that fit.'

/** What is printed around a question on paper. */
export const plainWords: PlainWords = {
  allThatFit: ALL_THAT_FIT,
  inOrder: 'Put in order, first to last.',
  estimate: ({ min, max, unit }) => `Your estimate (${min} to ${max}): ______ ${unit}`,
  estimated: ({ answer, tolerance, unit }) => `${answer} ${unit} (a guess within ${tolerance} counts as right)`,
}
