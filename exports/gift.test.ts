import type { GIFTQuestion, Matching, MultipleChoice, Numerical, ShortAnswer } from 'gift-pegjs'
import type { ChoicesQuestion, EstimateQuestion } from '../core/course.ts'
import { parse } from 'gift-pegjs'
import { describe, expect, it } from 'vitest'
import { score } from '../core/question-types/index.ts'
import { selectionOf, signedSelection, slashedSelection, twoVersions } from '../tests/fixtures/selections.ts'
import { gift } from './gift.ts'

/** The questions as a parser reads it that nobody here wrote. */
async function read(selection: Parameters<typeof gift.make>[0]): Promise<GIFTQuestion[]> {
  const [bytes] = Object.values(await gift.make(selection))
  return parse(new TextDecoder().decode(bytes))
}

const isAsked = (block: GIFTQuestion) => block.type !== 'Category' && block.type !== 'Description'

describe('questions as GIFT', () => {
  it('are read whole: a category for each section, a question for each one, and one for each gap', async () => {
    const selection = await selectionOf()
    const blocks = await read(selection)
    expect(blocks.filter(({ type }) => type === 'Category').map(({ title }) => title)).toEqual(selection.sections.map(({ title }) => `Wandering Nerve/${title}`))
    const ids = selection.sections.flatMap(({ questions }) => questions.flatMap(question =>
      question.type === 'gap' ? Object.keys(question.gaps).map(key => `${question.id}.${key}`) : [question.id]))
    expect(blocks.filter(isAsked).map(({ id }) => id)).toEqual(ids)
    console.log(`gift: gift-pegjs read ${blocks.filter(isAsked).length} of ${ids.length} questions`)
  })

  it('are in one category of the course, whatever slash is in a title', async () => {
    const { selection, category } = await slashedSelection()
    expect((await read(selection)).filter(({ type }) => type === 'Category').map(({ title }) => title)).toEqual([category])
  })

  it('keep their words, their feedback and the sources', async () => {
    const selection = await selectionOf('depression')
    const blocks = await read(selection)
    const question = selection.sections[0]!.questions.find(({ type }) => type === 'choice')!
    const block = blocks.find(({ id }) => id === question.id) as MultipleChoice
    expect(block.stem.text).toBe(question.prompt)
    expect(block.choices.map(({ text, feedback }) => ({ text: text.text, feedback: feedback!.text })))
      .toEqual('options' in question ? Object.values(question.options).map(({ text, feedback }) => ({ text, feedback })) : [])
    expect(block.globalFeedback!.text).toContain(question.explanation.slice(0, 30))
    expect(block.globalFeedback!.text).toContain('https://')
  })

  // A question about safety has no partial credit in the course, which weights cannot say.
  it('score several options by the rule of the course', async () => {
    const selection = await selectionOf()
    const blocks = await read(selection)
    const several = selection.sections.flatMap(({ questions }) => questions.filter((question): question is typeof question & ChoicesQuestion => question.type === 'choices' && !question.safety))
    for (const question of several) {
      const { choices } = blocks.find(({ id }) => id === question.id) as MultipleChoice
      const keys = Object.keys(question.options)
      for (let ticked = 1; ticked < 2 ** keys.length; ticked++) {
        const isTicked = (_: unknown, place: number) => (ticked & 2 ** place) > 0
        const points = choices.filter(isTicked).reduce((sum, { weight }) => sum + weight!, 0) / 100
        expect(Math.max(0, points)).toBeCloseTo(score(question, keys.filter(isTicked)), 5)
      }
    }
  })

  it('never score an estimate full where the course does not, and none that it scores half', async () => {
    const selection = await selectionOf()
    const blocks = await read(selection)
    const estimates = selection.sections.flatMap(({ questions }) => questions.filter((question): question is typeof question & EstimateQuestion => question.type === 'estimate'))
    for (const question of estimates) {
      const choices = (blocks.find(({ id }) => id === question.id) as Numerical).choices
      const steps = Array.isArray(choices) ? choices : []
      for (let guess = question.min; guess <= question.max; guess += question.step) {
        const step = steps.find(({ text }) => Math.abs(guess - text.number!) <= text.range! + 1e-9)!
        expect(step, `${question.id}: ${guess}`).toBeDefined()
        const points = (step.weight ?? 100) / 100
        expect(points === 1).toBe(score(question, guess) === 1)
        expect(Math.abs(points - score(question, guess))).toBeLessThanOrEqual(0.5 + 1e-9)
      }
    }
  })

  it('part a pair once, whatever arrow is in an item or its place', async () => {
    const blocks = await read(await signedSelection())
    expect((blocks.find(({ id }) => id === 'tea.pairs') as Matching).matchPairs[0]).toMatchObject({ subquestion: { text: 'Ear → skin' }, subanswer: 'Neck → skin' })
  })

  it('take a typed word letter by letter, and say of every other one what the course says', async () => {
    const blocks = await read(await signedSelection())
    expect((blocks.find(({ id }) => id === 'tea.word.a') as ShortAnswer).choices.map(({ text, weight, feedback }) => [text.text, weight, feedback!.text])).toEqual([
      // Moodle takes an asterisk for any letters, and an arrow for a pair.
      ['5-HT\\*', null, 'Tea → 5-HT.'],
      ['serotonin', null, 'Tea → 5-HT.'],
      ['*', 0, 'Tea → 5-HT.'],
    ])
  })

  it('keep their ids when words change; a new one has a new id, and a retired one is gone', async () => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const [first, second] = [await read(before), await read(after)]
    const stems = (blocks: GIFTQuestion[]) => new Map(blocks.filter(isAsked).map(block => [block.id, 'stem' in block ? block.stem.text : '']))
    expect(stems(second).get(reworded)).not.toBe(stems(first).get(reworded))
    expect([...stems(first).keys()].filter(id => !stems(second).has(id))).toEqual([retired])
    expect([...stems(second).keys()].filter(id => !stems(first).has(id))).toEqual([added])
  })
})
