import type { FigureName } from '../core/subject/figures.ts'
import type { Course } from './load-course.ts'
import { addressesOf } from './addresses.ts'
import { searchIndex } from './search-index.ts'
import { slideComponent } from './slide-component.ts'
import { needsOf } from './slide-needs.ts'

const WHOLE = 'virtual:course'
const SECTION = `${WHOLE}/section/`
const QUESTIONS = `${WHOLE}/questions/`
const OUTLINE = `${WHOLE}/outline/`
const SLIDES = `${WHOLE}/slides/`
const FIGURE = `${WHOLE}/figure/`

/** What a slide's component is called on the way through Vite: a name like a file's, so that it is compiled like one. */
export const SLIDE_FILE = /\/slides\/\.page\/([\w-]+\.[\w-]+)\.vue$/

const named = (name: string, value: unknown) => `export const ${name} = ${JSON.stringify(value)}`

/** A loader for each section, so that each is a chunk of its own. */
function loaders(name: string, ids: string[], prefix: string, what: string): string {
  const entries = ids.map(id => `${JSON.stringify(id)}: () => import(${JSON.stringify(prefix + id)}).then(m => m.${what})`)
  return `export const ${name} = { ${entries.join(', ')} }`
}

/** @returns the source of a virtual module; its types stand in virtual.d.ts. Components and layouts lie in `root`. */
export function virtualModule(id: string, course: Course, root = '.'): string {
  const { about, pictures, outline, sections, glossary, map, figures, findable, slides, headlines, tour, agendas } = course
  const inDeck = outline.sections.map(section => section.id)
  switch (id) {
    case WHOLE:
      return named('course', outline)
    case `${WHOLE}/about`:
      return named('about', { article: about.article, home: about.home })
    case `${WHOLE}/map-picture`:
      return `export { default as CourseMap } from ${JSON.stringify(pictures.map)}`
    case `${WHOLE}/plate`:
      return `export { default } from ${JSON.stringify(pictures.plate)}`
    case `${WHOLE}/hotspot-picture`:
      return pictures.hotspots ? `export { default } from ${JSON.stringify(pictures.hotspots)}` : 'export default undefined'
    case `${WHOLE}/contents`:
      return named('contents', outline.sections.map(({ id, title, station, slides }) => ({ id, title, station, parts: slides.length })))
    case `${WHOLE}/addresses`:
      return named('addresses', addressesOf(course, { presents: false }).filter(({ title }) => title).map(({ path, title }) => ({ path, title })))
    case `${WHOLE}/deck`:
      return [named('ids', outline.deck), named('clicks', Object.fromEntries(slides.flatMap(({ id, frontmatter: { clicks } }) => clicks ? [[id, clicks]] : [])))].join('\n')
    case `${WHOLE}/lessons`:
      return named('lessons', glossary.lessons)
    case `${WHOLE}/glossary`:
      return named('glossary', glossary)
    case `${WHOLE}/map`:
      return named('map', map)
    case `${WHOLE}/headlines`:
      return named('headlines', headlines)
    case `${WHOLE}/headline-outlines`:
      return named('headlines', headlines.map(({ id, lessons, form, revision }) => ({ id, lessons, form, revision })))
    case `${WHOLE}/tour`:
      return named('tour', tour)
    case `${WHOLE}/agendas`:
      return named('agendas', agendas)
    case `${WHOLE}/search`:
      return named('index', searchIndex(findable))
    case `${WHOLE}/sections`:
      return loaders('sections', sections.map(section => section.id), SECTION, 'section')
    case `${WHOLE}/questions`:
      return loaders('questions', sections.map(section => section.id), QUESTIONS, 'questions')
    case `${WHOLE}/outlines`:
      return loaders('outlines', inDeck, OUTLINE, 'outline')
    case `${WHOLE}/slides`:
      return loaders('slides', inDeck, SLIDES, 'slides')
  }
  if (id.startsWith(QUESTIONS))
    return named('questions', sections.find(section => QUESTIONS + section.id === id)?.questions)
  if (id.startsWith(SECTION)) {
    const { questions, ...rest } = sections.find(section => SECTION + section.id === id)!
    return [
      `import { questions } from ${JSON.stringify(QUESTIONS + rest.id)}`,
      `export const section = { ...${JSON.stringify(rest)}, questions }`,
    ].join('\n')
  }
  if (id.startsWith(OUTLINE))
    return named('outline', outline.sections.find(section => OUTLINE + section.id === id))
  if (id.startsWith(FIGURE)) {
    const figure = figures[id.slice(FIGURE.length) as FigureName]
    if (!figure)
      throw new Error(`No section has words for the figure "${id.slice(FIGURE.length)}": write it under "figures:" in evidence/<section>.yaml.`)
    return named('figure', figure)
  }
  if (id.startsWith(SLIDES)) {
    const own = slides.filter(({ section }) => SLIDES + section === id)
    return `export const slides = [${own.map(slide => `{ id: ${JSON.stringify(slide.id)}, needs: ${JSON.stringify(needsOf(slide, root))}, load: () => import(${JSON.stringify(`${WHOLE}/slide/${slide.id}`)}) }`).join(',\n')}]`
  }
  throw new Error(`There is no module "${id}".`)
}

/** @returns the source of the component of a slide, by the name that `SLIDE_FILE` finds */
export function slideModule(file: string, { slides, glossary }: Course, root: string): string {
  const id = SLIDE_FILE.exec(file)![1]
  const slide = slides.find(slide => slide.id === id)
  if (!slide)
    throw new Error(`There is no slide "${id}".`)
  return slideComponent(slide, glossary.terms, root)
}
