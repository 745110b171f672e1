import { course } from 'virtual:course'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import CourseReader from '../../components/course/CourseReader.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { readAloud, show } from './mount.ts'

/** A section of the tiny course with a part that folds, and a question on the way after its first part. */
const tea = { ...course.sections[0]!, slides: course.sections[0]!.slides.map((slide, place) => ({ ...slide, ...place === 0 && { then: 'tea.several' } })) }
const part = defineComponent(() => () => h('section', [
  h('div', { class: 'fold' }, [h('p', 'All of it.'), h('a', { href: '#' }, 'a link')]),
  h('button', { type: 'button', class: 'unfold' }, 'Read on'),
]))
const reader = () => show(CourseReader, { section: tea, slides: tea.slides.map(({ id }) => ({ id, component: part })) })

beforeEach(() => vi.stubGlobal('IntersectionObserver', class {
  observe() {}
  unobserve() {}
  disconnect() {}
}))

it('has a folded part whole for a screen reader, and opens it at its button, where one reads on', async () => {
  const shown = await reader()
  const fold = shown.get('.fold')
  expect(readAloud(fold.element)).toContain('All of it.')
  expect(fold.attributes('hidden')).toBeUndefined()
  await shown.get('.unfold').trigger('click')
  expect(fold.classes()).toContain('unfolded')
  expect(document.activeElement).toBe(fold.element)
})

it.each(['focusin', 'scroll', 'click'])('opens a folded part where something in it is reached: %s', async (type) => {
  const shown = await reader()
  const [fold, other] = shown.findAll('.fold')
  await shown.get('h1').trigger(type)
  expect(fold!.classes()).not.toContain('unfolded')
  await fold!.get('a').trigger(type)
  expect(fold!.classes()).toContain('unfolded')
  expect(other!.classes()).not.toContain('unfolded')
})

it('keeps in sight what has the focus when the words above it unfold', async () => {
  const shown = await reader()
  const link = shown.get('.fold a')
  const seen = vi.spyOn(link.element, 'scrollIntoView')
  await link.trigger('focusin')
  expect(seen).toHaveBeenCalledWith({ block: 'nearest' })
})

it('stays folded while a key only comes by its button, which would be gone from under it', async () => {
  const shown = await reader()
  await shown.get('.unfold').trigger('focusin')
  expect(shown.get('.fold').classes()).not.toContain('unfolded')
})

it('asks a question between two parts, whose answer counts as any', async () => {
  const shown = await reader()
  await vi.waitFor(() => expect(shown.find('[data-then="tea.several"] input').exists()).toBe(true), { timeout: 20_000 })
  const aside = shown.get('[data-then]')
  expect(aside.attributes('aria-label')).toBe('A question to begin with')
  for (const key of ['a', 'b'])
    await aside.get(`input[value="${key}"]`).setValue(true)
  await aside.findAll('button').find(({ element }) => element.textContent!.trim() === 'Check answer')!.trigger('click')
  expect(useProgressStore().latest('tea.several')).toMatchObject({ score: 1, mode: 'page' })
})

it('marks where one stopped, and does not move the mark while one reads on', async () => {
  useProgressStore().see('tea.start')
  const shown = await reader()
  await nextTick()
  const marked = () => shown.findAll('[data-end]').filter(end => end.text() !== '').map(end => end.attributes('data-end'))
  expect(marked()).toEqual(['tea.start'])
  useProgressStore().see('tea.verdict')
  await nextTick()
  expect(marked()).toEqual(['tea.start'])
})
