import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import CourseFinished from '../../components/course/CourseFinished.vue'
import CourseReader from '../../components/course/CourseReader.vue'
import CourseTeachBack from '../../components/course/CourseTeachBack.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import CertificatePage from '../../pages/CertificatePage.vue'
import HomePage from '../../pages/HomePage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { expectAccessible, painted, questionOf, readAloud, reload, show } from './mount.ts'

/** What tells of the whole course, whose code is loaded where that may be */
const whole = vi.hoisted(() => ({ isLoaded: false }))
vi.mock('../../components/course/CourseWhole.vue', (original) => {
  whole.isLoaded = true
  return original()
})

const [tea, rain] = course.sections
/** Does everything that a section has to read and to check. */
async function learn(section: typeof tea): Promise<void> {
  section!.slides.forEach(({ id }) => useProgressStore().see(id))
  for (const id of section!.checks)
    useProgressStore().answer(scoredAnswer(await questionOf(id), 'a', 'page'))
}
const record = (more = {}) => ({ ...useProgressStore().record(tea!), slidesSeen: 3, ...more })

it('the end of a section that was read says what lights its station, and where the line runs on', async () => {
  const open = readAloud((await show(CourseFinished, { section: tea, record: record() })).element)
  expect(open).toBe('You have read all of About tea. Its checks are still open. Its station on the map is lit once they are answered. The line runs on to About rain.')
  const last = readAloud((await show(CourseFinished, { section: rain, record: record({ checksAnswered: 1 }) })).element)
  expect(last).toBe('You have read all of About rain. Every check is answered, and its station on the map is lit. Here the line ends.')
})

it('where the last section was finished the whole course has its moment: the map, all of it lit, and the ways on', async () => {
  const store = useProgressStore()
  await learn(tea)
  await show(CourseFinished, { section: tea, record: store.record(tea!) })
  await painted()
  expect(whole.isLoaded, 'rain is still open').toBe(false)
  await learn(rain)
  const last = await show(CourseFinished, { section: rain, record: store.record(rain!) })
  await vi.waitFor(() => expect(last.find('.whole').exists()).toBe(true))
  expect(readAloud(last.get('.whole').element)).toContain('The cup is full. You have learned all two sections.')
  expect(last.findAll('.whole .tiny-map a.done')).toHaveLength(2)
  expect(last.findAll('.whole nav a').map(link => link.attributes('href'))).toEqual(['/beliefs/', '/headlines/', '/evidence/', '/certificate/'])
  await expectAccessible(last.element)
  const home = await show(HomePage)
  await vi.waitFor(() => expect(home.find('.whole').exists()).toBe(true))
  expect(home.findAll('.tiny-map'), 'the map stands there once').toHaveLength(1)
})

it('what is reached moves where it is reached, and stands still at the next visit', async () => {
  await learn(tea)
  const parts = rain!.slides.map(({ id, title }) => ({ id, title, component: defineComponent(() => () => h('p')) }))
  rain!.slides.slice(1).forEach(({ id }) => useProgressStore().see(id))
  let shown = await show(CourseReader, { section: rain, slides: parts })
  const moving = () => [['.live', 'runs'], ['.plate', 'drawn']].map(([part, motion]) => shown.get(part!).classes().includes(motion!))
  await flushPromises()
  await learn(rain)
  await vi.waitFor(() => expect(shown.find('.whole').exists()).toBe(true))
  expect(moving()).toEqual([true, true])
  reload()
  shown = await show(CourseReader, { section: rain, slides: parts })
  await vi.waitFor(() => expect(shown.find('.whole').exists()).toBe(true))
  expect(moving()).toEqual([false, false])
})

it('teaching back says that it is not kept, and leads to how the course says it', async () => {
  const shown = await show(CourseTeachBack, { answer: 'tea.takeaway' })
  await shown.get('textarea').setValue('Tea is warm.')
  expect(shown.get('a').attributes('href')).toBe('#takeaway')
  expect(document.getElementById(shown.get('textarea').attributes('aria-describedby')!)!.textContent).toContain('not kept')
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('warm')
  await expectAccessible(shown.element)
})

it('a certificate says what was done and claims no more, with a name that is kept nowhere', async () => {
  const store = useProgressStore()
  store.see('tea.start')
  store.answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page'))
  const shown = await show(CertificatePage)
  const paper = () => readAloud(shown.get('.paper').element)
  expect(shown.findAll('.paper li').map(item => readAloud(item.element))).toEqual(['About tea: 1 of 3 parts read, 1 of 1 check answered'])
  expect(paper()).toContain('The learner on this device')
  expect(paper()).toContain('By 5 January 2026')
  expect(paper()).toContain('no proof of knowledge')
  await shown.get('input').setValue('Ada L.')
  expect(paper()).toContain('Ada L.')
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Ada')
  await expectAccessible(shown.element)
})

it('a certificate of nothing is none', async () => {
  const shown = await show(CertificatePage)
  expect(shown.find('.paper').exists()).toBe(false)
  expect(shown.text()).toContain('nothing to certify')
})
