import type { DOMWrapper, VueWrapper } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import type { Component } from 'vue'
import type { SlidePlace } from '../../composables/useSlidePlace.ts'
import type { AskedQuestion, Option, Question } from '../../core/course.ts'
import { flushPromises, mount } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia, disposePinia, setActivePinia } from 'pinia'
import { course } from 'virtual:course'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createApp, defineComponent, h } from 'vue'
import { loadHotspotPart } from '../../components/quiz/hotspot.ts'
import { nextPaint } from '../../composables/nextPaint.ts'
import { loadSection } from '../../composables/useSection.ts'
import { outsideOfSlides, slidePlaceKey } from '../../composables/useSlidePlace.ts'
import { sectionOf } from '../../core/course.ts'
import { useProgressStore } from '../../stores/progress.ts'

/** The time in every test, until it is moved on. */
export const NOON = Date.UTC(2026, 0, 5, 12)

/** How long people took for their presses so far */
let pausesMs = 0
const now = performance.now.bind(performance)
let pinia: Pinia
const pinias: Pinia[] = []
const shown: VueWrapper<any>[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  // Events are dated by it too.
  vi.spyOn(performance, 'now').mockImplementation(() => now() + pausesMs)
  localStorage.clear()
  reload()
})

afterEach(() => {
  close()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function close(): void {
  shown.splice(0).forEach(wrapper => wrapper.unmount())
  pinias.splice(0).forEach(disposePinia)
}

/** As if the page were closed and opened again: a store that knows only what is saved. */
export function reload(): ReturnType<typeof useProgressStore> {
  close()
  return openPage()
}

/** Another page of the course beside those that are open; it becomes the one that tests and components speak to. */
export function openPage(): ReturnType<typeof useProgressStore> {
  pinia = createPinia()
  pinias.push(pinia)
  createApp({}).use(pinia)
  setActivePinia(pinia)
  const store = useProgressStore()
  store.load()
  return store
}

/** What comes only once the rest is painted is there then. */
export async function painted(): Promise<void> {
  await nextPaint()
  await new Promise(resolve => setTimeout(resolve))
  await flushPromises()
}

/** Time goes on by a minute. */
export function aMinuteLater(): void {
  vi.setSystemTime(Date.now() + 60_000)
}

/** A question of the tiny course in full. */
export async function questionOf(id: string): Promise<Question> {
  const { questions } = await loadSection(sectionOf(id))
  return questions.find(question => question.id === id)!
}

interface Place {
  as?: SlidePlace['as']
  /** The element around, where the component needs one */
  inside?: string
}

/** Mounts as the app does: sections loaded, a store that saves, in the document; parts that it loads lazily are there, however long that takes. */
export async function show(component: Component, props: Record<string, unknown> = {}, { as = 'bare', inside = 'div' }: Place = {}): Promise<VueWrapper<any>> {
  await Promise.all([...course.sections.map(({ id }) => loadSection(id)), loadHotspotPart()])
  const around = defineComponent(() => () => h(inside, [h(component, props)]))
  const wrapper = mount(around, {
    attachTo: document.body,
    global: {
      plugins: [pinia],
      provide: { [slidePlaceKey as symbol]: () => ({ ...outsideOfSlides, as }) },
    },
  })
  shown.push(wrapper)
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  return wrapper.findComponent(component)
}

/** Fails with the name of each rule of axe that is broken; contrast needs a real browser, `region` a whole page. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, 'region': { enabled: false } },
  })
  const broken = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(node => node.html).join(' ')})`)
  expect(broken, broken.join('\n')).toEqual([])
}

/** What a screen reader says: all text, visually hidden parts too, without what is hidden from it. */
export function readAloud(element: Element): string {
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll('[aria-hidden="true"]').forEach(hidden => hidden.remove())
  return copy.textContent!.replace(/\s+/g, ' ').trim()
}

/** How many people a figure draws with this class: their heads are counted. */
export function peopleDrawn(wrapper: VueWrapper<any> | DOMWrapper<Element>, selector: string): number {
  return wrapper.findAll(`path${selector}`).reduce((sum, path) => sum + path.attributes('d')!.split('a1.95 1.95 0 1 0 3.9 0').length - 1, 0)
}

/** The button with this name. Whoever looks for one needs a while, so that a press of it is no second press. */
export function button(wrapper: VueWrapper<any>, name: string): DOMWrapper<HTMLButtonElement> {
  pausesMs += 1000
  const found = wrapper.findAll('button').find(({ element }) => (element.getAttribute('aria-label') ?? readAloud(element)) === name)
  expect(found, `a button "${name}"`).toBeDefined()
  return found!
}

/** The options of a question that has options. */
export function offeredBy(question: AskedQuestion): Record<string, Option> {
  return 'options' in question ? question.options : {}
}

/** Operates the question with these options as a person would, and does not send it yet. */
export async function choose(wrapper: VueWrapper<any>, question: AskedQuestion, response: string | number | string[] | Record<string, string>): Promise<void> {
  const text = (key: string) => offeredBy(question)[key]!.text
  if (question.type === 'order') {
    const places = () => wrapper.findAll('[data-key]').map(item => item.attributes('data-key')!)
    // Down and up again, as a list that nobody moved counts as not answered.
    const first = places()[0]!
    await button(wrapper, `Move down: ${text(first)}`).trigger('click')
    await button(wrapper, `Move up: ${text(first)}`).trigger('click')
    for (const [place, key] of (response as string[]).entries()) {
      while (places().indexOf(key) > place)
        await button(wrapper, `Move up: ${text(key)}`).trigger('click')
    }
  }
  else if (question.type === 'match') {
    for (const [key, target] of Object.entries(response)) {
      const label = wrapper.findAll('label').find(label => label.text() === text(key))!
      await wrapper.get(`#${CSS.escape(label.attributes('for')!)}`).setValue(target)
    }
  }
  else if (question.type === 'sort') {
    for (const [key, bin] of Object.entries(response)) {
      const group = wrapper.findAll('[role="radiogroup"]').find(group => readAloud(document.getElementById(group.attributes('aria-labelledby')!)!) === text(key))!
      await group.get(`input[value="${bin}"]`).setValue(true)
    }
  }
  else if (question.type === 'gap') {
    const keys = Object.keys(question.gaps)
    for (const [key, filling] of Object.entries(response))
      await wrapper.get(`[aria-label="Gap ${keys.indexOf(key) + 1} of ${keys.length}"]`).setValue(filling)
  }
  else if (question.type === 'estimate') {
    await wrapper.get('.field input').setValue(response)
  }
  else {
    for (const key of [response].flat() as string[])
      await wrapper.get(`input[value="${key}"]`).setValue(true)
  }
}
