import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { loadGlossary } from '../../composables/useGlossary.ts'
import { button, choose, expectAccessible, questionOf, show } from './mount.ts'

const ID = 'tea.colour'

beforeEach(async () => {
  (await questionOf(ID)).terms = ['sham-group']
})
afterEach(async () => {
  delete (await questionOf(ID)).terms
})

const lines = (shown: Awaited<ReturnType<typeof show>>) => shown.findAll('details').filter(line => line.text().includes('Words in this question'))

// The first one, as the glossary is loaded once.
it('terms that were opened before any script was there are explained', async () => {
  vi.spyOn(HTMLDetailsElement.prototype, 'open', 'get').mockReturnValue(true)
  const shown = await show(QuizQuestion, { id: ID, mode: 'page' })
  await vi.waitFor(() => expect(lines(shown)[0]!.text()).toContain('looks like tea'))
})

it('the terms of a question are explained at its foot, once the line is opened', async () => {
  const shown = await show(QuizQuestion, { id: ID, mode: 'page' })
  const [line] = lines(shown)
  const element = line!.element as HTMLDetailsElement
  expect(element.open).toBe(false)
  element.open = true
  await line!.trigger('toggle')
  await vi.waitFor(() => expect(line!.get('dl').text()).toBe('Sham groupPeople who get something that looks like tea and is not.'))
  await expectAccessible(shown.element)
})

it('while the line is closed it holds no definitions, so that a page is prerendered without them whatever was loaded', async () => {
  await loadGlossary()
  expect(lines(await show(QuizQuestion, { id: ID, mode: 'page' }))[0]!.find('dl').exists()).toBe(false)
})

it('the terms stay explained after the answer', async () => {
  const shown = await show(QuizQuestion, { id: ID, mode: 'quiz' })
  const element = lines(shown)[0]!.element as HTMLDetailsElement
  element.open = true
  await choose(shown, await questionOf(ID), 'a')
  await button(shown, 'Check answer').trigger('click')
  expect(lines(shown)[0]!.element).toBe(element)
  expect(element.open).toBe(true)
})

it.each([['on a slide, where there is no room', ID, 'slide'], ['where no term stands in the question', 'tea.several', 'page']])('there is no such line %s', async (_, id, mode) => {
  expect(lines(await show(QuizQuestion, { id, mode }))).toEqual([])
})
