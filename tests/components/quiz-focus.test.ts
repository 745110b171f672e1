import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import { examples } from '../../pages/gallery/examples.ts'
import GalleryQuestion from '../../pages/gallery/GalleryQuestion.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, questionOf, readAloud, show } from './mount.ts'

const focused = () => readAloud(document.activeElement!)
const status = (shown: VueWrapper<any>) => shown.get('[role="status"]').text()
const typedGap = examples.find(({ question }) => question.type === 'gap' && Object.values(question.gaps).some(gap => !('choices' in gap)))!.question
const guess = examples.find(({ question }) => question.type === 'estimate')!.question

it.each(examples.map(example => ({ ...example, name: example.question.id })))('after an answer of any type the focus is where the eye is: $name', async ({ question, wrong }) => {
  const shown = await show(GalleryQuestion, { question })
  const press = async (name: string) => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    await button(shown, name).trigger('click')
    await nextTick()
  }
  await press('Check answer')
  expect(focused(), 'nothing was chosen').toBe('Check answer')
  await choose(shown, question, wrong as any)
  await press('Check answer')
  expect(focused()).toBe('Check again')
  await press('Check again')
  expect(focused()).toBe('Try again')
  await press('Try again')
  expect(document.activeElement).toBe(shown.get('.prompt').element)
})

describe.each(['slide', 'page'] as const)('on a %s, pressed by a mouse that gives a button no focus,', (mode) => {
  it('the focus is at the button after an answer and after the solution, and at the prompt of another try', async () => {
    const shown = await show(QuizQuestion, { id: 'tea.colour', mode })
    const press = async (name: string) => {
      ;(document.activeElement as HTMLElement | null)?.blur()
      await button(shown, name).trigger('click')
      await nextTick()
    }
    await choose(shown, await questionOf('tea.colour'), 'b')
    await press('Check answer')
    expect(focused()).toBe('Check again')
    await press('Show the answer')
    expect(focused()).toBe('Try again')
    await press('Try again')
    expect(document.activeElement).toBe(shown.get('.prompt').element)
  })
})

describe('enter', () => {
  it.each([typedGap, guess])('in a field of the question $id sends the answer, and the focus is at the button', async (question) => {
    const shown = await show(GalleryQuestion, { question })
    const field = shown.get<HTMLInputElement>('input[type="text"]')
    field.element.focus()
    await field.trigger('keydown', { key: 'Enter' })
    expect(status(shown)).not.toBe('')
    expect(document.activeElement, 'nothing was filled in').toBe(field.element)
    const right = question.type === 'estimate' ? question.answer : Object.fromEntries(Object.entries((question as Extract<typeof question, { type: 'gap' }>).gaps).map(([key, gap]) => [key, 'choices' in gap ? gap.answer : gap.accept[0]!]))
    await choose(shown, question, right)
    await field.trigger('keydown', { key: 'Enter' })
    await nextTick()
    expect(status(shown)).toMatch(/^Correct/)
    expect(focused()).toBe('Practise once more')
  })
})

describe('two windows with one question', () => {
  it('one answers, and the other, where something else is chosen, is told of it by its button and goes on only with the next', async () => {
    const shown = await show(QuizQuestion, { id: 'tea.colour', mode: 'quiz', nextLabel: 'Next question' })
    const colour = await questionOf('tea.colour')
    await choose(shown, colour, 'b')
    useProgressStore().answer(scoredAnswer(colour, 'a', 'quiz'))
    await nextTick()
    await button(shown, 'Check answer').trigger('click')
    expect(shown.emitted('next')).toBeUndefined()
    expect(status(shown)).toMatch(/^Answered in another window already; that answer counts\.\s+Correct/)
    expect(useProgressStore().progress.answers).toHaveLength(1)
    await button(shown, 'Next question').trigger('click')
    expect(shown.emitted('next')).toHaveLength(1)
  })

  it('"Practise once more" in one leaves the other as it is, until the new answer, which both show; nothing that was chosen meanwhile is lost', async () => {
    const colour = await questionOf('tea.colour')
    const asked = () => h(QuizQuestion, { id: 'tea.colour', mode: 'page' })
    const [here, there] = (await show(() => h('div', [asked(), asked()]))).findAllComponents(QuizQuestion) as [VueWrapper<any>, VueWrapper<any>]
    const give = async (shown: VueWrapper<any>, key: string, name: string) => {
      await choose(shown, colour, key)
      await button(shown, name).trigger('click')
      await nextTick()
    }
    await give(here, 'a', 'Check answer')
    await button(here, 'Practise once more').trigger('click')
    expect([status(here), here.attributes('data-phase')]).toEqual(['', 'open'])
    expect(status(there)).toMatch(/^Correct/)

    await give(here, 'b', 'Check answer')
    expect([here, there].map(shown => shown.attributes('data-phase'))).toEqual(['second-try', 'second-try'])
    await choose(there, colour, 'a')
    await give(here, 'c', 'Check again')
    expect(there.get<HTMLInputElement>('input[value="a"]').element.checked, 'chosen there, and not sent').toBe(true)
    await button(there, 'Check again').trigger('click')
    await nextTick()
    expect(status(there)).toMatch(/^Answered in another window already; that answer counts\.\s+Not quite/)
    expect(useProgressStore().progress.answers.map(({ response }) => response)).toEqual(['a', 'b', 'c'])
  })

  it('a press that was on its way when the other window answered passes nothing over', async () => {
    const shown = await show(QuizQuestion, { id: 'tea.colour', mode: 'quiz', nextLabel: 'Next question' })
    const check = button(shown, 'Check answer')
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'quiz'))
    await nextTick()
    check.element.click()
    await nextTick()
    expect(shown.emitted('next')).toBeUndefined()
    expect(status(shown)).toMatch(/^Correct/)
  })
})

describe('a guess', () => {
  it('is not changed by a finger that goes on to scroll the page, nor by the wheel', async () => {
    const shown = await show(GalleryQuestion, { question: guess })
    const slider = shown.get<HTMLInputElement>('input[type="range"]')
    await slider.trigger('pointerdown')
    await slider.setValue('70')
    await slider.trigger('pointercancel')
    expect(slider.attributes('aria-valuetext')).toBe('no guess yet')
    // Only a number field takes the wheel.
    expect(shown.find('input[type="number"]').exists()).toBe(false)
  })
})
