import { describe, expect, it } from 'vitest'
import { choiceOf } from '../../tests/fixtures/build.ts'
import { figuresCsv, figuresOf, headlinesCsv } from './results-file.ts'

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

  it.each(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])('is no formula either where a text begins with %j', (sign) => {
    const asked = figures.questions.map(item => ({ ...item, prompt: `${sign}1+1` }))
    expect(figuresCsv({ ...figures, questions: asked }).split('\r\n')[1]).toContain(`"tea.one","'${sign}1+1",`)
  })
})

describe('the room’s headlines, before and after', () => {
  const headline = (slug: string, form: 'a' | 'b' | undefined, ...lessons: string[]) =>
    ({ ...choiceOf(['a', 'b'], 'a'), id: `headlines.${slug}`, prompt: 'Does it hold?', headline: `News of ${slug}`, facts: '', claim: 'fails' as const, form, lessons, revision: 1 })
  const headlines = [headline('one', 'a', 'sham'), headline('two', 'a', 'sham', 'marker'), headline('three', 'b', 'sham'), headline('practice', undefined, 'sham')]
  const asked = (slug: string, openedAtMs: number, round: 1 | 2, ...responses: unknown[]) =>
    ({ subject: { question: `headlines.${slug}`, revision: 1 }, round, openedAtMs, votes: votes(...responses) })
  const questionOf = (id: string) => headlines.find(headline => headline.id === id)

  it('are by lesson the share of right answers, and how many people gave them, of the first round alone', () => {
    const { headlines: figures, questions } = figuresOf({
      code: 'K7QPM',
      ballots: [
        asked('three', 30, 1, 'a', 'a', 'b'),
        asked('one', 10, 1, 'a', 'b', 'b', 'b'),
        asked('one', 12, 2, 'a', 'a', 'a', 'a'),
        asked('two', 20, 1, 'a', 'b'),
        asked('practice', 25, 1, 'a'),
      ],
    }, questionOf)
    expect(figures!.people).toEqual({ before: 4, after: 3, both: 3 })
    expect(figures!.lessons).toEqual([
      { lesson: 'sham', before: { headlines: 2, n: 4, shareRight: 2 / 6 }, after: { headlines: 1, n: 3, shareRight: 2 / 3 } },
      { lesson: 'marker', before: { headlines: 1, n: 2, shareRight: 0.5 }, after: undefined },
    ])
    expect(questions[0]!.prompt).toBe('“News of three” Does it hold?')
    expect(headlinesCsv(figures!, id => `The ${id}`).split('\r\n')).toEqual([
      '"lesson","name","headlines before","n before","share right before","headlines after","n after","share right after"',
      '"sham","The sham",2,4,0.333,1,3,0.667',
      '"marker","The marker",1,2,0.5,,,',
      '',
    ])
  })

  it('begin with whichever form the speaker asked first, and are missing where none was asked', () => {
    const turned = figuresOf({ code: 'K7QPM', ballots: [asked('three', 1, 1, 'a'), asked('one', 2, 1, 'b')] }, questionOf)
    expect(turned.headlines!.lessons[0]).toMatchObject({ before: { shareRight: 1 }, after: { shareRight: 0 } })
    expect(figuresOf({ code: 'K7QPM', ballots: [asked('practice', 1, 1, 'a')] }, questionOf).headlines).toBeUndefined()
  })
})
