import type { VueWrapper } from '@vue/test-utils'
import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import QuizPage from '../../pages/QuizPage.vue'
import { PROGRESS_KEY } from '../../stores/keys.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { aMinuteLater, button, choose, openPage, painted, questionOf, readAloud, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'
import '../../components/course/CourseQuizResult.vue'

const tea = course.sections[0]!

const current = (shown: VueWrapper<any>) => shown.get('[data-question]').attributes('data-question')!
const alerts = (shown: VueWrapper<any>) => shown.findAll('[role="alert"]').map(({ element }) => readAloud(element)).join('')

async function answerRight(shown: VueWrapper<any>, next: string) {
  const id = current(shown)
  await choose(shown, await questionOf(id), teaAnswers.find(answer => answer.id === id)!.right as any)
  await button(shown, 'Check answer').trigger('click')
  await flushPromises()
  await button(shown, next).trigger('click')
  await flushPromises()
  await painted()
}

/** A quiz with its first question answered, and this done in another tab. */
async function underWay(elsewhere: (other: ReturnType<typeof openPage>) => void) {
  const here = useProgressStore()
  const shown = await show(QuizPage, { section: tea })
  await answerRight(shown, 'Next question')
  aMinuteLater()
  elsewhere(openPage())
  await nextTick()
  window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY, newValue: localStorage.getItem(PROGRESS_KEY) }))
  await flushPromises()
  return { here, shown }
}

describe('a quiz that is under way when another one of its section is begun elsewhere', () => {
  it('says so, goes on with the newer one, and counts what is answered', async () => {
    const { here, shown } = await underWay(other => other.startQuiz('tea', { questions: ['tea.colour', 'tea.several'], origin: 'shared', seed: 'x' }))
    expect(here.progress.attempts).toHaveLength(2)
    expect(alerts(shown)).toContain('begun in another tab')
    expect(readAloud(shown.element)).toContain('Question 1 of 2')
    aMinuteLater()
    await answerRight(shown, 'Next question')
    await answerRight(shown, 'See the result')
    expect(shown.get('h2').text()).toBe('Practice: 100%')
    expect(shown.findAll('.rows li').map(row => row.attributes('data-outcome'))).toEqual(['correct', 'correct'])
    expect(here.progress.attempts).toHaveLength(2)
  })

  it('goes on where it is when the other tab only chose when to be told', async () => {
    const { here, shown } = await underWay((other) => {
      const [attempt] = other.progress.attempts
      other.startQuiz('tea', { ...attempt!, origin: attempt!.origin, feedback: 'end' })
    })
    const id = current(shown)
    expect(alerts(shown)).toBe('')
    expect(readAloud(shown.element)).toContain('Question 2 of 4')
    aMinuteLater()
    await choose(shown, await questionOf(id), teaAnswers.find(answer => answer.id === id)!.right as any)
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    expect(current(shown)).toBe(id)
    expect(here.progress.attempts).toHaveLength(2)
  })

  it('stays with its own when that was begun here', async () => {
    const shown = await show(QuizPage, { section: tea })
    for (const next of ['Next question', 'Next question', 'Next question', 'See the result'])
      await answerRight(shown, next)
    await button(shown, 'Take it again with new questions').trigger('click')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Question 1 of 4')
    expect(alerts(shown)).toBe('')
  })
})
