import type { Component } from 'vue'
import { createPinia } from 'pinia'
import { createApp, createSSRApp, nextTick } from 'vue'
import { replayEarly } from '../composables/useHydrated.ts'
import { useProgressStore } from '../stores/progress.ts'

/** Hydrates a page that was prerendered; by the dev server nothing was, and it is rendered here. */
export async function hydrate(root: HTMLElement, component: Component, props?: Record<string, unknown>): Promise<void> {
  const create = root.hasChildNodes() ? createSSRApp : createApp
  const app = create(component, props).use(createPinia())
  app.mount(root)
  useProgressStore().load()
  root.removeAttribute('data-hydrating')
  await nextTick()
  await replayEarly(root)
}
