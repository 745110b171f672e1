import type { ChoiceQuestion } from '../../core/course.ts'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import CourseBeliefs from '../../components/course/CourseBeliefs.vue'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { loadOnce } from '../../composables/loadOnce.ts'
import { record } from '../../composables/replay.ts'
import { bringBack, loadAnew, watchLoad } from '../../site/lost.ts'
import { KEPT_KEY, UNSENT_EVENT } from '../../stores/keys.ts'
import { button, questionOf, reload, show } from './mount.ts'

const mapLoad = vi.hoisted(() => ({ fails: true }))
vi.mock('virtual:course/map', async (importOriginal) => {
  const { map } = await importOriginal<typeof import('virtual:course/map')>()
  return {
    get map() {
      if (mapLoad.fails)
        throw new Error('lost')
      return map
    },
  }
})

const notice = () => document.querySelector('.loss')
const reloaded = vi.fn()

beforeEach(() => {
  sessionStorage.clear()
  reloaded.mockClear()
  vi.spyOn(location, 'reload').mockImplementation(reloaded)
  vi.stubGlobal('fetch', async () => new Response('', { status: 200 }))
})
afterEach(() => {
  notice()?.querySelectorAll('button')[1]!.click()
})

it('what takes long has a word, and none once it has come', async () => {
  vi.useFakeTimers()
  let arrive = (_: string) => {}
  const loading = watchLoad(new Promise<string>(resolve => arrive = resolve))
  await vi.advanceTimersByTimeAsync(5000)
  expect(notice()!.textContent).toContain('Still loading')
  arrive('here')
  expect(await loading).toBe('here')
  expect(notice()).toBeNull()
})

it('data that did not come is asked for again at the next call', async () => {
  const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('lost')).mockResolvedValue('here')
  const { data, failed, load, want } = loadOnce(ask)
  want()
  await flushPromises()
  expect([failed.value, data.value]).toEqual([true, undefined])
  await load()
  want()
  expect([failed.value, data.value, ask.mock.calls.length]).toEqual([false, 'here', 2])
})

it('what did not come is said, with a button that loads the page anew', async () => {
  await expect(watchLoad(Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect(notice()!.querySelector('[role=alert]')!.textContent).toContain('A part could not be loaded')
  notice()!.querySelector('button')!.click()
  await vi.waitFor(() => expect(reloaded).toHaveBeenCalledOnce())
})

it('without a connection the page stays, and says so', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new Error('offline')))
  await loadAnew()
  expect(notice()!.textContent).toContain('There is still no connection')
  expect(reloaded).not.toHaveBeenCalled()
})

it('what was chosen and not sent is there again after the page was loaded anew, once', async () => {
  const { answer } = await questionOf('tea.colour') as ChoiceQuestion
  const isChosen = async () => (await show(QuizQuestion, { id: 'tea.colour', mode: 'page' })).get<HTMLInputElement>(`input[value="${answer}"]`).element.checked
  const shown = await show(QuizQuestion, { id: 'tea.colour', mode: 'page' })
  await shown.get(`input[value="${answer}"]`).setValue(true)
  await loadAnew()
  reload()
  expect(await isChosen()).toBe(true)
  reload()
  expect(await isChosen()).toBe(false)
})

it('how sure somebody was is there again, too', async () => {
  const sure = async () => (await show(QuizQuestion, { id: 'tea.colour', mode: 'quiz' })).get<HTMLInputElement>('input[value="guess"]')
  await (await sure()).setValue(true)
  await loadAnew()
  reload()
  expect((await sure()).element.checked).toBe(true)
})

it('what was chosen for a second try is there again, too', async () => {
  const ask = () => show(QuizQuestion, { id: 'tea.several', mode: 'page' })
  const shown = await ask()
  await shown.get('input[value="c"]').setValue(true)
  await button(shown, 'Check answer').trigger('click')
  await shown.get('input[value="a"]').setValue(true)
  await loadAnew()
  reload()
  const chosen = (await ask()).findAll<HTMLInputElement>('input[type="checkbox"]:checked').map(({ element }) => element.value)
  expect(chosen.sort()).toEqual(['a', 'c'])
})

it('what was chosen before a part was hydrated is set again, for the part to learn of', async () => {
  document.body.innerHTML = '<div data-hydrating data-question="a.b"><input type="radio" name="o" value="x"><input type="radio" name="o" value="y"></div>'
  const y = () => document.querySelector<HTMLInputElement>('input[value=y]')!
  const early = record(document)
  bringBack(early)
  y().checked = true
  y().dispatchEvent(new Event('input', { bubbles: true }))
  await loadAnew()
  y().checked = false
  const after = record(document)
  bringBack(after)
  expect(y().checked).toBe(true)
  expect([...after.controls]).toEqual([[y(), { checked: true }]])
})

it('what was set again is not set at later loads of the tab, and what waits for a part stays', async () => {
  document.body.innerHTML = '<div data-hydrating data-question="a.b"><input type="radio" name="o" value="x"><input type="radio" name="o" value="y"></div>'
  const y = () => document.querySelector<HTMLInputElement>('input[value=y]')!
  const load = () => {
    y().checked = false
    const early = record(document)
    bringBack(early)
    return early.controls.size
  }
  load()
  y().checked = true
  y().dispatchEvent(new Event('input', { bubbles: true }))
  const keep = (event: Event) => (event as CustomEvent<Record<string, unknown>>).detail['a.c'] = 'chosen'
  window.addEventListener(UNSENT_EVENT, keep, { once: true })
  await loadAnew()
  expect([load(), y().checked]).toEqual([1, true])
  expect([load(), y().checked]).toEqual([0, false])
  expect(JSON.parse(sessionStorage.getItem(KEPT_KEY)!)).toEqual({ unsent: { 'a.c': 'chosen' } })
})

it('claims that did not come are told of, not left out in silence', async () => {
  await show(CourseBeliefs, {}, { as: 'page' })
  await vi.waitFor(() => expect(document.body.textContent).toContain('could not load the claims'))
})
