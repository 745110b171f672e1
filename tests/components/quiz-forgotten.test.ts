import type { Progress } from '../../core/progress.ts'
import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import HeadlinesPage from '../../pages/HeadlinesPage.vue'
import QuizPage from '../../pages/QuizPage.vue'
import { PROGRESS_KEY } from '../../stores/keys.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { quizOf } from '../../stores/sectionQuiz.ts'
import { answerTo } from '../fixtures/build.ts'
import { button, NOON, openPage, painted, readAloud, show } from './mount.ts'

const tea = course.sections[0]!

it('a quiz that a fresh start in another tab forgot says so and begins anew', async () => {
  const here = useProgressStore()
  const shown = await show(QuizPage, { section: tea })
  const [first] = quizOf(here, tea, []).questions
  here.bringIn({ ...here.progress, answers: [answerTo(first!, 1, NOON)] } satisfies Progress)
  await nextTick()
  expect(shown.find('[role="alert"]:not(:empty)').exists()).toBe(false)

  openPage().startAfresh()
  window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY, newValue: null }))
  await flushPromises()
  expect(readAloud(shown.element)).toContain('erased in another tab')
  expect(readAloud(shown.element)).toContain('Question 1 of 4')
  expect(readAloud(shown.element)).not.toContain('Not passed')
  expect(here.progress.answers).toEqual([])
  expect(here.progress.attempts.length).toBe(1)
})

it.each(['under way', 'at their result'])('headlines that a fresh start in another tab forgot %s say so, and lead back to the choice', async (place) => {
  const shown = await show(HeadlinesPage)
  await vi.waitFor(() => expect(shown.text()).not.toContain('Loading'))
  await button(shown, 'Ten headlines, mixed').trigger('click')
  for (const next of place === 'under way' ? ['Next headline'] : ['Next headline', 'See the result']) {
    await shown.get('.options input').setValue()
    await button(shown, 'Check answer').trigger('click')
    await painted()
    await button(shown, next).trigger('click')
    await flushPromises()
  }
  expect(shown.text()).not.toContain('erased')
  openPage().startAfresh()
  window.dispatchEvent(new StorageEvent('storage', { key: PROGRESS_KEY, newValue: null }))
  await flushPromises()
  expect(readAloud(shown.element)).toContain('erased in another tab')
  expect(button(shown, 'Ten headlines, mixed').exists()).toBe(true)
})
