import type { VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { contents } from 'virtual:course/contents'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import CourseQuiz from '../../components/course/CourseQuiz.vue'
import CourseSearch from '../../components/course/CourseSearch.vue'
import CourseSettings from '../../components/course/CourseSettings.vue'
import EvidenceMap from '../../components/evidence/EvidenceMap.vue'
import FigureAutonomicOrgans from '../../components/figure/subject/FigureAutonomicOrgans.vue'
import FigureReflex from '../../components/figure/subject/FigureReflex.vue'
import { loadGlossary } from '../../composables/useGlossary.ts'
import { loadSection } from '../../composables/useSection.ts'
import { scoredAnswer, solution } from '../../core/question-types/index.ts'
import EvidencePage from '../../pages/EvidencePage.vue'
import { examples } from '../../pages/gallery/examples.ts'
import GalleryQuestion from '../../pages/gallery/GalleryQuestion.vue'
import HeadlinesPage from '../../pages/HeadlinesPage.vue'
import HomePage from '../../pages/HomePage.vue'
import ProgressPage from '../../pages/ProgressPage.vue'
import ReviewPage from '../../pages/ReviewPage.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { translate } from '../fixtures/translate.ts'
import { button, choose, NOON, painted, questionOf, reload, show } from './mount.ts'
import { teaAnswers } from './tea-answers.ts'

vi.mock('virtual:course/map', async () => await import('./course-map.ts'))

beforeAll(loadGlossary)
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})

type Step = (shown: VueWrapper<any>) => unknown

/** What is read after each step, with every text translated before it, and without; `before` happens before the page is opened. */
async function expectSameWords(component: Component, props: Record<string, unknown>, steps: Step[], before?: () => Promise<void>) {
  const readAfter = async (isTranslated: boolean) => {
    localStorage.clear()
    reload()
    document.body.innerHTML = ''
    await before?.()
    const shown = await show(component, props)
    const read: string[] = []
    for (const step of steps) {
      if (isTranslated)
        translate(document.body)
      await step(shown)
      await painted()
      await vi.dynamicImportSettled()
      await painted()
      read.push(document.body.textContent!.replace(/\s+/g, ' ').trim())
    }
    return read
  }
  const untouched = await readAfter(false)
  expect(new Set(untouched).size, 'every step changes what is read').toBe(untouched.length)
  expect(await readAfter(true)).toEqual(untouched)
}

describe('on a page that the browser translates', () => {
  const press = (name: string): Step => shown => button(shown, name).trigger('click')

  it.each(examples.map(example => ({ ...example, name: example.question.id })))('$name is answered, said to be so, and taken up again', async ({ question, wrong }) => {
    await expectSameWords(GalleryQuestion, { question }, [
      press('Check answer'),
      async (shown) => {
        await choose(shown, question, wrong as any)
        await press('Check answer')(shown)
      },
      press('Show the answer'),
      async (shown) => {
        await press('Try again')(shown)
        await choose(shown, question, solution(question) as any)
        await press('Check answer')(shown)
      },
    ])
  })

  it('a quiz is taken to its result, and once more', async () => {
    const answerIt: Step = async (shown) => {
      const id = shown.get('[data-question]').attributes('data-question')!
      await choose(shown, await questionOf(id), teaAnswers.find(answer => answer.id === id)!.right as any)
      await press('Check answer')(shown)
    }
    await expectSameWords(CourseQuiz, { section: course.sections[0]! }, [
      answerIt,
      press('Next question'),
      answerIt,
      press('Next question'),
      answerIt,
      press('Next question'),
      answerIt,
      press('See the result'),
    ])
  })

  it('the evidence is filtered, also to nothing and back', async () => {
    const sections = await Promise.all(contents.map(({ id }) => loadSection(id)))
    await expectSameWords(EvidencePage, { sections }, [
      shown => shown.get('input').setValue('tea'),
      shown => shown.findAll('select')[0]!.setValue('implant'),
      shown => shown.get('input').setValue('zebra'),
      press('show all verdicts'),
    ])
  })

  function chooseIn(index: number, value: string) {
    const select = document.querySelectorAll('select')[index]!
    select.value = value
    select.dispatchEvent(new Event('change'))
  }

  it('the map of the evidence is filtered, and opens a verdict', async () => {
    await expectSameWords(EvidenceMap, {}, [
      () => expect.poll(() => document.querySelectorAll('select').length).toBe(2),
      () => chooseIn(0, 'ear-needles'),
      () => chooseIn(1, 'mood'),
      () => chooseIn(0, 'implant'),
      () => document.querySelector<HTMLElement>('.point')!.click(),
    ])
  })

  it('the search finds, and finds nothing', async () => {
    await expectSameWords(CourseSearch, {}, [
      () => expect.poll(() => document.querySelector('[role=status]')!.textContent).toContain('Try a device'),
      shown => shown.get('input').setValue('implant tea'),
      shown => shown.get('input').setValue('zebra'),
    ])
  })

  it.each([
    ['a figure goes on to its next step', FigureReflex, 'Next step'],
    ['a figure tells of another organ', FigureAutonomicOrgans, 'Airways'],
  ] as const)('%s', async (_, figure, name) => {
    await expectSameWords(figure, {}, [press(name)])
  })

  it.each([['map', HomePage], ['page of progress', ProgressPage]] as const)('the %s tells what was done in another window', async (_, page) => {
    await expectSameWords(page, {}, [
      () => useProgressStore().see('tea.start'),
      async () => useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page')),
    ])
  })

  it('headlines are practised', async () => {
    await expectSameWords(HeadlinesPage, {}, [
      () => vi.waitFor(() => expect(document.body.textContent).not.toContain('Loading')),
      press('Ten headlines, mixed'),
      async (shown) => {
        await shown.get('.options input').setValue()
        await press('Check answer')(shown)
      },
      press('Next headline'),
    ])
  })

  it('a review says above each question what that one is about', async () => {
    await expectSameWords(ReviewPage, {}, [
      () => vi.waitFor(() => expect(document.querySelector('.about')).not.toBeNull()),
      async (shown) => {
        await choose(shown, await questionOf(shown.get('[data-question]').attributes('data-question')!), 'a')
        await press('Check answer')(shown)
      },
      press('Next question'),
    ], async () => {
      vi.setSystemTime(NOON)
      for (const id of ['tea.colour', 'rain.colour'])
        useProgressStore().answer(scoredAnswer(await questionOf(id), 'b', 'page'))
      vi.setSystemTime(NOON + 10 * 86_400_000)
    })
  })

  it('a display setting is chosen', async () => {
    const shown = await show(CourseSettings)
    translate(document.body)
    await shown.get('input[value=dark]').setValue(true)
    await flushPromises()
    expect(document.documentElement.classList.contains('dark') || shown.get<HTMLInputElement>('input[value=dark]').element.checked).toBe(true)
  })
})
