import { describe, expect, it } from 'vitest'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { button, choose, expectAccessible, questionOf, show } from './mount.ts'
import { teaAnswers, teaOutcomes } from './tea-answers.ts'

const ask = (id: string, props = {}) => show(QuizQuestion, { id, mode: 'page', ...props })

describe('the check itself', () => {
  it('names what is broken', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="broken"><img src="x.png"><input type="radio"></div>')
    const broken = document.getElementById('broken')!
    await expect(expectAccessible(broken)).rejects.toThrow(/image-alt.*label/s)
    broken.remove()
  })
})

describe.each(teaAnswers)('a question of type $type breaks no rule of axe', ({ id, right }) => {
  it('fresh', async () => {
    await expectAccessible((await ask(id)).element)
  })

  it('with an answer chosen and not yet checked', async () => {
    const shown = await ask(id)
    await choose(shown, await questionOf(id), right as any)
    await expectAccessible(shown.element)
  })

  it('sent unanswered, saying what is missing', async () => {
    const shown = await ask(id)
    await button(shown, 'Check answer').trigger('click')
    await expectAccessible(shown.element)
  })

  it('inert', async () => {
    await expectAccessible((await ask(id, { inert: true })).element)
  })
})

describe('a checked question breaks no rule of axe', () => {
  it.each(teaOutcomes)('$type, $outcome', async ({ id, response }) => {
    const shown = await ask(id)
    await choose(shown, await questionOf(id), response)
    await button(shown, 'Check answer').trigger('click')
    await expectAccessible(shown.element)
  })
})
