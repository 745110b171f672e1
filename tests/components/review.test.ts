import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadCourseMap } from '../../composables/useCourseMap.ts'
import { scoredAnswer } from '../../core/question-types/index.ts'
import BeliefsPage from '../../pages/BeliefsPage.vue'
import HomePage from '../../pages/HomePage.vue'
import ProgressPage from '../../pages/ProgressPage.vue'
import ReviewPage from '../../pages/ReviewPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, expectAccessible, NOON, questionOf, readAloud, show } from './mount.ts'

const DAY = 86_400_000
const colour = await questionOf('tea.colour')
const several = await questionOf('tea.several')

async function open(page: object) {
  const shown = await show(page)
  // The scheduler comes as a chunk of its own.
  await vi.waitFor(() => expect(shown.text()).not.toContain('Loading'))
  await flushPromises()
  return shown
}
const inDays = (days: number) => vi.setSystemTime(NOON + days * DAY)

describe('the review', () => {
  it('with nothing answered says how questions come into it', async () => {
    const shown = await open(ReviewPage)
    expect(shown.text()).toContain('Nothing is due today')
    expect(shown.text()).toContain('A question enters the reviews once you have answered it')
    await expectAccessible(shown.element)
  })

  it('on the day of an answer holds nothing, and says when it comes back', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    expect((await open(ReviewPage)).text()).toMatch(/The next question comes back (?:tomorrow|in \d+ days)/)
  })

  it('asks what is due, one after another, and says how it went', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    useProgressStore().answer(scoredAnswer(several, ['c'], 'page'))
    inDays(10)
    const shown = await open(ReviewPage)
    expect(shown.text()).toContain('Question 1 of 2 due today')
    await expectAccessible(shown.element)
    for (const name of ['Next question', 'Finish']) {
      const id = shown.get('[data-question]').attributes('data-question')!
      const question = await questionOf(id)
      await choose(shown, question, id === 'tea.colour' ? 'a' : ['c', 'd'])
      await button(shown, 'Check answer').trigger('click')
      expect(shown.findAll('.feedback').length).toBeGreaterThan(0)
      await button(shown, name).trigger('click')
    }
    expect(shown.get('h2').text()).toBe('Done: 1 of 2 right')
    expect(useProgressStore().progress.answers.slice(-2).map(({ mode }) => mode)).toEqual(['review', 'review'])
    expect((await open(ReviewPage)).text()).toContain('Nothing is due today')
  })

  it('says above each prompt which part and which verdict it is about', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    inDays(10)
    expect(readAloud((await open(ReviewPage)).get('.about').element)).toBe('About tea · An implant for tea')
  })

  it('asks what is due after a clock that once ran ahead, and then it is due no more', async () => {
    inDays(365)
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    inDays(0)
    useProgressStore().answer(scoredAnswer(several, ['c'], 'page'))
    inDays(10)
    const shown = await open(ReviewPage)
    for (const name of ['Next question', 'Finish']) {
      const id = shown.get('[data-question]').attributes('data-question')
      expect(shown.get('[role="status"]').text()).toBe('')
      await choose(shown, id === 'tea.colour' ? colour : several, id === 'tea.colour' ? 'a' : ['a', 'b'])
      await button(shown, 'Check answer').trigger('click')
      await button(shown, name).trigger('click')
    }
    expect(shown.get('h2').text()).toBe('Done: 2 of 2 right')
    expect((await open(ReviewPage)).text()).toContain('Nothing is due today')
  })

  it('does not show an earlier answer as the answer of today', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'a', 'page'))
    inDays(30)
    const shown = await open(ReviewPage)
    expect(shown.get('[role="status"]').text()).toBe('')
    expect(shown.findAll('input:checked')).toEqual([])
  })
})

describe('the map', () => {
  it('says how many questions are due, and leads to them', async () => {
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    expect((await open(HomePage)).find('.due').exists()).toBe(false)
    inDays(10)
    const shown = await open(HomePage)
    expect(readAloud(shown.get('.due').element)).toBe('1 question is due today: review it now')
    expect(shown.get('.due a').attributes('href')).toBe('/review/')
  })
})

describe('the progress page', () => {
  /** Every question of the section right, in a quiz that was begun under the old rule. */
  async function passQuiz() {
    const store = useProgressStore()
    const right = { 'tea.colour': 'a', 'tea.several': ['a', 'b'], 'tea.steps': ['c', 'a', 'd', 'b'], 'tea.pairs': { a: 'y', b: 'z', c: 'x' } }
    store.startQuiz('tea', { questions: Object.keys(right), origin: undefined })
    for (const [id, response] of Object.entries(right))
      store.answer(scoredAnswer(await questionOf(id), response, 'quiz'))
  }
  const line = (shown: Awaited<ReturnType<typeof open>>) => readAloud(shown.get('.sections li').element)

  it('says passed, then mastered after a review, and that it fell because reviews are due', async () => {
    await passQuiz()
    expect(line(await open(ProgressPage))).toContain('passed (old rule), quiz 100%; its first reviews will make it mastered')
    inDays(40)
    expect(line(await open(ProgressPage))).toContain('passed (old rule), quiz 100%; 4 questions are due for review')
    for (const answer of useProgressStore().progress.answers.slice(0, 4))
      useProgressStore().answer(scoredAnswer(await questionOf(answer.question), answer.response, 'review'))
    expect(line(await open(ProgressPage))).toContain('mastered (old rule), quiz 100%')
    inDays(400)
    expect(line(await open(ProgressPage))).toContain('passed (old rule), quiz 100%; 4 questions are due for review')
  })

  it('says how many questions changed in meaning since they were answered', async () => {
    useProgressStore().answer(scoredAnswer({ ...colour, revision: 0 as number }, 'a', 'page'))
    expect((await open(ProgressPage)).text()).toContain('1 question has changed in meaning since you answered.')
  })

  it('says how to learn how well one knows what one knows', async () => {
    expect((await open(ProgressPage)).text()).toContain('Before you check an answer, say how sure you are.')
  })

  it('shows how often sure answers were right, and says where the feeling was off', async () => {
    for (const key of ['a', 'b', 'b', 'b'])
      useProgressStore().answer(scoredAnswer(colour, key, 'page', 'sure'))
    const shown = await open(ProgressPage)
    expect(readAloud(shown.get('.calibration').element)).toContain('Sure1 of 4 right')
    expect(shown.get('.calibration').text()).toContain('You are over-sure about “About tea”.')
    await expectAccessible(shown.element)
  })
})

it('a map that is left open over four in the morning shows what is due', async () => {
  useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
  const shown = await open(HomePage)
  expect(shown.text()).not.toMatch(/due/)
  inDays(2)
  document.dispatchEvent(new Event('visibilitychange'))
  await flushPromises()
  expect(shown.text()).toMatch(/1 question is due/)
})

describe('the belief check', () => {
  beforeAll(loadCourseMap)

  async function place(shown: Awaited<ReturnType<typeof open>>, approved: boolean, evidence: string) {
    await shown.get(`input[type="radio"][value="${approved}"]`).setValue(true)
    await shown.get(`input[value="${evidence}"]`).setValue(true)
    await shown.get('form').trigger('submit')
    await flushPromises()
  }

  it('asks for two things that are never merged, and keeps nothing half placed', async () => {
    const shown = await open(BeliefsPage)
    expect(shown.findAll('li:first-child legend').map(legend => legend.text())).toEqual(['Has the tea board allowed it for this?', 'How strong is the proof?'])
    await expectAccessible(shown.element)
    await shown.get('input[value="early"]').setValue(true)
    await shown.get('form').trigger('submit')
    expect(shown.get('main form [role="status"]').text()).toBe('Place at least one claim on both scales first.')
    expect(useProgressStore().progress.beliefs).toEqual([])
  })

  it('before and after the course, it shows what moved and how near it came', async () => {
    const shown = await open(BeliefsPage)
    await place(shown, false, 'established')
    expect(shown.text()).toContain('Come back when you have read the sections')
    await button(shown, 'Place them again, after the course').trigger('click')
    await place(shown, true, 'early')
    expect(shown.get('.sum').text()).toBe('You placed 1 of 1 approvals right, and were 1 level of proof off in all. Before the course it was 0 right, and 2 off.')
    expect(readAloud(shown.get('li').element)).toContain('you said established, now early; the course finds mixed.')
    await expectAccessible(shown.element)
  })

  it('never counts', async () => {
    await place(await open(BeliefsPage), true, 'mixed')
    expect(useProgressStore().progress.answers).toEqual([])
  })
})
