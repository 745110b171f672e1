import type { Plugin } from 'vite'
import type { Course } from './load-course.ts'
import { resolve } from 'node:path'
import { loadCourse } from './load-course.ts'
import { searchIndex } from './search-index.ts'

const OUTLINE = 'virtual:course'
const SECTIONS = `${OUTLINE}/sections`
const LESSONS = `${OUTLINE}/lessons`
const GLOSSARY = `${OUTLINE}/glossary`
const MAP = `${OUTLINE}/map`
const SEARCH = `${OUTLINE}/search`
const SECTION = `${OUTLINE}/section/`

/**
 * Gives the app the checked course: `virtual:course` is the outline that every page loads, `virtual:course/sections`
 * a loader per section, so that each section becomes a chunk of its own,
 * `virtual:course/lessons` the lessons, `virtual:course/glossary` lessons and terms, `virtual:course/map` all verdicts and trials in little,
 * `virtual:course/search` the index of the search.
 * A problem in the content stops the build and shows in the overlay of the dev server.
 */
export function coursePlugin(root: string, entry: string): Plugin {
  let loading: Promise<Course> | undefined

  async function moduleOf(id: string): Promise<string> {
    const { outline, sections, glossary, map, findable } = await (loading ??= loadCourse(root, entry))
    if (id === OUTLINE)
      return `export const course = ${JSON.stringify(outline)}`
    if (id === LESSONS)
      return `export const lessons = ${JSON.stringify(glossary.lessons)}`
    if (id === GLOSSARY)
      return `export const glossary = ${JSON.stringify(glossary)}`
    if (id === MAP)
      return `export const map = ${JSON.stringify(map)}`
    if (id === SEARCH)
      return `export const index = ${JSON.stringify(searchIndex(findable))}`
    if (id === SECTIONS) {
      const loaders = sections.map(({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(SECTION + id)}).then(m => m.section)`)
      return `export const sections = { ${loaders.join(', ')} }`
    }
    return `export const section = ${JSON.stringify(sections.find(section => SECTION + section.id === id))}`
  }

  return {
    name: 'wandering-nerve:course',
    resolveId: {
      filter: { id: /^virtual:course/ },
      handler: id => `\0${id}`,
    },
    load: {

      filter: { id: /^\0virtual:course/ },
      handler: id => moduleOf(id.slice(1)),
    },
    configureServer(server) {
      const folders = ['quizzes', 'evidence', 'slides'].map(folder => resolve(root, folder))
      let broken = false
      server.watcher.add(folders)
      server.watcher.on('all', async (_event, file) => {
        if (!folders.some(folder => file.startsWith(folder)))
          return
        loading = undefined
        for (const module of server.moduleGraph.idToModuleMap.values()) {
          if (module.id?.startsWith(`\0${OUTLINE}`))
            server.moduleGraph.invalidateModule(module)
        }
        try {
          await loadCourse(root, entry)
          // Words reload through Slidev itself; data, and a page that shows an error, have nobody else to tell them.
          if (broken || !file.endsWith('.md'))
            server.ws.send({ type: 'full-reload' })
          broken = false
        }
        catch (error) {
          broken = true
          const { message, stack = '' } = error as Error
          server.config.logger.error(message)
          server.ws.send({ type: 'error', err: { message, stack, plugin: 'wandering-nerve:course' } })
        }
      })
    },
  }
}
