import type { SlideSource } from '../content/read-slides.ts'
import type { Frontmatter } from '../core/slides.schema.ts'
import type { DeckDocument } from '../deck/deckHtml.ts'
import type { CoverPainter } from './build-site.ts'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { asClassic } from '../content/classic-script.ts'
import { isChecked, readCourseFiles } from '../content/course-files.ts'
import { cutFonts } from '../content/fonts.ts'
import { readCourse } from '../content/load-course.ts'
import { escapeHtml, headOfAll, titleOf } from '../content/page-html.ts'
import { ContentError } from '../content/problem.ts'
import { COURSE_ROOT, relocateText, rootFrom } from '../content/relocate.ts'
import { stylesOf, withoutFetchedFonts } from '../content/styles-of.ts'
import { deckFile, pagePlaces, presenterPlace, readingPlace, slidePlace, slidesPlace } from '../core/places.ts'
import { aheadOf, fillDeckHtml } from '../deck/deckHtml.ts'
import { deckTitle, presenterTitle } from '../deck/deckTitle.ts'
import { buildServiceWorker } from './build-service-worker.ts'
import { buildSite, relocateFiles } from './build-site.ts'

const WHOLE = 'slides.md'

export interface BuildOptions {
  /** Folder of the result, relative to the root */
  out: string
  /** Where it will be served, such as `/course/`: of use to the page for unknown addresses alone */
  base: string
  /** For presenting, and not for publishing: with the galleries and what a live room needs. Notes are in no build (write-notes.ts) */
  presents: boolean
  /** A deck of some slides of the course; all of them without it */
  entry?: string
  /** A folder that is opened without a server */
  files?: boolean
}

/**
 * Builds the course with Slidev.
 * @throws {ContentError} before anything is built, when the content has problems
 * @throws {Error} when the build itself fails
 */
export async function buildCourse({ out, base, presents, entry = WHOLE, files: forFiles = false }: BuildOptions): Promise<void> {
  const { files, problems } = await readCourse(process.cwd())
  if (problems.length > 0 || !isChecked(files))
    throw new ContentError(problems)

  await cutFonts(process.cwd())
  rmSync(out, { recursive: true, force: true })
  // Side by side: each of the two takes about half of the time, and Slidev clears its folder.
  const pages = join('node_modules', '.course', randomUUID())
  const [painter] = await Promise.all([
    buildSite({ root: process.cwd(), out: join(process.cwd(), pages), base, presents, kind: forFiles ? 'files' : 'web' }),
    buildDeck({ out, presents, entry, files: forFiles }),
  ])
  await Promise.all((['.js', '.css'] as const).map(kind => relocateFiles(out, 'assets', kind, forFiles ? 'classic' : 'module')))
  const deck = await readFile(join(out, 'index.html'), 'utf8')
  await cp(pages, out, { recursive: true })
  rmSync(pages, { recursive: true })
  const courseTitle = files.about.data.title
  const shown = entry === WHOLE ? files : (await readCourseFiles(process.cwd(), entry)).files
  if (forFiles) {
    await writeDeck(out, asClassic(deck), courseTitle, headOfAll(false), [{ path: dirname(deckFile), title: 'Slides' }])
    return
  }
  const titles = new Map(files.sections.map(({ id, evidence }) => [id, evidence.data.title]))
  const first = coverDrawer(painter, shown.slides, titles)
  await writeDeck(out, deck, courseTitle, headOfAll(true, aheadOf(deck)), await Promise.all([
    ...[...titles].map(async ([id, title]): Promise<DeckAddress> => ({ path: slidesPlace(id), title: deckTitle(title, title), reading: readingOf(files.slides.find(slide => slide.section === id)), first: await first(shown.slides.findIndex(slide => slide.section === id)) })),
    ...shown.slides.flatMap((slide, index): (DeckAddress | Promise<DeckAddress>)[] => [
      first(index).then(first => ({ path: slidePlace(index + 1), title: deckTitle(slide.title, titles.get(slide.section ?? '')), reading: readingOf(slide), first })),
      { path: presenterPlace(index + 1), title: presenterTitle(slide.title) },
    ]),
  ]))
  // A rule of one host that would show the map for every unknown address.
  rmSync(join(out, '_redirects'), { force: true })
  if (!presents)
    await buildServiceWorker(process.cwd(), join(process.cwd(), out))
}

/** How a process ended that failed, as Node tells it. */
interface Failure { signal?: string | null, stdout?: string, stderr?: string, message: string }

/** @returns what is told of a build of Slidev that failed so: one that is killed says nothing itself */
export function whyNotBuilt({ signal, stdout = '', stderr = '', message }: Failure): string {
  const said = `${stdout}\n${stderr}`.trim()
  if (said.includes('heap out of memory'))
    return 'Slidev was given too little memory to build the course. Give it more, such as 4096 MB, by NODE_OPTIONS=--max-old-space-size=4096 in the environment, and build again.'
  if (signal === 'SIGKILL')
    return 'Slidev was killed (SIGKILL) while it built the course, as a system does where memory runs out. Close other programs, or give the container or machine more memory, and build again.'
  if (signal)
    return `Slidev was stopped (${signal}) before the course was built. Build again, and let it come to its end.`
  return `Slidev could not build the course:\n${said || message}`
}

/** @throws {Error} with what Slidev said, or how it ended, when it fails */
async function buildDeck({ out, presents, entry, files }: Omit<BuildOptions, 'base' | 'entry'> & { entry: string }): Promise<void> {
  const slidev = join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
  const args = ['build', entry, '--out', out, '--base', COURSE_ROOT, '--without-notes', ...files ? ['--router-mode', 'hash'] : []]
  await promisify(execFile)(process.execPath, [slidev, ...args], {
    env: { ...process.env, PRESENTS: presents ? 'yes' : 'no', FILES: files ? 'yes' : 'no' },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failure: Failure) => {
    throw new Error(whyNotBuilt(failure))
  })
}

interface DeckAddress {
  path: string
  title: string
  /** Where the same stands as text, where a phone is to be led to it */
  reading?: string
  /** The slide as it is shown, where a deck is opened there as a rule */
  first?: DeckDocument['first']
}

/** @returns what draws a cover of the deck by its place there, 0-based; it draws no other slide, and nothing where there is none */
function coverDrawer({ renderCover, styles }: CoverPainter, slides: readonly SlideSource[], titles: ReadonlyMap<string, string>): (index: number) => Promise<DeckDocument['first']> {
  const sections = [...titles.keys()]
  return async (index) => {
    const source = slides[index]
    if (source?.layout !== 'cover')
      return
    const own = slides.filter(({ section }) => section === source.section)
    const place = {
      id: source.id || null,
      section: source.section ?? null,
      sectionTitle: titles.get(source.section ?? ''),
      part: sections.indexOf(source.section ?? '') + 1,
      parts: sections.length,
      done: source.section ? (own.indexOf(source) + 1) / own.length : 0,
      no: index + 1,
      total: slides.length,
    }
    const slide = await renderCover({ frontmatter: source.frontmatter as Frontmatter<'cover'>, place })
    return { slide, styles: stylesOf(withoutFetchedFonts(styles), slide) }
  }
}

/** @returns the address of the slide's words on a page; the course's own cover has the map */
function readingOf(slide?: SlideSource): string {
  return slide?.section ? readingPlace(slide.id) : pagePlaces.home
}

/** A file for every slide's address, so that deep links work on a host that knows nothing of the deck's routes. */
async function writeDeck(out: string, index: string, courseTitle: string, head: string[], slides: DeckAddress[]): Promise<void> {
  for (const { path, title, reading, first } of slides) {
    await mkdir(join(out, path), { recursive: true })
    const html = fillDeckHtml(index, {
      title: escapeHtml(titleOf(title, courseTitle)),
      head,
      reading: reading === undefined ? undefined : escapeHtml(COURSE_ROOT + reading.slice(1)),
      first,
    })
    await writeFile(join(out, path, 'index.html'), relocateText(html, rootFrom(path)))
  }
}
