import type { VueWrapper } from '@vue/test-utils'
import type { AskedQuestion } from '../../core/course.ts'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import QuizEstimate from '../../components/quiz/QuizEstimate.vue'
import QuizGap from '../../components/quiz/QuizGap.vue'
import QuizHotspot from '../../components/quiz/QuizHotspot.vue'
import QuizSort from '../../components/quiz/QuizSort.vue'
import { publicPart, reveal, solution } from '../../core/question-types/index.ts'
import { examples } from '../../pages/gallery/examples.ts'
import GalleryQuestion from '../../pages/gallery/GalleryQuestion.vue'
import { estimateOf, gapOf, hotspotOf, sortOf } from '../fixtures/build.ts'
import { button, choose, readAloud, show } from './mount.ts'

/** A part with its answer held outside, as QuizQuestion holds it; `off` as when an answer is kept. */
async function hold(part: any, { question, ...props }: { question: AskedQuestion } & Record<string, unknown>, start?: any, off = false) {
  const response = ref(start)
  const shown = await show(defineComponent(() => () => h('fieldset', { disabled: off }, [h(part, {
    ...props,
    'question': publicPart(question),
    'modelValue': response.value,
    'onUpdate:modelValue': (value: unknown) => response.value = value,
  })])))
  return { shown, response }
}

const texts = (shown: VueWrapper<any>, selector: string) => shown.findAll(selector).map(({ element }) => readAloud(element))

describe.each(examples.map(({ question }) => ({ question, id: question.id })))('$id', ({ question }) => {
  it('is operated to its right answer by its controls alone', async () => {
    const shown = await show(GalleryQuestion, { question })
    await choose(shown, question, solution(question) as any)
    await button(shown, 'Check answer').trigger('click')
    expect(readAloud(shown.get('[role="status"]').element)).toMatch(/^Correct/)
  })
})

const inParts = examples.filter(({ question }) => ['match', 'sort', 'gap'].includes(question.type))

describe.each(inParts.map(({ question }) => ({ question, type: question.type })))('$type, sent before all of it is there', ({ question }) => {
  it('marks what is blank from then on until it is filled, and not when it is asked anew', async () => {
    const shown = await show(GalleryQuestion, { question })
    const blank = () => shown.findAll('[aria-invalid="true"]').length
    const parts = Object.entries(solution(question) as Record<string, string>)
    expect(blank()).toBe(0)
    await button(shown, 'Check answer').trigger('click')
    expect(blank()).toBe(parts.length)
    for (const [place, part] of parts.entries()) {
      await choose(shown, question, Object.fromEntries([part]))
      expect(blank()).toBe(parts.length - place - 1)
    }
    await button(shown, 'Check answer').trigger('click')
    await button(shown, 'Practise once more').trigger('click')
    expect(blank()).toBe(0)
  })
})

describe('sort', () => {
  const question = sortOf({ a: 'x', b: 'y', c: 'x' }, ['y', 'x'])
  const props = { question, order: ['c', 'a', 'b'] }

  it('is a named group of radio buttons for each item, in the order given, its bins in that of the bank', async () => {
    const { shown } = await hold(QuizSort, props)
    const groups = shown.findAll('[role="radiogroup"]')
    expect(groups.map(group => document.getElementById(group.attributes('aria-labelledby')!)!.textContent)).toEqual(['Text c', 'Text a', 'Text b'])
    for (const group of groups)
      expect(group.findAll('label').map(({ element }) => readAloud(element))).toEqual(['Bin y', 'Bin x'])
    expect(new Set(shown.findAll('input').map(input => input.attributes('name'))).size).toBe(3)
  })

  it('puts an item into a bin, and into another, and leaves other items alone', async () => {
    const { shown, response } = await hold(QuizSort, props)
    await choose(shown, question, { a: 'x', c: 'y' })
    await choose(shown, question, { a: 'y' })
    expect(response.value).toEqual({ a: 'y', c: 'y' })
  })

  it('draws in each bin the numbers of the items that lie in it', async () => {
    const { shown } = await hold(QuizSort, props, { a: 'y', c: 'y' })
    expect(shown.findAll('.inside').map(bin => bin.text())).toEqual(['12', ''])
  })

  it('names the right bin beside a wrong item, and only there', async () => {
    const given = { a: 'y', b: 'y', c: 'x' }
    const { shown } = await hold(QuizSort, { ...props, revealed: reveal(question, given) }, given)
    expect(texts(shown, '.right-bin')).toEqual(['Belongs in: Bin x'])
    expect(shown.findAll('label[data-mark]').map(label => label.attributes('data-mark'))).toEqual(['right', 'wrong', 'missed', 'right'])
    expect(shown.findAll('input:enabled')).toEqual([])
  })
})

describe('gaps', () => {
  const question = gapOf({ a: 'y', b: ['sham', 'dummy'] })
  const props = { question, lists: { a: ['z', 'x', 'y'] } }

  it('are a native list and a field in the sentence, each named by its number', async () => {
    const { shown } = await hold(QuizGap, props)
    expect(shown.get('.sentence').findAll('select, input').map(({ element }) => [element.tagName, element.getAttribute('aria-label')])).toEqual([['SELECT', 'Gap 1 of 2'], ['INPUT', 'Gap 2 of 2']])
    expect(texts(shown, 'option')).toEqual(['Choose', 'Text z', 'Text x', 'Text y'])
  })

  it('are filled, changed and emptied one by one', async () => {
    const { shown, response } = await hold(QuizGap, props)
    await choose(shown, question, { a: 'x', b: 'sham' })
    expect(response.value).toEqual({ a: 'x', b: 'sham' })
    await choose(shown, question, { b: '' })
    expect(response.value).toEqual({ a: 'x' })
  })

  it('stand filled in the sentence once they are checked, a wrong one beside the right', async () => {
    const given = { a: 'x', b: 'Dummy' }
    const { shown } = await hold(QuizGap, { ...props, revealed: reveal(question, given) }, given)
    expect(shown.findAll('select, input')).toEqual([])
    expect(texts(shown, '.sentence')[0]!.replaceAll(' ,', ',')).toBe('and Gap 1 of 2: not right, Text x, right is Text y and Gap 2 of 2: Dummy')
  })

  it('have feedback for every choice, chosen or not, and for every typed one', async () => {
    const given = { a: 'x', b: 'Dummy' }
    const { shown } = await hold(QuizGap, { ...props, revealed: reveal(question, given) }, given)
    expect(texts(shown, '.of-gap')).toEqual([
      'Gap 1 of 2Text z Feedback zText x Not right: Feedback xText y This is right: Feedback y',
      'Gap 2 of 2Dummy Right: Feedback b',
    ])
  })

  it('show nothing of an answer to an older wording that fits no more', async () => {
    const { shown } = await hold(QuizGap, { ...props, revealed: reveal(question, null) })
    expect(shown.findAll('select, input, .filled, .of-gap')).toEqual([])
  })
})

describe('an estimate', () => {
  const question = estimateOf(24, 6)
  const field = (shown: VueWrapper<any>) => shown.get<HTMLInputElement>('.field input')
  const slider = (shown: VueWrapper<any>) => shown.get<HTMLInputElement>('input[type="range"]')
  const filled = (shown: VueWrapper<any>) => shown.findAll('.guessed').length

  it('has no guess until it is touched, and says so', async () => {
    const { shown, response } = await hold(QuizEstimate, { question })
    expect(response.value).toBeUndefined()
    expect(field(shown).element.value).toBe('')
    expect(slider(shown).attributes('aria-valuetext')).toBe('no guess yet')
    expect(filled(shown)).toBe(0)
  })

  it('tells beforehand what counts as right', async () => {
    const { shown } = await hold(QuizEstimate, { question })
    expect(readAloud(shown.element)).toContain('Within 6 counts as right.')
    expect(field(shown).attributes('aria-describedby')!.split(' ').map(id => document.getElementById(id)!.textContent!.trim())).toEqual(['people in 100', 'Within 6 counts as right.'])
  })

  it('is the same by field, slider and figure', async () => {
    const { shown, response } = await hold(QuizEstimate, { question })
    await field(shown).setValue('40')
    expect([response.value, slider(shown).element.value, slider(shown).attributes('aria-valuetext'), filled(shown)]).toEqual([40, '40', '40 people in 100', 40])
    await slider(shown).setValue('12')
    expect([response.value, field(shown).element.value, filled(shown)]).toEqual([12, '12', 12])
    await shown.get('[data-figure="31"]').trigger('click')
    expect([response.value, field(shown).element.value, filled(shown)]).toEqual([31, '31', 31])
  })

  it('may be nobody: by touching the slider where it stands, or the last figure once more', async () => {
    const { shown, response } = await hold(QuizEstimate, { question })
    await slider(shown).trigger('click')
    expect(response.value).toBe(0)
    await shown.get('[data-figure="1"]').trigger('click')
    await shown.get('[data-figure="1"]').trigger('click')
    expect(response.value).toBe(0)
  })

  it('is no guess again when the field is emptied, or when it is taken up again', async () => {
    const { shown, response } = await hold(QuizEstimate, { question }, 40)
    await field(shown).setValue('')
    expect(response.value).toBeUndefined()
    response.value = 50
    await nextTick()
    response.value = undefined
    await nextTick()
    expect(field(shown).element.value).toBe('')
  })

  it('leaves a number alone while it is typed', async () => {
    const { shown } = await hold(QuizEstimate, { question: estimateOf(24, 6, { as: 'number', step: 0.01 }) })
    await field(shown).setValue('5.0')
    expect(field(shown).element.value).toBe('5.0')
  })

  it('cannot be touched once an answer is kept', async () => {
    const { shown, response } = await hold(QuizEstimate, { question }, 40, true)
    await shown.get('[data-figure="31"]').trigger('click')
    expect(response.value).toBe(40)
  })

  it('stays between its least and its most, whatever figure is touched', async () => {
    const { shown, response } = await hold(QuizEstimate, { question: estimateOf(24, 6, { min: 10, max: 50 }) })
    await shown.get('[data-figure="3"]').trigger('click')
    expect(response.value).toBe(10)
    await shown.get('[data-figure="99"]').trigger('click')
    expect(response.value).toBe(50)
  })

  it('draws the true figure over the guess, and names both', async () => {
    const { shown } = await hold(QuizEstimate, { question, revealed: reveal(question, 40) }, 40)
    expect(readAloud(shown.get('.told').element)).toBe('Your guess 40, the true figure 24 people in 100')
    expect([filled(shown), shown.findAll('.with').length]).toEqual([40, 24])
    expect(shown.findAll('input')).toEqual([])
  })

  it('has feedback for every side, and none for a side where no guess can lie', async () => {
    const { shown } = await hold(QuizEstimate, { question, revealed: reveal(question, 40) }, 40)
    expect(texts(shown, '.option')).toEqual(['Less than 18 Feedback low', '18 to 30 This is right: Feedback near', 'More than 30 Not right: Feedback high'])
    const edge = estimateOf(3, 6)
    const { shown: atEdge } = await hold(QuizEstimate, { question: edge, revealed: reveal(edge, 40) }, 40)
    expect(texts(atEdge, '.zone')).toEqual(['0 to 9', 'More than 9'])
  })

  it('puts a number and the guess on one line', async () => {
    const number = estimateOf(50, 10, { as: 'number', max: 200, unit: 'weeks' })
    const { shown } = await hold(QuizEstimate, { question: number, revealed: reveal(number, 150) }, 150)
    const left = (what: string) => (shown.get(`.scale ${what}`).element as HTMLElement).style.left
    expect([left('.truth'), left('.guess'), left('.near')]).toEqual(['25%', '75%', '20%'])
  })
})

describe('a hotspot', () => {
  const question = hotspotOf(['a', 'b', 'c'], 'b')
  const props = { question, order: ['c', 'a', 'b'] }
  const lit = (shown: VueWrapper<any>) => shown.findAll('.region.lit').length
  const checked = (shown: VueWrapper<any>) => shown.findAll<HTMLInputElement>('input:checked').map(({ element }) => element.value)

  it('is a list of radio buttons with the letters of the marks, and a figure that is not read', async () => {
    const { shown } = await hold(QuizHotspot, props)
    const names = shown.findAll('input').map(radio => radio.attributes('aria-labelledby')!.split(' ').map(id => document.getElementById(id)!.textContent).join(' '))
    expect(names).toEqual(['A Text c', 'B Text a', 'C Text b'])
    expect(shown.findAll('.spot').map(spot => spot.text())).toEqual(['A', 'B', 'C'])
    expect(shown.get('.regions').element.closest('[aria-hidden="true"]')).not.toBeNull()
  })

  it('has a mark for each that is a label of the same radio button', async () => {
    const { shown } = await hold(QuizHotspot, props)
    expect(shown.findAll('.spot').map(spot => (document.getElementById(spot.attributes('for')!) as HTMLInputElement).value)).toEqual(['c', 'a', 'b'])
  })

  it('lights the region that is chosen in the list, and chooses the region that is touched', async () => {
    const { shown, response } = await hold(QuizHotspot, props)
    await choose(shown, question, 'a')
    expect(lit(shown)).toBe(1)
    await shown.findAll('.region.shown')[0]!.trigger('click')
    expect(checked(shown)).toEqual([response.value])
    expect(response.value).not.toBe('a')
  })

  it('lights the one that is pointed at, in the list or on the figure', async () => {
    const { shown } = await hold(QuizHotspot, props)
    await shown.findAll('.option')[1]!.trigger('pointerenter')
    expect([shown.findAll('.region.pointed').length, shown.findAll('.spot.pointed').map(spot => spot.text())]).toEqual([1, ['B']])
    await shown.findAll('.option')[1]!.trigger('pointerleave')
    expect(shown.findAll('.pointed')).toEqual([])
  })

  it('lights the right region after the answer, and takes no other', async () => {
    const { shown, response } = await hold(QuizHotspot, { ...props, revealed: reveal(question, 'a') }, 'a')
    expect(shown.findAll('.spot').map(spot => spot.attributes('data-mark'))).toEqual(['left', 'wrong', 'missed'])
    expect(shown.findAll('.spot.lit').map(spot => spot.text())).toEqual(['C'])
    for (const region of shown.findAll('.region.shown'))
      await region.trigger('click')
    expect(response.value).toBe('a')
  })
})
