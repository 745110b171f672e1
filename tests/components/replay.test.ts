import type { VueWrapper } from '@vue/test-utils'
import type { App, Component } from 'vue'
import type { EarlyInput } from '../../composables/replay.ts'
import { DOMWrapper, flushPromises } from '@vue/test-utils'
import { createPinia, getActivePinia } from 'pinia'
import { contents } from 'virtual:course/contents'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { loadHotspotPart } from '../../components/quiz/hotspot.ts'
import QuizQuestion from '../../components/quiz/QuizQuestion.vue'
import { record, replay } from '../../composables/replay.ts'
import { replayedStep } from '../../composables/useHydrated.ts'
import { loadSection } from '../../composables/useSection.ts'
import { scoredAnswer, solution } from '../../core/question-types/index.ts'
import EvidencePage from '../../pages/EvidencePage.vue'
import { examples } from '../../pages/gallery/examples.ts'
import GalleryQuestion from '../../pages/gallery/GalleryQuestion.vue'
import { useProgressStore } from '../../stores/progress.ts'
import { button, choose, questionOf, readAloud } from './mount.ts'

const early: EarlyInput = record(document)
const sections = await Promise.all(contents.map(({ id }) => loadSection(id)))
await loadHotspotPart()
let app: App | undefined

afterEach(() => {
  app?.unmount()
  document.body.replaceChildren()
})

/** A component as it stands in the built page, with nobody to hear what is done in it. */
async function drawn(component: Component, props: Record<string, unknown>): Promise<{ page: VueWrapper<any>, hydrate: () => Promise<void> }> {
  const root = document.createElement('div')
  root.setAttribute('data-hydrating', '')
  root.innerHTML = await renderToString(createSSRApp(() => h(component, props)).use(createPinia()))
  document.body.append(root)
  return {
    page: new DOMWrapper(root) as unknown as VueWrapper<any>,
    async hydrate() {
      app = createSSRApp(() => h(component, props)).use(getActivePinia()!)
      app.mount(root)
      await flushPromises()
      root.removeAttribute('data-hydrating')
      await replayedStep()
      await replay(root, early, replayedStep)
      await flushPromises()
    },
  }
}

const status = (page: VueWrapper<any>) => readAloud(page.get('[role="status"]').element)

describe.each(examples.map(({ question }) => ({ question, type: question.type })))('before a question of the type $type is hydrated', ({ question }) => {
  it('what is chosen and sent counts', async () => {
    const { page, hydrate } = await drawn(GalleryQuestion, { question })
    if (question.type === 'order') {
      const keys = () => page.findAll('[data-key]').map(item => item.attributes('data-key')!)
      const [first, second, third] = keys()
      const down = page.findAll('button').find(({ element }) => element.getAttribute('aria-label')?.startsWith('Move down'))!
      await down.trigger('click')
      await down.trigger('click')
      await button(page, 'Check answer').trigger('click')
      await hydrate()
      expect(keys().slice(0, 3), 'two presses are two moves').toEqual([second, third, first])
      expect(status(page)).toMatch(/^(?:Correct|Partly right|Not quite)/)
      return
    }
    await choose(page, question, solution(question) as never)
    await button(page, 'Check answer').trigger('click')
    await hydrate()
    expect(status(page)).toMatch(/^Correct/)
  })
})

describe('before a question on a page is hydrated', () => {
  const ask = () => drawn(QuizQuestion, { id: 'tea.colour', mode: 'page' })
  beforeEach(() => expect(useProgressStore().progress.answers).toEqual([]))

  it('a right answer that is sent twice is sent once, and not taken up again', async () => {
    const { page, hydrate } = await ask()
    await choose(page, await questionOf('tea.colour'), 'a')
    for (let press = 0; press < 2; press++)
      await button(page, 'Check answer').trigger('click')
    await hydrate()
    expect(status(page)).toMatch(/^Correct/)
    expect(useProgressStore().progress.answers.length).toBe(1)
  })

  it('a wrong answer that is sent three times leaves the second try', async () => {
    const { page, hydrate } = await ask()
    await choose(page, await questionOf('tea.colour'), 'b')
    for (let press = 0; press < 3; press++)
      await button(page, 'Check answer').trigger('click')
    await hydrate()
    expect(useProgressStore().progress.answers.length).toBe(1)
    expect(button(page, 'Check again').element.disabled).toBe(false)
  })

  it('somebody who answered it on an earlier visit has the new answer counted', async () => {
    const { page, hydrate } = await ask()
    const store = useProgressStore()
    store.answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page'))
    await choose(page, await questionOf('tea.colour'), 'b')
    await button(page, 'Check answer').trigger('click')
    await hydrate()
    expect(store.progress.answers.map(({ response }) => response)).toEqual(['a', 'b'])
  })

  it('a press without a choice does not take up what was answered on an earlier visit', async () => {
    const { page, hydrate } = await ask()
    useProgressStore().answer(scoredAnswer(await questionOf('tea.colour'), 'a', 'page'))
    await button(page, 'Check answer').trigger('click')
    await hydrate()
    expect(status(page)).toMatch(/^Correct/)
  })
})

it('filters of the evidence that are set before it is hydrated all hold', async () => {
  const { page, hydrate } = await drawn(EvidencePage, { sections })
  const [device, proof, approval] = page.findAll('select')
  await page.get('input').setValue('tea')
  await device!.setValue('implant')
  await proof!.setValue('mixed')
  await approval!.setValue('approved')
  for (const select of [device!, proof!, approval!])
    await select.trigger('input')
  await hydrate()
  expect(page.findAll('select').map(({ element }) => element.value)).toEqual(['implant', 'mixed', 'approved'])
  expect(page.findAll('h4').map(title => title.text())).toEqual(['An implant for tea'])
})
