import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { headlines } from 'virtual:course/headline-outlines'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import CourseQuiz from '../../components/course/CourseQuiz.vue'
import HeadlineQuestion from '../../components/headline/HeadlineQuestion.vue'
import { loadGlossary } from '../../composables/useGlossary.ts'
import HeadlinesPage from '../../pages/HeadlinesPage.vue'
import HomePage from '../../pages/HomePage.vue'
import ProgressPage from '../../pages/ProgressPage.vue'
import ReviewPage from '../../pages/ReviewPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { answerTo, progressOf } from '../fixtures/build.ts'
import { aMinuteLater, button, choose, expectAccessible, NOON, painted, questionOf, readAloud, reload, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'

// The lessons come as a chunk of their own.
beforeAll(loadGlossary)

// The tiny course has two headlines to practise on, and forms of one headline each.
async function open() {
  const shown = await show(HeadlinesPage)
  await vi.waitFor(() => expect(shown.text()).not.toContain('Loading'))
  await flushPromises()
  return shown
}
type Shown = Awaited<ReturnType<typeof open>>
function pressed(shown: Shown, name: string) {
  aMinuteLater()
  return button(shown, name).trigger('click')
}
const chosen = (shown: Shown, key: string) => shown.get(`.options input[value="${key}"]`).setValue()

describe('practice on invented headlines', () => {
  it('begins with what there is to practise, and nothing is counted yet', async () => {
    const shown = await open()
    expect(shown.text()).toContain('Sham improves too')
    expect(shown.text()).toContain('not practised yet')
    expect(useProgressStore().progress.attempts).toEqual([])
    await expectAccessible(shown.element)
  })

  it('says that each is invented, then whether it holds and on which lesson it turns, and sums up', async () => {
    const shown = await open()
    await pressed(shown, 'Ten headlines, mixed')
    for (const next of ['Next headline', 'See the result']) {
      expect(shown.text()).toContain('Invented for practice')
      const key = shown.get('[data-question]').attributes('data-question') === 'headlines.tea-advert' ? 'a' : 'b'
      await chosen(shown, key)
      await pressed(shown, 'Check answer')
      await painted()
      expect(shown.text()).toContain(key === 'a' ? 'This headline says more than was found.' : 'This headline holds.')
      expect(shown.text()).toContain('How did the others do?')
      await expectAccessible(shown.element)
      await pressed(shown, next)
    }
    expect(shown.get('h2').text()).toBe('2 of 2 read rightly')
    await pressed(shown, 'Back to the choice')
    expect(document.activeElement, 'the focus comes along').toBe(shown.get('.lead').element)
    expect(shown.text()).toContain('2 of 2 read rightly')
  })

  it('is heard with its question: headline and facts describe the group that is answered', async () => {
    const shown = await show(HeadlineQuestion, { id: headlines.find(({ form }) => !form)!.id, seed: '1' })
    await flushPromises()
    const group = shown.get('[data-question]')
    expect(readAloud(shown.get(`#${group.attributes('aria-describedby')}`).element)).toMatch(/^Invented for practice “/)
  })

  it('goes on after a reload where it was stopped', async () => {
    const shown = await open()
    await pressed(shown, 'Ten headlines, mixed')
    await chosen(shown, 'a')
    await pressed(shown, 'Check answer')
    reload()
    const again = await open()
    await pressed(again, 'Go on where you stopped')
    expect(again.text()).toContain('Headline 2 of 2')
  })
})

const rightKey = (id: string) => id === 'headlines.cup-trial' ? 'b' : 'a'

describe('in the quiz of a section', () => {
  const section = { ...course.sections[0]!, lessons: ['sham-improves-too'] }
  const take = () => show(CourseQuiz, { section, headlines })
  const current = (shown: Shown) => shown.get('[data-question]').attributes('data-question')!

  /** Answers what is asked rightly, a headline once its words are there. */
  async function answerRightly(shown: Shown): Promise<string> {
    await vi.waitFor(() => expect(shown.find('[data-question]').exists()).toBe(true))
    const id = current(shown)
    const own = teaAnswers.find(answer => answer.id === id)
    own ? await choose(shown, await questionOf(id), own.right as any) : await chosen(shown, rightKey(id))
    await pressed(shown, 'Check answer')
    await painted()
    return id
  }

  it('two are asked, each says that it is invented and on which lesson it turns, and the quiz counts', async () => {
    const shown = await take()
    const asked: string[] = []
    for (let place = 0; place < 6; place++) {
      asked.push(await answerRightly(shown))
      const isOfForm = asked.at(-1)!.startsWith('headlines.')
      expect(shown.text().includes('Invented for practice')).toBe(isOfForm)
      expect(shown.text().includes('How did the others do?')).toBe(isOfForm)
      await pressed(shown, place < 5 ? 'Next question' : 'See the result')
      await flushPromises()
    }
    expect(asked.filter(id => id.startsWith('headlines.')).sort()).toEqual(['headlines.cup-trial', 'headlines.tea-advert'])
    expect(shown.get('h2').text()).toBe('Practised: 100%')
    expect(useProgressStore().record(section).quiz).toBe('practised')
    expect(shown.text()).toContain('“Cups keep tea warm” Does it hold?')
    await expectAccessible(shown.element)
  })

  it('one that was missed leads to its lesson', async () => {
    const store = useProgressStore()
    const attempt = store.startQuiz('tea', { questions: ['tea.colour', 'headlines.cup-trial'], origin: 'drawn' })
    store.bringIn(progressOf({ answers: [answerTo('tea.colour', 1, attempt.startedAtMs + 1), answerTo('headlines.cup-trial', 0, attempt.startedAtMs + 2)] }))
    const shown = await take()
    await vi.waitFor(() => expect(shown.findAll('.rows a').map(link => link.attributes('href'))).toEqual(['/glossary/#sham-improves-too']))
    expect(readAloud(shown.findAll('.outcome')[1]!.element)).toBe('Not quite · Turns on Sham improves too')
  })

  it('that is gone from the bank, or is of the headlines before and after, gives its place to another; what was answered stays', async () => {
    const store = useProgressStore()
    const { sinceMs } = store.startQuiz('tea', { questions: ['tea.colour', 'headlines.gone', 'headlines.form-a'], origin: 'drawn' })
    store.bringIn(progressOf({ answers: [answerTo('tea.colour', 1, sinceMs + 1)] }))
    const shown = await take()
    await vi.waitFor(() => expect(shown.text()).toContain('Question 2 of 3'))
    const now = store.progress.attempts.at(-1)!
    expect(now).toMatchObject({ sinceMs, origin: 'drawn' })
    expect(now.questions.toSorted()).toEqual(['headlines.cup-trial', 'headlines.tea-advert', 'tea.colour'])
  })
})

describe('in the reviews', () => {
  it('a lesson comes back with another headline, which does not say on what it turns before it is answered', async () => {
    useProgressStore().bringIn(progressOf({ answers: [answerTo('headlines.tea-advert', 0, NOON)] }))
    vi.setSystemTime(NOON + 10 * 86_400_000)
    const shown = await show(ReviewPage)
    await vi.waitFor(() => expect(shown.find('[data-question="headlines.cup-trial"]').exists()).toBe(true))
    expect(shown.text()).toContain('Question 1 of 1 due today')
    expect(shown.get('.about').text()).toBe('A new headline')
    expect(shown.text()).toContain('Invented for practice')
    expect(shown.text()).not.toContain('Sham improves too')
    await expectAccessible(shown.element)
    await chosen(shown, 'b')
    await pressed(shown, 'Check answer')
    await painted()
    expect(shown.text()).toContain('Sham improves too')
    expect(useProgressStore().progress.answers.at(-1)).toMatchObject({ question: 'headlines.cup-trial', mode: 'review', score: 1 })
    await pressed(shown, 'Finish')
    expect(shown.get('h2').text()).toBe('Done: 1 of 1 right')
  })
})

it('the progress page says by lesson how right and how sure they were read', async () => {
  useProgressStore().bringIn(progressOf({ answers: [answerTo('headlines.tea-advert', 1, 1, { confidence: 'sure' }), answerTo('headlines.cup-trial', 0, 2, { confidence: 'sure' })] }))
  const shown = await show(ProgressPage)
  await vi.waitFor(() => expect(shown.find('.lessons').exists()).toBe(true))
  expect(readAloud(shown.get('.lessons').element)).toBe('Sham improves too 1 of 2 read rightly; sure of 2, 1 of them right')
  await expectAccessible(shown.element)
})

it('a month after the headlines that followed the course they are offered once more, on the map and in the reviews, in one line', async () => {
  const store = useProgressStore()
  const offer = 'It is a month since you read headlines after the course. Read the other ones once more, and see how much you have kept.'
  for (const form of ['a', 'b']) {
    const { startedAtMs } = store.startQuiz('headlines', { questions: [`headlines.form-${form}`], origin: 'drawn', feedback: 'end' })
    store.bringIn(progressOf({ answers: [answerTo(`headlines.form-${form}`, 1, startedAtMs + 1)] }))
  }
  for (const [days, isOffered] of [[29, false], [30, true]] as const) {
    vi.setSystemTime(NOON + days * 86_400_000)
    for (const page of [HomePage, ReviewPage]) {
      const shown = await show(page)
      await vi.waitFor(() => expect(shown.text()).toMatch(page === HomePage ? /headlines/ : /Nothing is due/))
      await flushPromises()
      expect(readAloud(shown.element).includes(offer), `after ${days} days`).toBe(isOffered)
    }
  }
})

describe('the headlines before and after the course', () => {
  async function read(shown: Shown, name: string, key: string) {
    await pressed(shown, name)
    await chosen(shown, key)
    await pressed(shown, 'Save answer')
    expect(shown.text(), 'no feedback before the end').not.toContain('This headline')
    await pressed(shown, 'See the result')
  }

  it('go on where they were left, whichever button is pressed', async () => {
    const shown = await open()
    await pressed(shown, 'Read one headlines now')
    const begun = useProgressStore().progress.attempts
    await pressed(shown, 'Stop here')
    await pressed(shown, 'Read one headlines now')
    expect(shown.find('[data-question]').exists()).toBe(true)
    expect(useProgressStore().progress.attempts).toEqual(begun)
  })

  it('are two different forms, and the result tells by lesson what moved and how much of it may be luck', async () => {
    const shown = await open()
    await read(shown, 'Read one headlines now', 'b')
    const first = useProgressStore().progress.answers[0]!.question
    expect(shown.text()).toContain('Before: 0 of 1.')
    await pressed(shown, 'Back to the choice')
    await read(shown, 'Read the other one headlines', 'a')
    expect(useProgressStore().progress.answers[1]!.question).not.toBe(first)
    expect(shown.text()).toContain('After: 1 of 1.')
    // Two tosses of a coin differ in half of the cases.
    expect(shown.text()).toContain('about 50 would move as far or further by luck alone')
    expect(shown.findAll('dd').map(line => line.text())).toEqual(['before0 of 1', 'after1 of 1'])
    await expectAccessible(shown.element)
  })
})
