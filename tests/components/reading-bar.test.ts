import { course } from 'virtual:course'
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import CourseReadingBar from '../../components/course/CourseReadingBar.vue'
import { scoredAnswer } from '../../core/question-types/index.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { expectAccessible, questionOf, readAloud, show } from './mount.ts'

const tea = course.sections[0]!
const bar = (stopped?: string) => show(CourseReadingBar, { section: tea, stopped })
const items = (shown: Awaited<ReturnType<typeof bar>>) => shown.findAll('li').map(item => readAloud(item.element))
const press = (key: string, options = {}) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))

/** The observer of the page's parts, to be told which are behind the learner. */
function watchParts(): (behind: boolean[]) => Promise<void> {
  let tell: (entries: { isIntersecting: boolean, target: object }[]) => void
  vi.stubGlobal('IntersectionObserver', class {
    constructor(callback: typeof tell) {
      tell = callback
    }

    observe() {}
    disconnect() {}
  })
  const ends = tea.slides.map(() => ({}))
  return async (behind) => {
    tell(behind.map((isIntersecting, place) => ({ isIntersecting, target: ends[place]! })))
    await nextTick()
  }
}

it('lists the parts with what was read and answered in each', async () => {
  const store = useProgressStore()
  store.see('tea.start')
  store.answer(scoredAnswer(await questionOf('tea.colour'), 'b', 'page'))
  const shown = await bar()
  expect(items(shown)).toEqual(['What this section is about read', 'What was found on tea', 'Check on tea answered'])
  expect(shown.findAll('li a').map(link => link.attributes('href'))).toEqual(['#start', '#verdict', '#check'])
  await expectAccessible(shown.element)
})

it('says in which part one is, and goes back with the page', async () => {
  const tell = watchParts()
  const shown = await bar()
  const says = () => shown.get('summary').text()
  expect(says()).toBe('Part 1 of 3')
  await tell([true, true, false])
  expect(says()).toBe('Part 3 of 3')
  expect(shown.get('[aria-current]').text()).toBe('Check on tea')
  await tell([true, false, false])
  expect(says()).toBe('Part 2 of 3')
  await tell([true, true, true])
  expect(says()).toBe('Part 3 of 3')
})

it('leads from the top of the page to where one stopped, and marks it in the list', async () => {
  const tell = watchParts()
  const shown = await bar('tea.verdict')
  expect(shown.get('a.where').text()).toBe('You stopped at: What was found on tea')
  expect(shown.get('a.where').attributes('href')).toBe('#verdict')
  expect(items(shown)[1]).toBe('What was found on tea you stopped here')
  await tell([true, false, false])
  expect(shown.find('a.where').exists()).toBe(false)
})

it('opens and shuts its list at one key, and not where single keys are off or a field is typed in', async () => {
  const shown = await bar()
  const list = shown.get('details').element as HTMLDetailsElement
  press('p')
  await nextTick()
  expect(list.open).toBe(true)
  expect(document.activeElement?.textContent).toBe('What this section is about')
  await shown.get('details').trigger('keydown', { key: 'Escape' })
  expect(list.open).toBe(false)
  expect(document.activeElement?.tagName).toBe('SUMMARY')
  press('p', { ctrlKey: true })
  useSettingsStore().change({ keys: 'off' })
  press('p')
  await nextTick()
  expect(list.open).toBe(false)
  expect(shown.get('summary').attributes('aria-keyshortcuts')).toBeUndefined()
})

it('shuts its list when a part is chosen, or something beside it is touched', async () => {
  const shown = await bar()
  const list = shown.get('details').element as HTMLDetailsElement
  list.open = true
  await shown.get('li a').trigger('click')
  expect(list.open).toBe(false)
  list.open = true
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(list.open).toBe(false)
})
