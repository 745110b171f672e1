import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import type { CourseApi } from './vite-plugin.ts'
import process from 'node:process'
import { handoutPlace, learnPlace, questionsPlace, quizPlace } from '../core/places.ts'
import { addressesOf, notFound } from './addresses.ts'
import { plainPath } from './dead-links.ts'
import { pageHtml } from './page-html.ts'
import { COURSE_ROOT_VARIABLE, relocateText } from './relocate.ts'
import { COURSE_PLUGIN } from './vite-plugin.ts'

const EARLY = '<script type="module" src="/site/early.ts"></script>'

/** Is it for presenting? The dev server is, and a build that asks for it. */
const presents = (command: string) => command === 'serve' || process.env.PRESENTS === 'yes'

/** Is it a build that is opened without a server? Then it says so in `FILES`. */
const isForFiles = () => process.env.FILES === 'yes'

/** Is it the place of a page, and not of a slide, even where no such page is? */
const isPagePath = (path: string) => [learnPlace, quizPlace, handoutPlace, questionsPlace].some(place => path.startsWith(place('').replace(/\/$/, '')))

/** The pages on the dev server, beside the deck: not drawn beforehand, else as they are published. */
export function sitePlugin(): Plugin {
  return {
    name: 'course:site',
    config: (_, { command }) => ({
      define: {
        __PRESENTS__: JSON.stringify(presents(command)),
        __OFFLINE__: 'false',
        __LMS__: 'false',
        __FILES__: JSON.stringify(isForFiles()),
        __DECK__: 'true',
        ...command === 'build' && { 'import.meta.env.BASE_URL': COURSE_ROOT_VARIABLE },
      },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) => server ? html.replace('</head>', `${EARLY}</head>`) : html,
    },
    configureServer(server) {
      const { api } = server.config.plugins.find(({ name }) => name === COURSE_PLUGIN)! as Plugin<CourseApi>
      server.middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/(?<=.)\/$/, '')
        const wantsPage = request.headers.accept?.includes('text/html')
        if (!wantsPage)
          return next()
        try {
          const course = await api!.load()
          const address = addressesOf(course, { presents: true }).find(address => plainPath(address.path) === path)
            ?? (isPagePath(path) ? notFound : undefined)
          if (!address)
            return next()
          const html = relocateText(pageHtml(address, { about: course.about, head: [EARLY, '<script type="module" src="/site/main.ts"></script>'], body: '' }), '/')
          response.setHeader('Content-Type', 'text/html')
          // Only Vite's own client is added: what Slidev adds is for the deck.
          response.end(html.replace('<head>', '<head>\n<script type="module" src="/@vite/client"></script>'))
        }
        catch (error) {
          response.statusCode = 500
          response.end(error instanceof Error ? error.message : String(error))
        }
      })
    },
  }
}
