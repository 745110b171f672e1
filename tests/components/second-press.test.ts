import type { VueWrapper } from '@vue/test-utils'
import type { AnswerMode } from '../../core/progress.ts'
import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import CourseQuiz from '../../components/course/CourseQuiz.vue'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import ReviewPage from '../../pages/ReviewPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, questionOf, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'
import '../../components/course/CourseQuizResult.vue'

const ask = (mode: AnswerMode, props = {}) => show(QuizQuestion, { id: 'tea.colour', mode, ...props })
const status = (shown: VueWrapper<any>) => shown.get('[role="status"]').text()
const answers = () => useProgressStore().progress.answers.map(({ question }) => question)

/** The second press of a double one: what stands at the same place by then gets it. */
async function pressAgain(shown: VueWrapper<any>) {
  await nextTick()
  for (const { element } of [...shown.findAll('button'), ...shown.findAll('label')])
    (element as HTMLElement).click()
  await nextTick()
}

describe.each(['slide', 'page', 'quiz', 'review'] as const)('a second press right after the first, on a %s,', (mode) => {
  const nextLabel = mode === 'quiz' || mode === 'review' ? 'Next question' : undefined

  it('neither spends a second try nor opens the answer nor passes over the feedback', async () => {
    const shown = await ask(mode, { nextLabel })
    await choose(shown, await questionOf('tea.colour'), 'b')
    await button(shown, 'Check answer').trigger('click')
    const told = [status(shown), shown.attributes('data-phase'), shown.findAll('input:checked').map(input => (input.element as HTMLInputElement).value)]
    await pressAgain(shown)
    expect([status(shown), shown.attributes('data-phase'), shown.findAll('input:checked').map(input => (input.element as HTMLInputElement).value)]).toEqual(told)
    expect(answers()).toEqual(['tea.colour'])
    expect(shown.emitted('next')).toBeUndefined()
  })

  it('by Enter that is held decides nothing, however long it is held', async () => {
    const shown = await ask(mode, { nextLabel })
    await choose(shown, await questionOf('tea.colour'), 'b')
    const check = button(shown, 'Check answer')
    await check.trigger('keydown', { key: 'Enter' })
    await check.trigger('click')
    const told = status(shown)
    button(shown, shown.findAll('button')[0]!.text())
    const repeated = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
    check.element.dispatchEvent(repeated)
    expect(repeated.defaultPrevented).toBe(true)
    expect(status(shown)).toBe(told)
  })
})

describe('a press of its own, a moment later,', () => {
  it('is heard', async () => {
    const shown = await ask('page')
    await choose(shown, await questionOf('tea.colour'), 'b')
    await button(shown, 'Check answer').trigger('click')
    await button(shown, 'Check again').trigger('click')
    expect(answers()).toEqual(['tea.colour', 'tea.colour'])
  })

  it('is heard at once after a press that only said what is missing', async () => {
    const shown = await ask('page')
    await button(shown, 'Check answer').trigger('click')
    shown.get<HTMLInputElement>('input[value="a"]').element.click()
    await nextTick()
    shown.findAll('button')[0]!.element.click()
    await nextTick()
    expect(status(shown)).toMatch(/^Correct/)
  })
})

describe('where another question or page comes under the finger', () => {
  const tea = course.sections[0]!

  async function run(shown: VueWrapper<any>) {
    for (const last of [false, false, false, true]) {
      const id = shown.get('[data-question]').attributes('data-question')!
      await choose(shown, await questionOf(id), teaAnswers.find(answer => answer.id === id)!.wrong as any)
      await button(shown, 'Check answer').trigger('click')
      await button(shown, last ? 'See the result' : 'Next question').trigger('click')
      if (!last)
        await pressAgain(shown)
      await flushPromises()
    }
  }

  it('in a quiz, the second press chooses nothing in the next question and sends nothing', async () => {
    const shown = await show(CourseQuiz, { section: tea })
    await run(shown)
    expect(answers().length).toBe(4)
    expect(shown.get('h2').text()).toBe('Practice: 0%')
  })

  it('at the end of a quiz, "Take it again" pressed twice chooses nothing in the new one', async () => {
    const shown = await show(CourseQuiz, { section: tea })
    await run(shown)
    await button(shown, 'Take it again with new questions').trigger('click')
    await pressAgain(shown)
    expect(shown.findAll('.question input:checked, .question [role="status"]:not(:empty)')).toEqual([])
    expect(useProgressStore().progress.attempts.length).toBe(2)
  })

  it('in a review, the second press of "Next question" does nothing', async () => {
    const store = useProgressStore()
    store.progress = { ...store.progress, answers: ['tea.colour', 'tea.several'].map(question => ({ question, response: 'a', score: 0, atMs: Date.now() - 30 * 86_400_000, mode: 'quiz' as const, revision: 1 })) }
    const shown = await show(ReviewPage)
    await vi.waitFor(() => expect(shown.find('[data-question]').exists()).toBe(true))
    const id = shown.get('[data-question]').attributes('data-question')!
    await choose(shown, await questionOf(id), teaAnswers.find(answer => answer.id === id)!.right as any)
    await button(shown, 'Check answer').trigger('click')
    await button(shown, 'Next question').trigger('click')
    await pressAgain(shown)
    expect(shown.get('[data-question]').attributes('data-question')).not.toBe(id)
    expect(shown.findAll('.question input:checked, .question [role="status"]:not(:empty)')).toEqual([])
  })
})
