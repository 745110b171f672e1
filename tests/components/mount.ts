import type { VueWrapper } from '@vue/test-utils'
import type { Pinia } from 'pinia'
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Question, SectionOutline } from '../../core/course.ts'
import type { SlidePlace } from '../../composables/useDeck.ts'
import { createHead } from '@unhead/vue/client'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import axe from 'axe-core'
import { createPinia, disposePinia, setActivePinia } from 'pinia'
import piniaPluginPersistedstate from 'pinia-plugin-persistedstate'
import { course } from 'virtual:course'
import { sections } from 'virtual:course/sections'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createApp, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadSection } from '../../composables/useSection.ts'
import { provideReading } from '../../composables/useReading.ts'
import { sectionOf } from '../../core/course.ts'
import { storageProblem } from '../../stores/persistence.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { injectionCurrentPage, injectionRenderContext } from './slidev-stub.ts'

/** Noon of some day: the time in every test, until it is moved on. */
export const NOON = Date.UTC(2026, 0, 5, 12)

let pinia: Pinia

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  localStorage.clear()
  storageProblem.value = undefined
  reload()
})

afterEach(() => {
  disposePinia(pinia)
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** As if the page were opened again: a store that knows only what is saved. */
export function reload(): ReturnType<typeof useProgressStore> {
  if (pinia)
    disposePinia(pinia)
  pinia = createPinia().use(piniaPluginPersistedstate)
  createApp({}).use(pinia)
  setActivePinia(pinia)
  return useProgressStore()
}

/** Time goes on by a minute. */
export function aMinuteLater(): void {
  vi.setSystemTime(Date.now() + 60_000)
}

const page: Component = { render: () => null }
const routes: RouteRecordRaw[] = [{ path: '/', name: 'home', component: page }, { path: '/:all(.*)*', component: page }]

interface Place {
  /** On a page: responsive text */
  reading?: boolean
  /** On a slide */
  context?: SlidePlace['context']
  /** 1-based number of that slide */
  no?: number
}

/** Mounts as the app does: the sections loaded, a store that saves, a router, in the document. */
export async function show(component: Component, props: Record<string, unknown> = {}, place: Place = {}, tag = 'div'): Promise<VueWrapper> {
  await Promise.all(course.sections.map(({ id }) => loadSection(id)))
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/somewhere')
  const around: Component = {
    components: { Shown: component },
    setup() {
      if (place.reading)
        provideReading()
      return () => null
    },
  }
  around.setup = () => {
    if (place.reading)
      provideReading()
  }
  around.render = () => null
  const host = document.body.appendChild(document.createElement(tag))
  const wrapper = mount(component, {
    props,
    attachTo: host,
    global: {
      plugins: [pinia, router, createHead()],
      provide: {
        [injectionCurrentPage as symbol]: ref(place.no ?? 0),
        [injectionRenderContext as symbol]: ref(place.context ?? 'none'),
      },
    },
  })
  await flushPromises()
  return wrapper
}
