import { createPinia } from 'pinia'
import { createApp, createSSRApp, nextTick } from 'vue'
import { atRest } from '../composables/atRest.ts'
import { watchLoad } from '../composables/loadOnce.ts'
import { replayEarly } from '../composables/useHydrated.ts'
import { keepOffline, mayKeep } from '../composables/useUpdate.ts'
import { useProgressStore } from '../stores/progress.ts'
import { pages } from './pages.ts'
import '@unocss/reset/tailwind.css'
import '../styles/index.css'

/** Hydrates the page that was prerendered; by the dev server nothing was, and it is rendered here. */
async function start(root: HTMLElement): Promise<void> {
  const { page = 'notFound', of = '' } = root.dataset
  const kind = pages[page]!
  const [{ default: component }, props] = await Promise.all([kind.component(), kind.props?.(of)])
  const create = root.hasChildNodes() ? createSSRApp : createApp
  const app = create(component, props).use(createPinia())
  app.mount(root)
  useProgressStore().load()
  root.removeAttribute('data-hydrating')
  await nextTick()
  await replayEarly(root)
}

/** Behind everything that the learner waits for: what is kept takes the line for a while. Not where it costs the learner (`mayKeep`). */
async function keepOfflineLater(): Promise<void> {
  if (!__OFFLINE__ || !mayKeep())
    return
  await atRest()
  await keepOffline()
}

const root = document.getElementById('app')!
window.coursePage?.begin()
watchLoad(start(root)).catch(console.warn).then(keepOfflineLater)
