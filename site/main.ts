import { atRest } from '../composables/atRest.ts'
import { watchLoad } from '../composables/loadOnce.ts'
import { keepOffline, mayKeep } from '../composables/useUpdate.ts'
import { hydrate } from './hydrate.ts'
import { pages } from './pages.ts'
import '@unocss/reset/tailwind.css'
import '../styles/index.css'

async function start(root: HTMLElement): Promise<void> {
  const { page = 'notFound', of = '' } = root.dataset
  const kind = pages[page]!
  const [{ default: component }, props] = await Promise.all([kind.component(), kind.props?.(of)])
  await hydrate(root, component, props)
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
