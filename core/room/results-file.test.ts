import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../tests/fixtures/build.ts'
import { figuresCsv, figuresOf } from './results-file.ts'

const question = { ...choiceOf(['a', 'b'], 'a'), id: 'tea.one', prompt: '=Which "tea"?' }
const votes = (...responses: unknown[]) => responses.map((response, place) => ({ person: place + 1, response }))

describe('what the speaker keeps of a room', () => {
  const figures = figuresOf({
    code: 'K7QPM',
    ballots: [
      { subject: { question: 'tea.one', revision: 1 }, round: 2, openedAtMs: 2, votes: votes('a', 'a', 'b') },
      { subject: { question: 'tea.one', revision: 1 }, round: 1, openedAtMs: 1, votes: votes('b', 'a', 'b') },
      { subject: { question: 'tea.gone', revision: 1 }, round: 1, openedAtMs: 3, votes: votes('a') },
      { subject: { belief: 'tea' }, round: 1, openedAtMs: 4, votes: votes({ approved: true, evidence: 'mixed' }) },
    ],
  }, id => id === question.id ? question : undefined)

  it('is a line for each question and round, and each belief, before and after', () => {
    expect(figures.questions.map(({ round, n, gain }) => [round, n, gain?.toFixed(2)])).toEqual([[1, 3, undefined], [2, 3, '0.50']])
    expect(figures.beliefs).toMatchObject([{ section: 'tea', moment: 'before', n: 1 }])
    expect(JSON.stringify(figures)).not.toContain('person')
  })

  it('is a table that no spreadsheet takes for a formula', () => {
    const [head, first, second] = figuresCsv(figures).split('\r\n')
    expect(head).toContain('"share right"')
    expect(first).toBe(`"tea.one","'=Which ""tea""?",1,3,0.333,0.333,,,,,"b: 2"`)
    expect(second).toContain(',2,3,0.667,0.667,,0.5,1,0,')
  })
})
