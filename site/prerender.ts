import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { pages } from './pages.ts'

/** Prerenders a page. @returns its HTML, as a new learner sees it first */
export async function render(page: string, section = ''): Promise<string> {
  const { component, props } = pages[page]!
  const [{ default: root }, given] = await Promise.all([component(), props?.(section)])
  return renderToString(createSSRApp(root, given).use(createPinia()))
}
