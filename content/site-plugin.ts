import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import process from 'node:process'
import { addressesOf, notFound } from './addresses.ts'
import { loadCourse } from './load-course.ts'
import { pageHtml } from './page-html.ts'

const EARLY = '<script type="module" src="/site/early.ts"></script>'

/** Is there the gallery of questions? The dev server has it, and a build that asks for it. */
const hasGallery = (command: string) => command === 'serve' || process.env.GALLERY === 'yes'

/** The pages on the dev server, beside the deck: not drawn beforehand, else as they are published. */
export function sitePlugin(root: string, entry: string): Plugin {
  return {
    name: 'wandering-nerve:site',
    config: (_, { command }) => ({
      define: { __GALLERY__: JSON.stringify(hasGallery(command)), __OFFLINE__: 'false' },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) => server ? html.replace('</head>', `${EARLY}</head>`) : html,
    },
    configureServer(server) {
      server.middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/(?<=.)\/$/, '')
        const wantsPage = request.headers.accept?.includes('text/html')
        if (!wantsPage)
          return next()
        try {
          const address = addressesOf(await loadCourse(root, entry), true).find(address => address.path === path)
            ?? (/^\/(?:learn|quiz|handout|questions)\//.test(path) ? notFound : undefined)
          if (!address)
            return next()
          const html = pageHtml(address, { base: '/', head: [EARLY, '<script type="module" src="/site/main.ts"></script>'], body: '' })
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
