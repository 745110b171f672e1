import type { InlineConfig, Manifest, ManifestChunk, Rolldown } from 'vite'
import type { Address } from '../content/addresses.ts'
import type { BuiltPage } from '../content/dead-links.ts'
import type { Course } from '../content/load-course.ts'
import type { Sheet } from '../content/page-styles.ts'
import type { ScriptKind } from '../content/relocate.ts'
import type { Section } from '../core/course.ts'
import type { CoverInDeck } from '../core/slides.schema.ts'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { constantsOf } from '../content/about.ts'
import { addressesOf, notFound } from '../content/addresses.ts'
import { asClassic, classicScript } from '../content/classic-script.ts'
import { deadLinks, plainPath } from '../content/dead-links.ts'
import { useCutFonts } from '../content/fonts.ts'
import { loadCourse } from '../content/load-course.ts'
import { shortPreloadLists } from '../content/module-preload.ts'
import { headOfAll, OF_SAME_NETWORK, pageHtml } from '../content/page-html.ts'
import { sheetsInOrder, stylesInPage } from '../content/page-styles.ts'
import { COURSE_ROOT, relocateScript, relocateText, rootFrom } from '../content/relocate.ts'
import { coursePlugin } from '../content/vite-plugin.ts'
import { WEB_MANIFEST, webManifest } from '../content/web-manifest.ts'
import { asFile, deckFile, presenterPlace, slidePlace, slidesPlace, withIndex } from '../core/places.ts'
import { buildPhone } from './build-phone.ts'

const ENTRY = 'site/main.ts'
const STYLES_FILE = 'styles.css'

/** Vue, and the small parts that nearly every page needs: one file is packed better than twenty, and asked for once. */
const NEEDED_BY_ALL = /\/(?:@vue|vue)\/|preload-helper|plugin-vue:export-helper|\/composables\/(?:hrefOf|loadOnce|nextPaint|pressGuard|saveFile|useFold|useGlossary|useHydrated|useLastingStorage|useOncePainted|useOperable|useSection|useShown|useSlidePlace)\.ts|\/stores\/settings\.ts|virtual:course\/sections|\/site\/replay\.ts|\/components\/figure\/people\.ts|\/core\/places\.ts|\/words\/en\/language\.ts|\/components\/course\/Course(?:Link|Loading|Page)\.vue/

/** What shows a question: reading pages load it when one is near, quizzes at once. */
const QUESTION = /\/components\/quiz\/Quiz(?:Card|Question|Reasons)\.vue/

/** Pages whose words are not in the document: there is nothing to wait for but scripts. */
const drawnByScript = new Set(['quiz', 'review', 'headlines', 'beliefs'])

/** Scripts and pages name style sheets often, and a name does not compress. */
const assetFileNames = ({ names }: { names: string[] }) => names.some(name => name.endsWith('.css')) ? 'site/[hash:6].css' : 'site/[name]-[hash][extname]'

export type BuildKind = 'web' | 'lms' | 'files'

export interface SiteOptions {
  /** Where the code lies */
  root: string
  /** Where the content lies, if not beside the code: course.yaml, slides, quizzes, evidence, and components of its own */
  content?: string
  /** Absolute path of the folder of the result; what is in it stays */
  out: string
  /** Where it will be served: of use to the page for unknown addresses alone, which stands at any depth */
  base: string
  /** For presenting, and not for publishing: with the galleries and the pages of a live room */
  presents: boolean
  /** What a host serves; a package for a learning system; a folder that is opened without a server: links and sentences are those that are true there */
  kind?: BuildKind
  /** Whether slides will stand beside the pages; a learning system has none */
  hasDeck?: boolean
}

/** What draws a cover of the deck, and the styles of all that is drawn. */
export interface CoverPainter {
  renderCover: (cover: CoverInDeck) => Promise<string>
  styles: string
}

/**
 * Builds the pages: prerenders each as HTML without a browser, and beside them the scripts that hydrate them.
 * @returns what draws the covers of the deck, in the same look
 * @throws {Error} when a page cannot be prerendered, a script cannot be built, or a link inside the course leads nowhere
 */
export async function buildSite(options: SiteOptions): Promise<CoverPainter> {
  const { root, content = root, out, base, presents, kind = 'web', hasDeck = kind !== 'lms' } = options
  // Vite looks at it when it compiles, Vue when it is loaded: a test that builds has another, and both must draw the same.
  process.env.NODE_ENV = 'production'
  const [lms, files] = [kind === 'lms', kind === 'files']
  const common: InlineConfig = {
    root,
    base: COURSE_ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [vue(), coursePlugin(content, 'slides.md', root), useCutFonts(root)],
    define: { __PRESENTS__: JSON.stringify(presents), __LMS__: JSON.stringify(lms), __FILES__: JSON.stringify(files), __DECK__: JSON.stringify(hasDeck), __OFFLINE__: JSON.stringify(!presents && kind === 'web'), __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  }
  await build({
    ...common,
    plugins: [...common.plugins!, files ? classicScript() : shortPreloadLists()],
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      manifest: 'site-manifest.json',
      // A package must be small, and its pages are near: there the styles stand once.
      cssCodeSplit: kind === 'web',
      rolldownOptions: {
        input: join(root, ENTRY),
        ...!files && { output: { codeSplitting: { groups: [{ name: 'shared', test: NEEDED_BY_ALL, priority: 1 }, { name: 'question', test: QUESTION }] }, assetFileNames } },
      },
      assetsDir: 'site',
    },
  })
  await buildScript(root, 'site/early.ts', 'early.js', out, { ...constantsOf(content), __LMS__: JSON.stringify(lms) })
  // Node remembers a module by its name: every build has a folder of its own.
  const renderer = join(root, 'node_modules', '.course', randomUUID())
  const { render, renderCover } = await buildRender(root, renderer, common)
  const phone = presents && kind === 'web' ? await buildPhone(root, out, common) : undefined
  await relocateFiles(out, 'site', '.js', files ? 'classic' : 'module')
  const manifestFile = join(out, 'site-manifest.json')
  const manifest: Manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
  await rm(manifestFile)
  // What is taken into a document waits for the place of that.
  const sheets = await sheetsOf(manifest, out, kind === 'web')
  await relocateFiles(out, 'site', '.css')
  const styles = sheets.map(({ css }) => css).join('\n')
  if (kind !== 'web')
    await writeFile(join(out, STYLES_FILE), relocateText(styles, './'))
  const course = await loadCourse(content)
  if (kind === 'web')
    await writeFile(join(out, WEB_MANIFEST), webManifest(content, course.about))
  const first = (section?: string) => course.slides.find(slide => slide.section === section)?.id
  const inBuild = { web: (place: string) => place, lms: withIndex, files: asFile }[kind]
  const pages: BuiltPage[] = []
  // In a package no address is mistyped.
  for (const address of [...addressesOf(course, { presents }), ...kind === 'web' ? [notFound] : []]) {
    const body = await render(address.page, address.section ?? address.agenda)
    const chunks = chunksOf(manifest, address, files, first(address.section))
    const styled = () => kind === 'web'
      ? stylesInPage(sheets, new Set(chunks.flatMap(({ css = [] }) => css)), body, COURSE_ROOT)
      : [`<link rel="stylesheet" href="${COURSE_ROOT}${STYLES_FILE}">`]
    const atOnce = drawnByScript.has(address.page) && !files
    const scripts = scriptsOf(chunks, atOnce)
    const ofPhone = address.page === 'room' ? phone : undefined
    const asking = address.page === 'learn' && !files ? chunksThatAsk(manifest, course.sections.find(({ id }) => id === address.section)!).filter(chunk => !chunks.includes(chunk)) : []
    const own = ofPhone ?? [...styled(), ...atOnce ? [] : scripts, ...asking.map(onceAnswered)]
    const html = pageHtml(address, { about: course.about, head: [...headOfAll(kind === 'web', atOnce ? scripts : [], ofPhone && OF_SAME_NETWORK), ...own], body, inBuild })
    pages.push({ path: address.path, html: files ? asClassic(html) : html })
  }
  const dead = deadLinks(pages.map(({ path, html }) => ({ path, html: relocateText(html, '/') })), course.findable.map(({ to }) => to), hasDeck ? deckPlaces(course) : [])
  if (dead.length > 0)
    throw new Error(`Links of the course lead nowhere:\n${dead.join('\n')}`)
  for (const { path, html } of pages) {
    const isNotFound = path === notFound.path
    const file = isNotFound ? '404.html' : join(path, 'index.html')
    await mkdir(dirname(join(out, file)), { recursive: true })
    await writeFile(join(out, file), isNotFound ? atAnyDepth(html, base) : relocateText(html, rootFrom(path)))
  }
  await rm(renderer, { recursive: true })
  return { renderCover, styles }
}

/** Has every file of this kind in a folder of a build find the course by itself. */
export async function relocateFiles(out: string, folder: string, kind: '.js' | '.css', script?: ScriptKind): Promise<void> {
  const names = (await readdir(join(out, folder), { recursive: true })).filter(name => name.endsWith(kind))
  await Promise.all(names.map(async (name) => {
    const file = join(out, folder, name)
    const root = rootFrom(dirname(join(folder, name)))
    const text = await readFile(file, 'utf8')
    await writeFile(file, kind === '.js' ? relocateScript(text, root, script) : relocateText(text, root))
  }))
}

/** As deep as a mistyped address may be. */
const DEEPEST = 5

/**
 * The page for unknown addresses is shown at any depth: site/early.ts is asked for at each, and the one that is there
 * knows the way to the rest. Without scripts its links lead into `base`.
 */
function atAnyDepth(html: string, base: string): string {
  const entry = /<script type="module"[^>]* src="([^"]*)"><\/script>/.exec(html)!
  const early = `<script src="${COURSE_ROOT}early.js"></script>`
  return relocateText(html
    .replace(entry[0], '')
    .replace(/<link rel="modulepreload"[^>]*>\n?/g, '')
    .replace('<html', `<html data-base="${base}" data-entry="${entry[1]!.slice(COURSE_ROOT.length)}"`)
    .replace(early, Array.from({ length: DEEPEST }, (_, up) => `<script src="${'../'.repeat(up) || './'}early.js"></script>`).join('\n')), base)
}

/** @returns where slides stand, which Slidev builds */
function deckPlaces({ outline }: Course): string[] {
  return [plainPath(deckFile), ...outline.sections.map(({ id }) => slidesPlace(id)), ...outline.deck.flatMap((_, index) => [slidePlace(index + 1), presenterPlace(index + 1)])]
}

/** Builds a script that stands alone in one file, as it runs before or beside everything else. */
export async function buildScript(root: string, source: string, file: string, out: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', ...constantsOf(root), ...define },
    build: {
      outDir: out,
      emptyOutDir: false,
      lib: { entry: join(root, source), formats: ['iife'], name: 'script', fileName: () => file },
    },
  })
}

/** Builds what draws pages, for Node, and loads it. */
async function buildRender(root: string, folder: string, common: InlineConfig): Promise<{ render: (page: string, of?: string) => Promise<string>, renderCover: CoverPainter['renderCover'] }> {
  const built = await build({ ...common, publicDir: false, build: { ssr: join(root, 'site/prerender.ts'), outDir: folder, emptyOutDir: true } })
  const entry = (built as Rolldown.RolldownOutput).output.find(chunk => chunk.type === 'chunk' && chunk.isEntry)!
  return import(pathToFileURL(join(folder, entry.fileName)).href)
}

/** @returns the style sheets in their order; those that are not to stay are taken away */
async function sheetsOf(manifest: Manifest, out: string, stay: boolean): Promise<Sheet[]> {
  // Without a sheet for each chunk there is one for all, which belongs to none.
  const files = stay ? sheetsInOrder(manifest, ENTRY) : Object.values(manifest).flatMap(({ file }) => file.endsWith('.css') ? [file] : [])
  return Promise.all(files.map(async (file) => {
    const css = await readFile(join(out, file), 'utf8')
    if (!stay)
      await rm(join(out, file))
    return { file, css }
  }))
}

/** @returns the entry, and the chunks that the page will ask for first */
function chunksOf(manifest: Manifest, { page, section }: Address, isOne: boolean, firstSlide?: string): ManifestChunk[] {
  const wanted = isOne
    ? []
    : [
        `pages/${page[0]!.toUpperCase() + page.slice(1)}Page.vue`,
        ...section ? [`virtual:course/outline/${section}`] : [],
        ...page === 'learn' ? [`virtual:course/slides/${section}`, `/.page/${firstSlide}.vue`] : [],
        ...page === 'quiz' ? [`virtual:course/questions/${section}`, 'virtual:course/headline-outlines'] : [],
      ]
  return withImports(manifest, [manifest[ENTRY]!, ...chunksCalled(manifest, wanted)])
}

/** @returns what asks the questions on a reading page, which comes once somebody has come to one */
function chunksThatAsk(manifest: Manifest, { questions, id }: Section): ManifestChunk[] {
  const hasHotspot = questions.some(({ type }) => type === 'hotspot')
  return withImports(manifest, chunksCalled(manifest, ['components/course/CourseOnTheWay.vue', `virtual:course/questions/${id}`, ...hasHotspot ? ['components/quiz/QuizHotspot.vue'] : []]))
}

function chunksCalled(manifest: Manifest, ends: string[]): ManifestChunk[] {
  return ends.map((end) => {
    const found = Object.keys(manifest).filter(key => key.endsWith(end))
    if (found.length !== 1)
      throw new Error(`${found.length} chunks of the build are called "…${end}", and a page is to load one: what Vite calls it has changed.`)
    return manifest[found[0]!]!
  })
}

/** @returns the chunks and what they import, each once */
function withImports(manifest: Manifest, from: ManifestChunk[]): ManifestChunk[] {
  const chunks = new Set<ManifestChunk>()
  const add = (chunk: ManifestChunk) => {
    chunks.add(chunk)
    chunk.imports?.forEach(key => manifest[key] && add(manifest[key]))
  }
  from.forEach(add)
  return [...chunks]
}

/** Named in the document and asked for by site/askWhenAnswered.ts, when somebody answers a question before the page is hydrated. */
function onceAnswered({ file }: ManifestChunk): string {
  return `<link rel="modulepreload" media="not all" href="${COURSE_ROOT}${file}">`
}

/** The script, and with it what it will ask for, so that it comes at once and not link by link; after the words, where there are any. */
function scriptsOf([entry, ...others]: ManifestChunk[], atOnce: boolean): string[] {
  const priority = atOnce ? '' : ' fetchpriority="low"'
  return [
    `<script type="module"${priority} src="${COURSE_ROOT}${entry!.file}"></script>`,
    ...others.map(({ file }) => `<link rel="modulepreload"${priority} href="${COURSE_ROOT}${file}">`),
  ]
}
