import { createPinia } from 'pinia'
import { createApp, createSSRApp, nextTick } from 'vue'
import { replayEarly } from '../composables/useHydrated.ts'
import { keepOffline } from '../composables/useUpdate.ts'
import { useProgressStore } from '../stores/progress.ts'
import { pages } from './pages.ts'
import '@unocss/reset/tailwind.css'
import '../styles/index.css'

/** Brings the page to life: it stands there already, drawn when the course was built (by the dev server it is drawn here). */
async function start(root: HTMLElement): Promise<void> {
  const { page = 'notFound', section = '' } = root.dataset
  const kind = pages[page]!
  const [{ default: component }, props] = await Promise.all([kind.component(), kind.props?.(section)])
  const create = root.hasChildNodes() ? createSSRApp : createApp
  const app = create(component, props).use(createPinia())
  app.mount(root)
  useProgressStore().load()
  root.removeAttribute('data-hydrating')
  await nextTick()
  await replayEarly(root)
}

/** Without what it could not load a page can be read and not operated. */
function tellOfLoss(root: HTMLElement): void {
  const notice = document.createElement('p')
  notice.className = 'lost'
  notice.setAttribute('role', 'alert')
  notice.textContent = 'The connection was lost while this page loaded. You can read it; to answer and to keep your progress, '
  const again = document.createElement('a')
  again.href = location.href
  again.textContent = 'load it again'
  again.addEventListener('click', () => location.reload())
  notice.append(again, '.')
  root.before(notice)
}

/** Behind everything that the learner waits for, and after the page is alive: what it finds may be shown. */
function keepOfflineLater(): void {
  if (!__OFFLINE__)
    return
  if (document.readyState === 'complete')
    keepOffline()
  else
    window.addEventListener('load', keepOffline, { once: true })
}

const root = document.getElementById('app')!
start(root).catch((error) => {
  console.warn(error)
  tellOfLoss(root)
}).then(keepOfflineLater)
