import { describe, expect, it, vi } from 'vitest'
import CourseHandoutQuestions from '../../components/course/CourseHandoutQuestions.vue'
import CoursePrint from '../../components/course/CoursePrint.vue'
import CourseQuestionsToTake from '../../components/course/CourseQuestionsToTake.vue'
import { askedAs } from '../../components/room/rounds.ts'
import { loadSection } from '../../composables/useSection.ts'
import { letterOf } from '../../core/question-types/type.ts'
import { expectAccessible, readAloud, show } from './mount.ts'

describe('the questions of a handout', () => {
  const handout = async () => show(CourseHandoutQuestions, { questions: (await loadSection('tea')).questions })
  const part = (shown: Awaited<ReturnType<typeof handout>>, id: string) => readAloud(shown.element.parentElement!.querySelector(`[aria-labelledby=${id}]`)!)

  it('stand as text, without feedback, explanation or answer', async () => {
    const text = part(await handout(), 'questions')
    for (const { prompt, explanation } of (await loadSection('tea')).questions) {
      expect(text).toContain(prompt)
      expect(text).not.toContain(explanation)
    }
    expect(text).not.toMatch(/feedback|This is right because/i)
  })

  it('have their answers in a part of its own, in the letters of the questions', async () => {
    const shown = await handout()
    const [questions, answers] = [part(shown, 'questions'), part(shown, 'answers')]
    const letter = /([a-c]\)) The right one/.exec(questions)![1]
    expect(answers).toContain(`${letter} The right one`)
    expect(answers).toContain('A is right.')
  })

  it('have the letters that a live room has', async () => {
    const shown = await handout()
    const lists = [...shown.element.parentElement!.querySelectorAll('[aria-labelledby=questions] .on-paper > li')]
    const { questions } = await loadSection('tea')
    for (const [place, question] of questions.entries()) {
      if (question.type !== 'choice' && question.type !== 'choices')
        continue
      const { order } = askedAs(question)
      expect([...lists[place]!.querySelectorAll('li')].map(readAloud).filter(line => /^[a-z]\) /.test(line))).toEqual(order.map((key, place) => `${letterOf(place)} ${question.options[key]!.text}`))
    }
  })

  it('are the same on every sheet, and break no rule of axe', async () => {
    const [first, second] = [await handout(), await handout()]
    expect(part(first, 'questions')).toBe(part(second, 'questions'))
    await expectAccessible(first.element.parentElement!)
  })
})

it('a button prints the page and is not printed itself', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const shown = await show(CoursePrint)
  await shown.get('button').trigger('click')
  expect(print).toHaveBeenCalledOnce()
  expect(shown.get('button').element.closest('.no-print')).not.toBeNull()
})

describe('the questions to take to a clinician', () => {
  it('are a list, on their own page without a link to it', async () => {
    const shown = await show(CourseQuestionsToTake, { section: 'tea' })
    expect(shown.findAll('li').map(item => item.text())).toEqual(['Which tea?', 'How hot?'])
    expect(shown.find('a').exists()).toBe(false)
    await expectAccessible(shown.element)
  })

  it('are nothing where a section has none', async () => {
    expect((await show(CourseQuestionsToTake, { section: 'rain' })).text()).toBe('')
  })
})
