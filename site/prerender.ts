import type { CoverInDeck } from '../core/slides.schema.ts'
import { createPinia } from 'pinia'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { outsideOfSlides, slidePlaceKey } from '../composables/useSlidePlace.ts'
import Cover from '../layouts/cover.vue'
import { pages } from './pages.ts'

/** Prerenders a page. @returns its HTML, as a new learner sees it first */
export async function render(page: string, of = ''): Promise<string> {
  const { component, props } = pages[page]!
  const [{ default: root }, given] = await Promise.all([component(), props?.(of)])
  return renderToString(createSSRApp(root, given).use(createPinia()))
}

/** Prerenders a cover as the deck shows it when it is opened there. @returns its HTML */
export async function renderCover({ frontmatter, place }: CoverInDeck): Promise<string> {
  const app = createSSRApp(Cover, { frontmatter })
  app.provide(slidePlaceKey, () => ({ ...outsideOfSlides, ...place, as: 'stage', keeper: () => undefined }))
  return renderToString(app.use(createPinia()))
}
