import { describe, expect, it, vi } from 'vitest'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { button, choose, offeredBy, questionOf, readAloud, show } from './mount.ts'

const labels = (shown: Awaited<ReturnType<typeof show>>) => shown.findAll('.options label').map(({ element }) => element.textContent!.trim())

describe('a question on a slide', () => {
  const id = 'rain.colour'

  it('has options with letters, which a screen reader does not say', async () => {
    const shown = await show(QuizQuestion, { id, mode: 'slide' }, { as: 'stage' })
    expect(shown.findAll('.options .letter').map(letter => letter.text()).join('')).toMatch(/^ABC?D?$/)
    expect(readAloud(shown.get('.options label').element)).not.toMatch(/^A\b/)
    const onPage = await show(QuizQuestion, { id, mode: 'page' }, { as: 'page' })
    expect(onPage.find('.letter').exists()).toBe(false)
  })

  it('shows what was chosen and what is right after the answer, and the rest in its place at a press', async () => {
    const question = await questionOf(id)
    const wrong = Object.keys(offeredBy(question)).find(key => key !== (question as { answer: string }).answer)!
    const shown = await show(QuizQuestion, { id, mode: 'slide' }, { as: 'stage' })
    const all = labels(shown)
    await choose(shown, question, wrong)
    await button(shown, 'Check answer').trigger('click')
    expect(labels(shown), 'all options for the second try').toEqual(all)
    await button(shown, 'Show the answer').trigger('click')
    expect(labels(shown)).toHaveLength(2)
    await button(shown, 'And the other one?').trigger('click')
    expect(labels(shown)).toEqual([])
    expect(shown.findAll('.reasons li')).toHaveLength(1)
    await button(shown, 'Try again').trigger('click')
    expect(labels(shown)).toEqual(all)
  })

  it('says where the answer comes from at a press, with the verdict, and leaves the rest of the slide to the answer', async () => {
    const question = await questionOf(id)
    const shown = await show(QuizQuestion, { id, mode: 'slide' }, { as: 'stage' })
    await choose(shown, question, (question as { answer: string }).answer)
    await button(shown, 'Check answer').trigger('click')
    await vi.waitUntil(() => shown.find('details').exists())
    expect(shown.find('.basis').exists()).toBe(false)
    expect(shown.get('summary').text()).toBe('What it rests on')
    expect(shown.get('details .panel').text()).toContain('Evidence:')
  })
})
