import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import CourseQuiz from '../../components/course/CourseQuiz.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { drawQuizOf, quizOf } from '../../stores/sectionQuiz.ts'
import { aMinuteLater, button, choose, expectAccessible, questionOf, reload, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'
import '../../components/course/CourseQuizResult.vue'

const tea = course.sections[0]!
const open = () => show(CourseQuiz, { section: tea })
type Shown = Awaited<ReturnType<typeof open>>
type Kind = 'right' | 'wrong' | 'partly'

const current = (shown: Shown) => shown.get('[data-question]').attributes('data-question')!
const count = (shown: Shown) => shown.get('.count').text()
const answerTo = (id: string, kind: Kind) => teaAnswers.find(answer => answer.id === id)![kind] as any

async function answer(shown: Shown, kind: Kind) {
  const id = current(shown)
  await choose(shown, await questionOf(id), answerTo(id, kind))
  await button(shown, 'Check answer').trigger('click')
}

async function goOn(shown: Shown, last = false) {
  await button(shown, last ? 'See the result' : 'Next question').trigger('click')
  await flushPromises()
}

async function run(shown: Shown, kinds: Kind[]) {
  for (const [index, kind] of kinds.entries()) {
    await answer(shown, kind)
    await goOn(shown, index === kinds.length - 1)
  }
}

const allRight: Kind[] = ['right', 'right', 'right', 'right']

describe('a section’s quiz', () => {
  it('opens on its first question, unanswered, and says how many there are', async () => {
    const shown = await open()
    expect(count(shown)).toBe('Question 1 of 4')
    expect(shown.find('.feedback').exists()).toBe(false)
    expect(useProgressStore().progress.attempts[0]!.questions[0]).toBe(current(shown))
    await expectAccessible(shown.element)
  })

  it('moves on after each answer, asks no question twice, and keeps answers as given in the quiz', async () => {
    const shown = await open()
    const asked: string[] = []
    for (const [index] of tea.questions.entries()) {
      expect(count(shown)).toBe(`Question ${index + 1} of 4`)
      asked.push(current(shown))
      await answer(shown, 'right')
      await goOn(shown, index === 3)
    }
    expect(asked.toSorted()).toEqual(tea.questions.map(({ id }) => id).toSorted())
    expect(useProgressStore().progress.answers.map(({ mode }) => mode)).toEqual(['quiz', 'quiz', 'quiz', 'quiz'])
    expect(shown.get('h2').text()).toContain('Practice')
  })

  it('takes the focus along to the next question and then to the result', async () => {
    const shown = await open()
    await answer(shown, 'right')
    await goOn(shown)
    expect(document.activeElement).toBe(shown.get('.count').element)
    await run(shown, ['right', 'right', 'right'])
    expect(document.activeElement).toBe(shown.get('h2').element)
  })

  it('left half way, opens again at the first open question of the same draw', async () => {
    const shown = await open()
    await answer(shown, 'right')
    await goOn(shown)
    await answer(shown, 'wrong')
    const { questions } = useProgressStore().progress.attempts[0]!
    reload()
    const again = await open()
    expect(count(again)).toBe('Question 3 of 4')
    expect(current(again)).toBe(questions[2])
    expect(useProgressStore().progress.attempts.length).toBe(1)
  })

  it('finished, opens again on its result', async () => {
    await run(await open(), allRight)
    reload()
    const again = await open()
    expect(again.find('[data-question]').exists()).toBe(false)
    expect(again.get('h2').text()).toBe('Practice: 100%')
  })

  it('passes over questions that a new build no longer has', async () => {
    const store = useProgressStore()
    store.progress = {
      ...store.progress,
      attempts: [{ section: 'tea', seed: 'x', questions: ['tea.retired', 'tea.colour', 'tea.several'], sinceMs: 0, startedAtMs: 1, feedback: 'each' }],
    }
    const shown = await open()
    expect(count(shown)).toBe('Question 1 of 2')
    expect(current(shown)).toBe('tea.colour')
  })
})

describe('a question answered before the quiz', () => {
  /** An attempt whose second question was answered elsewhere, so that the quiz comes upon it. */
  async function comeUpon(mode: 'slide' | 'page') {
    const store = useProgressStore()
    const { questions } = quizOf(store, tea, [])
    store.answer(scoredAnswer(await questionOf(questions[1]!), answerTo(questions[1]!, 'right'), mode))
    const shown = await open()
    expect(count(shown)).toBe('Question 1 of 4')
    expect(shown.find('.before').exists()).toBe(false)
    await answer(shown, 'right')
    await goOn(shown)
    return shown
  }

  it('on a slide says so and counts', async () => {
    const shown = await comeUpon('slide')
    expect(shown.get('.before').text()).toBe('You answered this one on a slide. It counts here as you answered it.')
    expect(shown.get('[role="status"]').text()).toMatch(/^Correct/)
    await goOn(shown)
    expect(count(shown)).toBe('Question 3 of 4')
    await run(shown, ['right', 'right'])
    expect(shown.get('h2').text()).toBe('Practice: 100%')
  })

  it('on a page says so', async () => {
    expect((await comeUpon('page')).get('.before').text()).toContain('You answered this one while reading.')
  })

  it.each([
    ['the first', 'drawn', 'Not quite'],
    ['the latest under the old rule', undefined, 'Correct'],
  ] as const)('twice on a page shows the answer that counts, %s', async (_, origin, outcome) => {
    const store = useProgressStore()
    const { questions } = store.startQuiz('tea', { questions: ['tea.several', 'tea.colour'], origin, sinceMs: 0 })
    for (const kind of ['wrong', 'right'] as const)
      store.answer(scoredAnswer(await questionOf(questions[1]!), answerTo(questions[1]!, kind), 'page'))
    const shown = await open()
    await answer(shown, 'right')
    await goOn(shown)
    expect(shown.get('.before').text()).toContain('It counts here as you answered it.')
    expect(shown.get('[role="status"]').text().startsWith(outcome)).toBe(true)
    await goOn(shown, true)
    expect(shown.findAll('.rows .outcome strong').map(word => word.text())).toEqual(['Correct', outcome])
  })

  it('is not said of a question that was just answered in the quiz', async () => {
    const shown = await open()
    await answer(shown, 'right')
    expect(shown.find('.before').exists()).toBe(false)
  })
})

describe('the result', () => {
  it('says how it went with the percentage and leads on', async () => {
    const shown = await open()
    await run(shown, allRight)
    expect(shown.get('h2').text()).toBe('Practice: 100%')
    expect(shown.text()).toContain('4 of 4 right.')
    expect(shown.findAll('.rows a')).toEqual([])
    expect(shown.findAll('nav[aria-label="Next"] a').map(link => [link.attributes('href'), link.text()])).toEqual([
      ['/learn/rain/', 'Next: About rain'],
      ['/', 'Back to the map'],
    ])
    await expectAccessible(shown.element)
  })

  it('tells of each miss, and from each miss a link leads to where it is taught', async () => {
    const shown = await open()
    const { questions } = useProgressStore().progress.attempts[0]!
    const kinds = questions.map((id): Kind => id === 'tea.colour' ? 'wrong' : id === 'tea.pairs' ? 'partly' : 'right')
    await run(shown, kinds)
    expect(shown.get('h2').text()).toBe('Practice: 58%')
    const rows = shown.findAll('.rows li')
    for (const [index, id] of questions.entries()) {
      const row = rows[index]!
      expect(row.text()).toContain((await questionOf(id)).prompt)
      expect(row.get('strong').text()).toBe({ right: 'Correct', wrong: 'Not quite', partly: 'Partly right' }[kinds[index]!])
      expect(row.findAll('a').map(link => [link.attributes('href'), link.text()]))
        .toEqual(kinds[index] === 'right' ? [] : [['/learn/tea/#verdict', 'What was found on tea']])
    }
    await expectAccessible(shown.element)
  })

  it('rounds a share down, but not for the last bit of a float', async () => {
    const store = useProgressStore()
    const scores = [0.3999999999999999, 2 / 3, 1, 0]
    const { questions } = quizOf(store, tea, [])
    store.progress = {
      ...store.progress,
      answers: questions.map((question, index) => ({ question, response: null, score: scores[index]!, atMs: 1, mode: 'quiz' as const, revision: 1 })),
    }
    const shown = await open()
    expect(shown.findAll('.outcome').map(row => row.text().match(/\(\d+%\)/)?.[0])).toEqual(['(40%)', '(66%)', undefined, undefined])
  })

  it('can be followed by a new draw, in which nothing old counts', async () => {
    const shown = await open()
    await run(shown, ['wrong', 'wrong', 'wrong', 'wrong'])
    expect(shown.get('h2').text()).toBe('Practice: 0%')
    aMinuteLater()
    await button(shown, 'Take it again with new questions').trigger('click')
    await flushPromises()
    expect(count(shown)).toBe('Question 1 of 4')
    expect(shown.get('[role="status"]').text()).toBe('')
    const [first, second] = useProgressStore().progress.attempts
    expect(second!.seed).not.toBe(first!.seed)
    expect(second!.sinceMs).toBe(Date.now())
    expect(current(shown)).toBe(second!.questions[0])
    await run(shown, allRight)
    expect(shown.get('h2').text()).toBe('Practice: 100%')
  })

  it('repeated or shared is practice, and says so before it begins', async () => {
    const shown = await open()
    await run(shown, allRight)
    aMinuteLater()
    await button(shown, 'Repeat these questions, as practice').trigger('click')
    await flushPromises()
    expect(shown.get('.practice').text()).toContain('You have seen these questions and their answers')
    expect(useProgressStore().progress.attempts.map(({ origin }) => origin)).toEqual(['drawn', 'repeated'])
    await shown.get('.when input[value="end"]').setValue(true)
    expect(useProgressStore().progress.attempts.at(-1), 'told of in another way it is practice still').toMatchObject({ origin: 'repeated', feedback: 'end' })
    onTestFinished(() => history.replaceState(null, '', '/'))
    history.replaceState(null, '', '?questions=colour,several&seed=x')
    expect((await open()).get('.practice').text()).toContain('Somebody chose these questions')
    expect(useProgressStore().progress.attempts.at(-1)).toMatchObject({ origin: 'shared', questions: ['tea.colour', 'tea.several'] })
  })

  it('begun under the old rule and enough stays passed, and says by which rule', async () => {
    const store = useProgressStore()
    store.progress = { ...store.progress, attempts: [{ section: 'tea', seed: 'x', questions: ['tea.colour'], sinceMs: 0, startedAtMs: 1, feedback: 'each' }] }
    store.answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'quiz'))
    const shown = await open()
    expect(shown.get('h2').text()).toBe('Passed: 100%')
    expect(shown.text()).toContain('marked “old rule”')
  })

  it('counts a headline that the course does not ask any more, as the map does', async () => {
    const store = useProgressStore()
    const questions = [...tea.questions.map(({ id }) => id), 'headlines.cup-trial', 'headlines.gone']
    store.progress = {
      ...store.progress,
      attempts: [{ section: 'tea', seed: 'x', questions, sinceMs: 0, startedAtMs: 1, feedback: 'each', origin: 'drawn' }],
      answers: questions.map((question, place) => ({ question, response: 'a', score: place === 0 || place === 5 ? 0 : 1, atMs: 2 + place, mode: 'quiz', revision: 1 })),
    }
    const shown = await show(CourseQuiz, { section: tea, headlines: [{ id: 'headlines.cup-trial', form: undefined, lessons: ['sham-improves-too'], revision: 1 }] })
    expect(shown.get('h2').text()).toBe('Not yet: 66%')
    expect(store.record(tea)).toMatchObject({ quiz: 'open', quizScore: 4 / 6 })
    expect(shown.text()).toContain('4 of 6 right.')
    expect(shown.findAll('.rows li')).toHaveLength(5)
    expect(shown.text()).toContain('1 headline is not asked any more: your answer to it counts, and is not shown.')
    await expectAccessible(shown.element)
  })

  it('of a new draw has an order of its own', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.4)
    const store = useProgressStore()
    const orders = [drawQuizOf(store, tea, []), drawQuizOf(store, tea, [])].map(({ questions }) => questions.join())
    expect(orders[0]).not.toBe(orders[1])
  })
})
