import type { AskedQuestion, MatchQuestion, OrderQuestion } from '../../core/course.ts'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import QuizChoice from '../../components/quiz/QuizChoice.vue'
import QuizMatch from '../../components/quiz/QuizMatch.vue'
import QuizOrder from '../../components/quiz/QuizOrder.vue'
import { publicPart, reveal } from '../../core/question-types/index.ts'
import { button, questionOf, show } from './mount.ts'

/** A part with its answer held outside, as QuizQuestion holds it. */
async function hold(part: any, { question, ...props }: { question: AskedQuestion } & Record<string, unknown>, start?: unknown) {
  const response = ref(start)
  const shown = await show(defineComponent(() => () => h(part, {
    ...props,
    'question': publicPart(question),
    'modelValue': response.value,
    'onUpdate:modelValue': (value: unknown) => response.value = value,
  })))
  return { shown, response }
}

describe('put in order', async () => {
  const question = await questionOf('tea.steps') as OrderQuestion
  const order = ['a', 'b', 'c', 'd']
  const start = () => hold(QuizOrder, { question, order })
  const texts = (shown: Awaited<ReturnType<typeof show>>) => shown.findAll('.text').map(text => text.text())
  const live = (shown: Awaited<ReturnType<typeof show>>) => shown.get('[aria-live="polite"]').text()

  it('is an ordered list in the order given, and no answer yet', async () => {
    const { shown, response } = await start()
    expect(shown.findAll('ol > li').length).toBe(4)
    expect(texts(shown)).toEqual(['First step', 'Second step', 'Third step', 'Fourth step'])
    expect(response.value).toBeUndefined()
    expect(live(shown)).toBe('')
  })

  it('moves an item down by one place, and up again', async () => {
    const { shown, response } = await start()
    await button(shown, 'Move down: First step').trigger('click')
    expect(response.value).toEqual(['b', 'a', 'c', 'd'])
    expect(texts(shown)[1]).toBe('First step')
    await button(shown, 'Move up: First step').trigger('click')
    expect(response.value).toEqual(['a', 'b', 'c', 'd'])
  })

  it('disables up on the first item and down on the last, and no other button', async () => {
    const { shown } = await start()
    const disabled = () => shown.findAll('button:disabled').map(found => found.attributes('aria-label'))
    expect(disabled()).toEqual(['Move up: First step', 'Move down: Fourth step'])
    await button(shown, 'Move up: Second step').trigger('click')
    expect(disabled()).toEqual(['Move up: Second step', 'Move down: Fourth step'])
  })

  it('keeps the focus on the same button of the item that moved', async () => {
    const { shown } = await start()
    await button(shown, 'Move down: First step').trigger('click')
    await nextTick()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: First step')
    await button(shown, 'Move down: First step').trigger('click')
    await nextTick()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: First step')
  })

  it('gives the focus to the other button where the item can go no further', async () => {
    const { shown } = await start()
    await button(shown, 'Move up: Second step').trigger('click')
    await nextTick()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Second step')
    await button(shown, 'Move down: Third step').trigger('click')
    await nextTick()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move up: Third step')
  })

  it('tells the new place each time', async () => {
    const { shown } = await start()
    await button(shown, 'Move down: First step').trigger('click')
    expect(live(shown)).toBe('First step: now 2 of 4')
    await button(shown, 'Move up: Fourth step').trigger('click')
    expect(live(shown)).toBe('Fourth step: now 3 of 4')
  })

  it('says where each item belongs once it is checked, and offers no move', async () => {
    const { shown } = await hold(QuizOrder, { question, order, revealed: reveal(question, ['a', 'b', 'c', 'd']) }, ['a', 'b', 'c', 'd'])
    expect(shown.findAll('button')).toEqual([])
    expect(shown.findAll('.right-place').map(place => place.text())).toEqual(['Belongs in place 2', 'Belongs in place 4', 'Belongs in place 1', 'Belongs in place 3'])
  })
})

describe('match', async () => {
  const question = await questionOf('tea.pairs') as MatchQuestion
  const props = { question, order: ['b', 'a', 'c'], targets: ['z', 'x', 'y'] }
  const select = (shown: Awaited<ReturnType<typeof show>>, text: string) =>
    shown.get<HTMLSelectElement>(`#${CSS.escape(shown.findAll('label').find(label => label.text() === text)!.attributes('for')!)}`)

  it('has a native list for each item, named by the item', async () => {
    const { shown } = await hold(QuizMatch, props)
    expect(shown.findAll('label').map(label => label.text())).toEqual(['Item b', 'Item a', 'Item c'])
    for (const text of ['Item a', 'Item b', 'Item c'])
      expect(select(shown, text).element.tagName).toBe('SELECT')
    expect(new Set(shown.findAll('select').map(list => list.attributes('id'))).size).toBe(3)
  })

  it('offers every partner in the order given, after an empty choice', async () => {
    const { shown } = await hold(QuizMatch, props)
    expect(select(shown, 'Item a').findAll('option').map(option => option.text())).toEqual(['Choose its partner', 'Partner z', 'Partner x', 'Partner y'])
    expect(select(shown, 'Item a').element.value).toBe('')
  })

  it('pairs, pairs anew, and leaves other pairs alone', async () => {
    const { shown, response } = await hold(QuizMatch, props)
    await select(shown, 'Item a').setValue('x')
    await select(shown, 'Item b').setValue('z')
    await select(shown, 'Item a').setValue('y')
    expect(response.value).toEqual({ a: 'y', b: 'z' })
  })

  it('clears a pair with the empty choice', async () => {
    const { shown, response } = await hold(QuizMatch, props, { a: 'x', b: 'z' })
    await select(shown, 'Item a').setValue('')
    expect(response.value).toEqual({ b: 'z' })
    expect(select(shown, 'Item a').element.value).toBe('')
  })

  it('names the right partner beside a wrong one, and only there', async () => {
    const { shown } = await hold(QuizMatch, { ...props, revealed: reveal(question, { a: 'x', b: 'z', c: 'x' }) }, { a: 'x', b: 'z', c: 'x' })
    expect(shown.findAll('.partner').map(partner => partner.text())).toEqual(['Its partner: Partner y'])
    expect(shown.findAll('.choice > span:first-child').map(given => given.text())).toEqual(['Partner z', 'Partner x', 'Partner x'])
    expect(shown.findAll('select')).toEqual([])
  })
})

describe('choose', async () => {
  const one = { question: await questionOf('tea.colour'), order: ['c', 'a', 'b'] }
  const several = { question: await questionOf('tea.several'), order: ['d', 'b', 'a', 'c'] }
  const box = (shown: Awaited<ReturnType<typeof show>>, key: string) => shown.get<HTMLInputElement>(`input[value="${key}"]`)

  it('one: radio buttons of one name, in the order given, each inside its label', async () => {
    const { shown } = await hold(QuizChoice, one)
    const inputs = shown.findAll('input')
    expect(inputs.map(input => [input.attributes('type'), input.element.value])).toEqual([['radio', 'c'], ['radio', 'a'], ['radio', 'b']])
    expect(new Set(inputs.map(input => input.attributes('name'))).size).toBe(1)
    expect(inputs[0]!.attributes('name')).toBeTruthy()
    expect(shown.findAll('label').map(label => label.text())).toEqual(['Another wrong one', 'The right one', 'The wrong one'])
    expect(shown.findAll('label input').length).toBe(3)
  })

  it('one: a second choice takes the place of the first', async () => {
    const { shown, response } = await hold(QuizChoice, one)
    await box(shown, 'a').setValue(true)
    expect(response.value).toBe('a')
    await box(shown, 'b').setValue(true)
    expect(response.value).toBe('b')
    expect(shown.findAll<HTMLInputElement>('input').filter(({ element }) => element.checked).map(({ element }) => element.value)).toEqual(['b'])
  })

  it('one: two questions on a page do not share the name of their radio buttons', async () => {
    const shown = await show(defineComponent(() => () => [1, 2].map(() => h(QuizChoice as any, { ...one, question: publicPart(one.question) }))))
    expect(new Set(shown.findAll('input').map(input => input.attributes('name'))).size).toBe(2)
  })

  it('several: checkboxes that go on and off one by one', async () => {
    const { shown, response } = await hold(QuizChoice, several)
    expect(shown.findAll('input').every(input => input.attributes('type') === 'checkbox')).toBe(true)
    await box(shown, 'a').setValue(true)
    await box(shown, 'd').setValue(true)
    expect(response.value).toEqual(['d', 'a'])
    await box(shown, 'd').setValue(false)
    expect(response.value).toEqual(['a'])
    await box(shown, 'a').setValue(false)
    expect(response.value).toEqual([])
    expect(shown.findAll<HTMLInputElement>('input').some(({ element }) => element.checked)).toBe(false)
  })
})
