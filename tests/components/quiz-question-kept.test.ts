import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import CheckLayout from '../../layouts/check.vue'
import { PROGRESS_KEY } from '../../stores/keys.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { aMinuteLater, button, choose, NOON, offeredBy, painted, questionOf, readAloud, reload, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'

const ask = (id: string, props = {}) => show(QuizQuestion, { id, mode: 'quiz', ...props })
type Shown = Awaited<ReturnType<typeof ask>>
const status = (shown: Shown) => shown.get('[role="status"]').text()

/** As if this had been saved by an earlier visit. */
function saved(question: string, response: unknown, score: number) {
  localStorage.setItem(PROGRESS_KEY, JSON.stringify({
    version: 1,
    answers: [{ question, response, score, atMs: NOON - 1000, mode: 'slide', revision: 1 }],
    attempts: [],
    seen: {},
  }))
  reload()
}

describe('an answer given elsewhere', () => {
  it.each(teaAnswers)('shows a $type as answered from the start, with what was chosen', async ({ id, right }) => {
    const question = await questionOf(id)
    useProgressStore().answer(scoredAnswer(question, right, 'slide'))
    const shown = await ask(id)
    expect(status(shown)).toMatch(/^Correct/)
    expect(shown.findAll('[data-mark="right"]').length).toBe(Array.isArray(right) || typeof right === 'object' ? Object.keys(right).length : 1)
    expect(button(shown, 'Practise once more').exists()).toBe(true)
  })

  it('shows while the question stands open on the page', async () => {
    const shown = await ask('tea.colour')
    expect(status(shown)).toBe('')
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'b', 'slide'))
    await nextTick()
    expect(status(shown)).toMatch(/^Not quite/)
    expect(shown.get<HTMLInputElement>('input[value="b"]').element.checked).toBe(true)
  })

  it('does not take a second try out of the learner’s hands', async () => {
    const shown = await ask('tea.colour')
    const question = await questionOf('tea.colour')
    await choose(shown, question, 'b')
    await button(shown, 'Check answer').trigger('click')
    await button(shown, 'Try again').trigger('click')
    await choose(shown, question, 'c')
    useProgressStore().answer(scoredAnswer(question, 'a', 'slide'))
    await nextTick()
    expect(status(shown)).toBe('')
    expect(shown.get<HTMLInputElement>('input[value="c"]').element.checked).toBe(true)
  })
})

describe('only answers since a given time', () => {
  it.each(teaAnswers)('an older answer to a $type is not shown', async ({ id, right }) => {
    useProgressStore().answer(scoredAnswer(await questionOf(id), right, 'page'))
    aMinuteLater()
    const shown = await ask(id, { sinceMs: Date.now() })
    expect(status(shown)).toBe('')
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(shown.findAll('input:checked')).toEqual([])
    expect(button(shown, 'Check answer').exists()).toBe(true)
  })

  it('an answer from then on is shown', async () => {
    const sinceMs = Date.now()
    aMinuteLater()
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page'))
    expect(status(await ask('tea.colour', { sinceMs }))).toMatch(/^Correct/)
  })
})

describe('a saved answer that no longer fits the question', () => {
  it.each([
    ['tea.colour', 'z'],
    ['tea.colour', 17],
    ['tea.colour', null],
    ['tea.colour', ['a', 'b']],
    ['tea.colour', { a: 'x' }],
    ['tea.several', ['a', 'z']],
    ['tea.several', 'a'],
    ['tea.several', { a: 'x' }],
    ['tea.several', 5],
    ['tea.steps', ['c', 'a', 'd', 'z']],
    ['tea.steps', ['a', 'b']],
    ['tea.steps', ['a', 'a', 'b', 'c']],
    ['tea.steps', 'a'],
    ['tea.steps', { a: 'x' }],
    ['tea.pairs', { z: 'x' }],
    ['tea.pairs', { a: 'z', b: 'q', c: 'x' }],
    ['tea.pairs', ['a']],
    ['tea.pairs', 'a'],
    ['tea.pairs', null],
  ])('%s with %j keeps its outcome, marks nothing and can be tried again', async (id, response) => {
    const complain = vi.spyOn(console, 'warn').mockImplementation(() => {})
    saved(id, response, 0.5)
    const question = await questionOf(id)
    const shown = await ask(id)
    expect(status(shown)).toMatch(/^Partly right/)
    expect(shown.findAll('[data-mark]')).toEqual([])
    expect(shown.findAll('.option').length).toBe(Object.keys(offeredBy(question)).length)
    await button(shown, 'Try again').trigger('click')
    await choose(shown, question, teaAnswers.find(answer => answer.id === id)!.right as any)
    await button(shown, 'Check answer').trigger('click')
    expect(status(shown)).toMatch(/^Correct/)
    expect(complain).not.toHaveBeenCalled()
  })
})

describe('a preview', () => {
  it.each([
    ['stage', false],
    ['presenter', false],
    ['picture', true],
  ] as const)('of a slide as "%s" has an inert frame around the question: %s', async (as, inert) => {
    const layout = await show(CheckLayout, { frontmatter: { title: 'Check', question: 'tea.colour' } }, { as })
    expect(layout.get('[data-question="tea.colour"]').element.closest('[inert]') !== null).toBe(inert)
  })
})

describe('keys and pointers', () => {
  it.each(['keydown', 'pointerdown'])('%s inside never reaches the deck around', async (type) => {
    const shown = await ask('tea.steps')
    const reached = vi.fn()
    document.body.addEventListener(type, reached)
    for (const { element } of [...shown.findAll('button'), ...shown.findAll('.option'), shown])
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
    document.body.removeEventListener(type, reached)
    expect(reached).not.toHaveBeenCalled()
  })

  it('keydown keeps its own effect, so that space and arrows operate the options', async () => {
    const shown = await ask('tea.colour')
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true })
    shown.get('input').element.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})

describe('in a run of questions', () => {
  it('offers the next one by its label after the answer, and asks for it', async () => {
    const shown = await ask('tea.colour', { mode: 'quiz', nextLabel: 'See the result' })
    await choose(shown, await questionOf('tea.colour'), 'b')
    await button(shown, 'Check answer').trigger('click')
    expect(shown.emitted('next')).toBeUndefined()
    expect(shown.findAll('button').map(({ element }) => readAloud(element))).toEqual(['See the result'])
    await button(shown, 'See the result').trigger('click')
    expect(shown.emitted('next')).toHaveLength(1)
    expect(status(shown)).toMatch(/^Not quite/)
  })

  it('asks for nothing next while unanswered', async () => {
    const shown = await ask('tea.colour', { mode: 'quiz', nextLabel: 'Next question' })
    await button(shown, 'Check answer').trigger('click')
    expect(shown.emitted('next')).toBeUndefined()
  })
})

describe('what the answer rests on', () => {
  it('is hidden before the answer', async () => {
    const shown = await ask('tea.colour')
    expect(shown.findAll('a')).toEqual([])
    expect(shown.text()).not.toContain('Evidence')
  })

  it('is the verdict with its strength of proof, the source, and on a page the place where it is taught', async () => {
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page'))
    const shown = await ask('tea.colour')
    await painted()
    expect(readAloud(shown.element)).toContain('Evidence: Mixed')
    expect(shown.text()).toContain('An implant for tea')
    expect(shown.findAll('a').map(link => link.attributes('href'))).toEqual(['/learn/tea/#verdict', 'https://doi.org/10.1000/xyz'])
  })

  it('leads away from no slide to a page', async () => {
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'slide'))
    const shown = await ask('tea.colour', { mode: 'slide' })
    await painted()
    expect(shown.findAll('a').map(link => link.attributes('href'))).toEqual(['https://doi.org/10.1000/xyz'])
  })
})
