import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { solution } from '../../core/question-types/index.ts'
import { examples } from '../../pages/gallery/examples.ts'
import GalleryQuestion from '../../pages/gallery/GalleryQuestion.vue'
import { expectAccessible, readAloud, show } from './mount.ts'

const status = (shown: VueWrapper<any>) => readAloud(shown.get('[role="status"]').element)
const controls = (shown: VueWrapper<any>) => shown.findAll('input, select, li button')
const isOff = ({ element }: ReturnType<typeof controls>[number]) => (element as HTMLInputElement).disabled

/** Everything that an author wrote as feedback, wherever its type keeps it. */
function feedbackOf(question: (typeof examples)[number]['question']): string[] {
  if (question.type === 'estimate')
    return Object.values(question.feedback)
  return question.type === 'gap'
    ? Object.values(question.gaps).flatMap(gap => 'choices' in gap ? Object.values(gap.choices).map(choice => choice.feedback) : [gap.feedback])
    : Object.values(question.options).map(option => option.feedback)
}

describe.each(examples.map(example => ({ ...example, type: example.question.type })))('a question of the type $type', ({ question, unfinished, partly, wrong }) => {
  const ask = (props = {}) => show(GalleryQuestion, { question, ...props })

  it('fresh: is named by its prompt, has nothing chosen, and gives nothing away', async () => {
    const shown = await ask()
    expect(document.getElementById(shown.attributes('aria-labelledby')!)!.textContent!.trim()).toBe(question.prompt)
    expect(shown.findAll('input:checked')).toEqual([])
    expect(shown.findAll('select').every(({ element }) => element.value === '')).toBe(true)
    for (const feedback of feedbackOf(question))
      expect(shown.text()).not.toContain(feedback)
    expect(status(shown)).toBe('')
    await expectAccessible(shown.element)
  })

  it('every control has a name', async () => {
    for (const { element } of controls(await ask())) {
      const labels = [...(element as HTMLInputElement).labels ?? []].map(label => readAloud(label)).join('')
      expect(element.getAttribute('aria-label') ?? (labels || readAloud(element)), element.outerHTML).toMatch(/\S/)
    }
  })

  it('chosen: can still be changed, and gives nothing away', async () => {
    const shown = await ask({ start: solution(question) })
    expect(controls(shown).some(control => !isOff(control))).toBe(true)
    expect(shown.find('[data-mark="wrong"], [data-mark="missed"]').exists()).toBe(false)
    await expectAccessible(shown.element)
  })

  it('incomplete: says what is missing, in a sentence', async () => {
    const shown = await ask({ start: unfinished, sent: 1 })
    expect(status(shown)).toMatch(/^[A-Z0-9].*\.$/)
    expect(status(shown)).not.toMatch(/^(?:Correct|Partly|Not quite)/)
    await expectAccessible(shown.element)
  })

  it('right: says so, with the feedback of every part', async () => {
    const shown = await ask({ start: solution(question), sent: 1 })
    expect(status(shown)).toBe(`Correct. ${question.explanation}`)
    expect(shown.find('[data-mark="wrong"]').exists()).toBe(false)
    for (const feedback of feedbackOf(question))
      expect(shown.text()).toContain(feedback)
    await expectAccessible(shown.element)
  })

  if (partly !== undefined) {
    it('partly right: says so in both tries', async () => {
      const shown = await ask({ start: partly, sent: 1 })
      expect(status(shown)).toMatch(/^Partly right\. A hint:/)
      await expectAccessible(shown.element)
      const told = await ask({ start: partly, sent: 2 })
      expect(status(told)).toBe(`Partly right. ${question.explanation}`)
      await expectAccessible(told.element)
    })
  }

  it('wrong at the first try: keeps the solution to itself and can be changed', async () => {
    const shown = await ask({ start: wrong, sent: 1 })
    expect(status(shown)).toBe(`Not quite. A hint: ${question.hint}`)
    for (const feedback of feedbackOf(question))
      expect(shown.text()).not.toContain(feedback)
    expect(controls(shown).some(control => !isOff(control))).toBe(true)
    await expectAccessible(shown.element)
  })

  it('solution shown: what was wrong is marked in words, every part has its feedback, and nothing can be changed', async () => {
    const shown = await ask({ start: wrong, sent: 2 })
    expect(status(shown)).toBe(`Not quite. ${question.explanation}`)
    expect(readAloud(shown.element)).toMatch(/not right/i)
    for (const feedback of feedbackOf(question))
      expect(shown.text()).toContain(feedback)
    expect(controls(shown).every(isOff)).toBe(true)
    await expectAccessible(shown.element)
  })

  it('inert: is shown and not to be operated', async () => {
    const shown = await ask({ inert: true })
    expect(shown.attributes('inert')).toBeDefined()
    expect(shown.text()).toContain(question.prompt)
    await expectAccessible(shown.element)
  })
})
