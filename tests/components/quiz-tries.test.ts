import type { AnswerMode } from '../../core/progress.ts'
import { describe, expect, it } from 'vitest'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, expectAccessible, questionOf, reload, show } from './mount.ts'

const colour = await questionOf('tea.colour')
const several = await questionOf('tea.several')
const ask = (id: string, mode: AnswerMode = 'page', props = {}) => show(QuizQuestion, { id, mode, ...props })
type Shown = Awaited<ReturnType<typeof ask>>
const status = (shown: Shown) => shown.get('[role="status"]').text()
const names = (shown: Shown) => shown.findAll('button').map(({ element }) => element.textContent!.trim())

describe.each(['page', 'slide'] as const)('a check in the mode %s gives two tries', (mode) => {
  it('the first miss is told without the solution, with the author’s hint, and the answer may be changed', async () => {
    const shown = await ask('tea.colour', mode)
    await choose(shown, colour, 'b')
    await button(shown, 'Check answer').trigger('click')
    expect(status(shown)).toBe('Not quite. A hint: Think of leaves.')
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(shown.text()).not.toContain(colour.explanation)
    expect(shown.findAll('input:disabled')).toEqual([])
    await expectAccessible(shown.element)
  })

  it('without a hint, the second try is offered all the same', async () => {
    const shown = await ask('tea.several', mode)
    await choose(shown, several, ['a'])
    await button(shown, 'Check answer').trigger('click')
    expect(status(shown)).toBe('Partly right. You have a second try.')
  })

  it('the second shows the solution, whatever it was', async () => {
    const shown = await ask('tea.colour', mode)
    for (const [key, name] of [['b', 'Check answer'], ['c', 'Check again']] as const) {
      await choose(shown, colour, key)
      await button(shown, name).trigger('click')
    }
    expect(status(shown)).toMatch(/^Not quite\. A is right\./)
    expect(shown.findAll('.feedback').length).toBe(3)
    expect(useProgressStore().progress.answers.map(({ response }) => response)).toEqual(['b', 'c'])
  })

  it('a second try that is right is said to be right', async () => {
    const shown = await ask('tea.colour', mode)
    await choose(shown, colour, 'b')
    await button(shown, 'Check answer').trigger('click')
    await choose(shown, colour, 'a')
    await button(shown, 'Check again').trigger('click')
    expect(status(shown)).toMatch(/^Correct/)
  })

  it('after the first miss the answer can be asked for', async () => {
    const shown = await ask('tea.colour', mode)
    await choose(shown, colour, 'b')
    await button(shown, 'Check answer').trigger('click')
    await button(shown, 'Show the answer').trigger('click')
    expect(shown.findAll('.feedback').length).toBe(3)
    expect(names(shown)).toEqual(['Try again'])
  })

  it('a second try is still open after a reload', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'b', mode))
    await Promise.resolve()
    reload()
    const shown = await ask('tea.colour', mode)
    expect(status(shown)).toMatch(/A hint/)
    expect(shown.get<HTMLInputElement>('input[value="b"]').element.checked).toBe(true)
  })
})

describe.each(['quiz', 'review'] as const)('a question in the mode %s', (mode) => {
  it('is asked once and then told', async () => {
    const shown = await ask('tea.colour', mode)
    await choose(shown, colour, 'b')
    await button(shown, 'Check answer').trigger('click')
    expect(shown.findAll('.feedback').length).toBe(3)
  })
})

describe('a quiz that tells at the end', () => {
  it('keeps the answer, tells nothing of it, and goes on', async () => {
    const shown = await ask('tea.colour', 'quiz', { feedback: 'end', nextLabel: 'Next question' })
    await choose(shown, colour, 'b')
    await button(shown, 'Save answer').trigger('click')
    expect(status(shown)).toBe('Saved. The feedback comes at the end.')
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(shown.attributes('data-outcome')).toBeUndefined()
    expect(shown.get<HTMLFieldSetElement>('.parts').element.disabled).toBe(true)
    expect(names(shown)).toEqual(['Next question'])
    await expectAccessible(shown.element)
  })
})

describe('how sure the learner is', () => {
  it('is kept with the answer when it was said, and is never needed', async () => {
    const shown = await ask('tea.colour')
    await choose(shown, colour, 'a')
    await shown.get('input[value="sure"]').setValue(true)
    await button(shown, 'Check answer').trigger('click')
    expect(useProgressStore().progress.answers[0]!.confidence).toBe('sure')
    const other = await ask('tea.several')
    await choose(other, several, ['a', 'b'])
    await button(other, 'Check answer').trigger('click')
    expect('confidence' in useProgressStore().progress.answers[1]!).toBe(false)
  })

  it('is asked before an answer is checked, not after, and not on a slide', async () => {
    const shown = await ask('tea.colour')
    expect(shown.find('.confidence').exists()).toBe(true)
    await choose(shown, colour, 'a')
    await button(shown, 'Check answer').trigger('click')
    expect(shown.find('.confidence').exists()).toBe(false)
    expect((await ask('tea.several', 'slide')).find('.confidence').exists()).toBe(false)
  })
})

describe('an answer to an earlier wording', () => {
  it('stands, and says so', async () => {
    useProgressStore().answer(scoredAnswer({ ...colour, revision: 0 as number }, 'a', 'page'))
    const shown = await ask('tea.colour')
    expect(status(shown)).toMatch(/^Correct/)
    expect(shown.text()).toContain('You answered an earlier wording of this question')
  })
})
