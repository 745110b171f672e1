import type { SectionRecord } from '../../core/records.ts'
import { course } from 'virtual:course'
import { describe, expect, it } from 'vitest'
import CourseNotice from '../../components/course/CourseNotice.vue'
import CourseSectionItem from '../../components/course/CourseSectionItem.vue'
import FigureNerveMap from '../../components/figure/subject/FigureNerveMap.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { expectAccessible, questionOf, readAloud, show } from './mount.ts'

const tea = course.sections[0]!
function item(record: SectionRecord, props = {}) {
  return show(CourseSectionItem, { section: tea, record, no: 1, current: false, ...props }, { inside: 'ol' })
}
const now = () => useProgressStore().record(tea)
type Shown = Awaited<ReturnType<typeof item>>
const what = (shown: Shown) => shown.get('.what').text()
const quiz = (shown: Shown) => readAloud(shown.get('.quiz').element)

describe('a section on the map', () => {
  it('not begun says how long it takes and shows no progress', async () => {
    const shown = await item(now())
    expect(what(shown)).toBe('About 1 minute to read')
    expect(quiz(shown)).toBe('Quiz on About tea')
    expect(shown.find('svg').exists()).toBe(false)
  })

  it('begun says what is read and answered', async () => {
    useProgressStore().see('tea.start')
    const shown = await item(now())
    expect(what(shown)).toBe('1 of 3 parts read, 0 of 1 check answered')
    expect(shown.find('svg').exists()).toBe(true)
  })

  it('with everything read and answered says that it is learned', async () => {
    const store = useProgressStore()
    tea.slides.forEach(({ id }) => store.see(id))
    store.answer(scoredAnswer(await questionOf('tea.colour'), 'b', 'page'))
    expect(what(await item(now()))).toBe('Learned · 3 of 3 parts read, 1 of 1 check answered')
  })

  it('passed without being read says so, and shows no progress in reading', async () => {
    const record: SectionRecord = { ...now(), quizScore: 1, quiz: 'passed', state: 'learned' }
    const shown = await item(record)
    expect(what(shown)).toBe('Passed without being read · 0 of 3 parts read, 0 of 1 check answered')
    expect(quiz(shown)).toBe('Quiz: 100%, passed on About tea')
    expect(shown.find('.live').exists()).toBe(false)
  })

  it.each([
    [0, 'open', false, 'Quiz: 0%, not practised yet on About tea'],
    [0.7999, 'open', false, 'Quiz: 79%, not practised yet on About tea'],
    [0.8, 'practised', false, 'Quiz: 80%, practised on About tea'],
    // What sums of thirds may come to: as good as 80%, and it is said so.
    [0.7999999999999999, 'practised', false, 'Quiz: 80%, practised on About tea'],
    [0.58, 'open', false, 'Quiz: 58%, not practised yet on About tea'],
    [1, 'passed', true, 'Quiz: 100%, passed (old rule) on About tea'],
  ] as const)('with a best quiz of %f, %s, by the old rule %s, says "%s"', async (quizScore, standing, isOldRule, words) => {
    expect(quiz(await item({ ...now(), quizScore, quiz: standing, isOldRule, state: 'learning' }))).toBe(words)
  })

  it('leads to its page and to its quiz', async () => {
    const shown = await item(now())
    expect(shown.findAll('a').map(link => link.attributes('href'))).toEqual(['/learn/tea/', '/quiz/tea/'])
  })

  it('without checks does not speak of them', async () => {
    expect(what(await item({ ...now(), state: 'learning', slidesSeen: 2, checksTotal: 0 }))).toBe('2 of 3 parts read')
  })

  it.each(['not-started', 'learning', 'learned'] as const)('breaks no rule of axe when it is %s', async (state) => {
    const shown = await item({ ...now(), state, slidesSeen: 1 }, { current: true })
    await expectAccessible(shown.element.parentElement!)
  })
})

describe('the notice about saving', () => {
  it('says nothing while all is well', async () => {
    const shown = await show(CourseNotice)
    expect(shown.text()).toBe('')
    expect(shown.attributes('role')).toBe('alert')
  })

  it.each([
    ['blocked', 'will not be kept'],
    ['full', 'storage is full'],
    ['damaged', 'set aside'],
    ['newer', 'newer version'],
  ] as const)('when storage is %s says so, and that one can go on or why not', async (problem, words) => {
    useProgressStore().storageProblem = problem
    const shown = await show(CourseNotice)
    expect(shown.text()).toContain(words)
    await expectAccessible(shown.element)
  })
})

describe('the picture of the map', () => {
  const station = (id: string, place: string, more = {}) => ({ id, station: place, title: `About ${id}`, done: false, read: 0, current: false, href: `/learn/${id}/`, ...more })
  const picture = (...stations: ReturnType<typeof station>[]) => show(FigureNerveMap, { stations })
  const lit = (shown: Awaited<ReturnType<typeof picture>>) => shown.findAll('[data-lit]').map(line => line.attributes('data-lit'))

  it('lights a station by what was done there, and no other', async () => {
    const shown = await picture(station('tea', 'brain'), station('rain', 'neck'), station('gut', 'gut', { done: true, read: 0.5 }))
    expect(lit(shown)).toEqual(['gut'])
    expect(shown.findAll('.done').map(mark => mark.get('.no').text())).toEqual(['3'])
  })

  it('lights no line to a section that was passed without being read', async () => {
    expect(lit(await picture(station('tea', 'brain', { done: true })))).toEqual([])
  })

  it('lights as much of a line as was read', async () => {
    const shown = await picture(station('tea', 'neck', { read: 0.25 }))
    expect(shown.get('[data-lit]').attributes('style')).toContain('75%')
  })

  it('gives every number its name', async () => {
    const shown = await picture(station('tea', 'brain'), station('a-long-name-of-a-section', 'neck'))
    expect(shown.findAll('.name').map(name => name.findAll('tspan').map(line => line.text()).join(' '))).toEqual(['About tea', 'About a-long-name-of-a-section'])
  })
})
