import type { Plugin } from 'vite'
import type { Course } from './load-course.ts'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constantsOf } from './about.ts'
import { loadCourse } from './load-course.ts'
import { isInside } from './paths.ts'
import { SLIDE_FILE, slideModule, virtualModule } from './virtual-modules.ts'

const SLIDE = 'virtual:course/slide/'

export const COURSE_PLUGIN = 'course:course'

/** What other plugins ask of this one. */
export interface CourseApi {
  /** The course as it is now, read once and again after a change */
  load: () => Promise<Course>
}

/** Where components and layouts lie, if not beside the content. */
const here = fileURLToPath(new URL('..', import.meta.url))

/**
 * Gives the app the checked course as `virtual:course` and what hangs on it: the outline, a chunk per section, lessons,
 * glossary, map, search, and for pages each slide as a component. A problem in the content stops the build and shows in
 * the overlay of the dev server.
 */
export function coursePlugin(root: string, entry: string, house = here): Plugin<CourseApi> {
  let loading: Promise<Course> | undefined
  const load = () => loading ??= loadCourse(root, entry)

  return {
    name: COURSE_PLUGIN,
    api: { load },
    enforce: 'pre',
    config: () => ({ define: constantsOf(root) }),
    resolveId: {
      filter: { id: /^virtual:course|\/slides\/\.page\// },
      handler(id) {
        if (id.startsWith(SLIDE))
          // With slashes on every system, as Vite names files.
          return join(root, 'slides', '.page', `${id.slice(SLIDE.length)}.vue`).replaceAll('\\', '/')
        return id.startsWith('virtual:') ? `\0${id}` : id
      },
    },
    load: {
      filter: { id: [/^\0virtual:course/, SLIDE_FILE] },
      handler: async id => id.startsWith('\0')
        ? virtualModule(id.slice(1), await load(), house)
        : slideModule(id, await load(), house),
    },
    configureServer(server) {
      const folders = ['quizzes', 'evidence', 'slides', 'course.yaml'].map(folder => resolve(root, folder))
      let broken = false
      server.watcher.add(folders)
      server.watcher.on('all', async (_event, file) => {
        if (!folders.some(folder => isInside(folder, file)))
          return
        loading = undefined
        let isOnPage = false
        for (const [id, module] of server.moduleGraph.idToModuleMap) {
          if (id.startsWith('\0virtual:course') || SLIDE_FILE.test(id)) {
            server.moduleGraph.invalidateModule(module)
            isOnPage ||= SLIDE_FILE.test(id)
          }
        }
        try {
          await load()
          // Words reload on slides through Slidev itself; pages and data, and a page that shows an error, have nobody else to tell them.
          if (broken || isOnPage || !file.endsWith('.md'))
            server.ws.send({ type: 'full-reload' })
          broken = false
        }
        catch (error) {
          broken = true
          const { message, stack = '' } = error as Error
          server.config.logger.error(message)
          server.ws.send({ type: 'error', err: { message, stack, plugin: COURSE_PLUGIN } })
        }
      })
    },
  }
}
