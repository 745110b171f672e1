import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import CourseQuiz from '../../components/course/CourseQuiz.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import QuizPage from '../../pages/QuizPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { quizOf } from '../../stores/sectionQuiz.ts'
import { button, questionOf, readAloud, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'

const tea = course.sections[0]!

/** A quiz that is finished, with everything right. */
async function finished() {
  const store = useProgressStore()
  quizOf(store, tea, [])
  for (const { id, right } of teaAnswers)
    store.answer(scoredAnswer(await questionOf(id), right, 'quiz'))
  return show(CourseQuiz, { section: tea })
}

describe('the link to a quiz', () => {
  it.each(['Link copied.', 'no clipboard'])('is asked for by a button that is called so, and told of beside it: %s', async (told) => {
    const written: string[] = []
    vi.stubGlobal('navigator', { ...navigator, clipboard: told === 'no clipboard' ? undefined : { writeText: async (text: string) => written.push(text) } })
    const shown = await finished()
    const share = button(shown, 'Copy a link to this quiz')
    // A part with a role of its own gives a button no name.
    expect(share.find('[role]').exists()).toBe(false)
    await share.trigger('click')
    await flushPromises()
    const status = shown.get('.shared[role="status"]')
    expect(share.element.contains(status.element)).toBe(false)
    if (told === 'no clipboard') {
      expect(readAloud(status.element)).toMatch(/^Copy this link: http.*\?questions=\S+&seed=\w+$/)
      expect(status.get('.address').element.closest('button')).toBeNull()
    }
    else {
      expect(readAloud(status.element)).toBe(told)
      expect(written).toHaveLength(1)
    }
  })

  it('can be had where a page has no origin, in a folder that is opened without a server', async () => {
    const shown = await finished()
    vi.stubGlobal('location', { ...location, origin: 'null', pathname: '/course/quiz/tea/index.html', href: 'file:///course/quiz/tea/index.html?a=b#c' })
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined })
    await button(shown, 'Copy a link to this quiz').trigger('click')
    await flushPromises()
    expect(readAloud(shown.get('.shared').element)).toMatch(/^Copy this link: file:\/\/\/course\/quiz\/tea\/index\.html\?questions=\S+&seed=\w+$/)
  })

  it('to questions that are not known says so, and opens no quiz that was not asked for', async () => {
    const address = location.href
    onTestFinished(() => history.replaceState(null, '', address))
    history.replaceState(null, '', '?questions=gone,lost&seed=x')
    const shown = await show(QuizPage, { section: tea })
    expect(shown.find('[data-question]').exists()).toBe(false)
    expect(shown.text()).toContain('leads to questions that this course does not have')
    expect(useProgressStore().progress.attempts).toEqual([])
    await button(shown, 'Take a quiz of this section').trigger('click')
    await vi.waitFor(() => expect(shown.find('[data-question]').exists()).toBe(true))
    expect(location.search).toBe('')
    expect(document.activeElement, 'the button is gone').toBe(shown.get('.count').element)
  })
})

describe('a shared quiz', () => {
  it('opened again by its link goes on where it was left', async () => {
    const address = location.href
    onTestFinished(() => history.replaceState(null, '', address))
    const link = '?questions=colour,several&seed=x'
    history.replaceState(null, '', link)
    const shown = await show(CourseQuiz, { section: tea, headlines: [] })
    const ids = () => shown.findAll('[data-question]').map(question => question.attributes('data-question'))
    const [first] = ids()
    useProgressStore().answer(scoredAnswer(await questionOf(first!), teaAnswers.find(({ id }) => id === first)!.right, 'quiz'))
    history.replaceState(null, '', link)
    const again = await show(CourseQuiz, { section: tea, headlines: [] })
    expect(again.get('[data-question]').attributes('data-question')).not.toBe(first)
    expect(again.text()).toContain('Question 2 of 2')
    expect(useProgressStore().progress.attempts).toHaveLength(1)
  })
})

describe('“See the answer” of a finished quiz', () => {
  it('shows the answer that counted, though another was given since', async () => {
    const shown = await finished()
    const colour = await questionOf('tea.colour')
    useProgressStore().answer(scoredAnswer(colour, 'b', 'page'))
    await flushPromises()
    const row = shown.findAll('.rows li').find(row => row.text().includes(colour.prompt))!
    expect(row.text()).toContain('Correct')
    const details = row.get('details')
    details.element.open = true
    await details.trigger('toggle')
    expect(row.get('[role="status"]').text()).toMatch(/^Correct\./)
    expect(row.get<HTMLInputElement>('input[value="a"]').element.checked).toBe(true)
  })
})
