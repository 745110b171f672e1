/** One answer of each kind to each type of question of the tiny course. */
export const teaAnswers = [
  {
    id: 'tea.colour',
    type: 'choice',
    right: 'a',
    partly: undefined,
    wrong: 'b',
    missing: 'Choose one of the options first.',
  },
  {
    id: 'tea.several',
    type: 'choices',
    right: ['a', 'b'],
    partly: ['a'],
    wrong: ['c', 'd'],
    missing: 'Choose at least one option first.',
  },
  {
    id: 'tea.steps',
    type: 'order',
    right: ['c', 'a', 'd', 'b'],
    partly: ['a', 'c', 'd', 'b'],
    wrong: ['b', 'd', 'a', 'c'],
    missing: 'Put the items in order first: move them with the arrow buttons.',
  },
  {
    id: 'tea.pairs',
    type: 'match',
    right: { a: 'y', b: 'z', c: 'x' },
    partly: { a: 'y', b: 'x', c: 'z' },
    wrong: { a: 'x', b: 'y', c: 'z' },
    missing: '3 items have no partner yet.',
  },
] as const

/** The same, as a list of outcomes; a `choice` is never partly right. */
export const teaOutcomes = teaAnswers.flatMap(({ id, type, right, partly, wrong }) => [
  { id, type, response: right, outcome: 'Correct' },
  ...partly ? [{ id, type, response: partly, outcome: 'Partly right' }] : [],
  { id, type, response: wrong, outcome: 'Not quite' },
]) as { id: string, type: string, response: any, outcome: string }[]
