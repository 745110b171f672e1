import { describe, expect, it } from 'vitest'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, NOON, offeredBy, questionOf, readAloud, show } from './mount.ts'
import { teaAnswers, teaOutcomes } from './tea-answers.ts'

const ask = (id: string, props = {}) => show(QuizQuestion, { id, mode: 'quiz', ...props })
type Shown = Awaited<ReturnType<typeof ask>>
const check = (shown: Shown) => button(shown, 'Check answer').trigger('click')
const status = (shown: Shown) => shown.get('[role="status"]').text()

describe.each(teaAnswers)('a question of type $type', ({ id, right, wrong, missing }) => {
  it('is a group named by its prompt and marked with its id', async () => {
    const shown = await ask(id)
    expect(shown.attributes('role')).toBe('group')
    expect(shown.attributes('data-question')).toBe(id)
    const name = document.getElementById(shown.attributes('aria-labelledby')!)
    expect(name?.textContent?.trim()).toBe((await questionOf(id)).prompt)
  })

  it('says what is missing when it is sent unanswered, claims no outcome and keeps nothing', async () => {
    const shown = await ask(id)
    expect(status(shown)).toBe('')
    await check(shown)
    expect(status(shown)).toBe(missing)
    expect(status(shown)).not.toMatch(/^(?:Correct|Partly right|Not quite)/)
    expect(shown.attributes('data-outcome')).toBeUndefined()
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(useProgressStore().progress.answers).toEqual([])
    expect(button(shown, 'Check answer').exists()).toBe(true)
  })

  it('stops saying what is missing once something is chosen', async () => {
    const shown = await ask(id)
    await check(shown)
    await choose(shown, await questionOf(id), right as any)
    expect(status(shown)).toBe('')
  })

  it('gives away no feedback before the answer, and the feedback of every option after it', async () => {
    const question = await questionOf(id)
    const shown = await ask(id)
    await choose(shown, question, wrong as any)
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(shown.text()).not.toContain(question.explanation)
    await check(shown)
    const said = shown.findAll('.option').map(option => option.text())
    expect(said.length).toBe(Object.keys(offeredBy(question)).length)
    for (const { text, feedback } of Object.values(offeredBy(question)))
      expect(said.some(words => words.includes(text) && words.includes(feedback)), `feedback of ${text}`).toBe(true)
    expect(status(shown)).toContain(question.explanation)
  })

  it('can no longer be changed once it is checked', async () => {
    const shown = await ask(id)
    await choose(shown, await questionOf(id), wrong as any)
    await check(shown)
    expect(shown.findAll('input:enabled, select:enabled')).toEqual([])
    expect(shown.findAll('button').map(({ element }) => readAloud(element))).toEqual(['Try again'])
  })

  it('starts afresh with "Try again" and keeps both answers', async () => {
    const question = await questionOf(id)
    const shown = await ask(id)
    await choose(shown, question, wrong as any)
    await check(shown)
    await button(shown, 'Try again').trigger('click')
    expect(status(shown)).toBe('')
    expect(shown.attributes('data-outcome')).toBeUndefined()
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(shown.findAll('input:checked')).toEqual([])
    expect(shown.findAll('select').every(({ element }) => element.value === '')).toBe(true)
    await check(shown)
    expect(status(shown)).toBe(missing)
    await choose(shown, question, right as any)
    await check(shown)
    expect(status(shown)).toMatch(/^Correct/)
    expect(useProgressStore().progress.answers.map(answer => answer.score)).toEqual([0, 1])
  })
})

describe('the outcome is said first', () => {
  it.each(teaOutcomes)('$type: "$outcome" for $response', async ({ id, response, outcome }) => {
    const shown = await ask(id)
    await choose(shown, await questionOf(id), response)
    await check(shown)
    expect(status(shown).startsWith(`${outcome}.`), status(shown)).toBe(true)
    expect(shown.attributes('data-outcome')).toBe(outcome.toLowerCase().replace(' ', '-'))
  })
})

describe('an answer is kept', () => {
  it.each(teaOutcomes)('$type: $response with the mode, the revision, the time and a score that fits "$outcome"', async ({ id, response, outcome }) => {
    const shown = await ask(id, { mode: 'quiz' })
    await choose(shown, await questionOf(id), response)
    await check(shown)
    const [answer, ...more] = useProgressStore().progress.answers
    expect(more).toEqual([])
    const kept = Array.isArray(answer!.response) && id === 'tea.several' ? answer!.response.toSorted() : answer!.response
    expect({ ...answer, response: kept, score: undefined }).toEqual({ question: id, response, score: undefined, atMs: NOON, mode: 'quiz', revision: 1 })
    const { score } = answer!
    expect(score === 1 ? 'Correct' : score === 0 ? 'Not quite' : score > 0 && score < 1 ? 'Partly right' : 'no score').toBe(outcome)
  })

  it.each(['slide', 'page', 'quiz'] as const)('as given in the mode %s', async (mode) => {
    const shown = await ask('tea.colour', { mode })
    await choose(shown, await questionOf('tea.colour'), 'a')
    await check(shown)
    expect(useProgressStore().progress.answers[0]!.mode).toBe(mode)
  })
})

describe('a match with some items open', () => {
  it('says how many have no partner and keeps nothing', async () => {
    const shown = await ask('tea.pairs')
    const question = await questionOf('tea.pairs')
    await choose(shown, question, { a: 'y' })
    await check(shown)
    expect(status(shown)).toBe('2 items have no partner yet.')
    await choose(shown, question, { b: 'z' })
    await check(shown)
    expect(status(shown)).toBe('One item has no partner yet.')
    expect(useProgressStore().progress.answers).toEqual([])
  })
})

describe('what became of each option is said in words', () => {
  it('right, not right and missed, and nothing beside one rightly left alone', async () => {
    const shown = await ask('tea.several')
    await choose(shown, await questionOf('tea.several'), ['a', 'c'])
    await check(shown)
    const said = Object.fromEntries(shown.findAll('.option').map(option => [option.get('input').element.value, readAloud(option.get('.feedback').element)]))
    expect(said).toEqual({
      a: 'Right: Feedback a.',
      b: 'This is right: Feedback b.',
      c: 'Not right: Feedback c.',
      d: 'Feedback d.',
    })
  })
})
