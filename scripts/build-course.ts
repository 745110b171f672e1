import type { SlideSource } from '../content/read-slides.ts'
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
import { deckFile, pagePlaces, presenterPlace, readingPlace, slidePlace, slidesPlace } from '../core/places.ts'
import { fillDeckHtml } from '../deck/deckHtml.ts'
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
  const pages = join('node_modules', '.wandering-nerve', randomUUID())
  await Promise.all([
    buildDeck({ out, presents, entry, files: forFiles }),
    buildSite({ root: process.cwd(), out: join(process.cwd(), pages), base, presents, kind: forFiles ? 'files' : 'web' }),
  ])
  await Promise.all((['.js', '.css'] as const).map(kind => relocateFiles(out, 'assets', kind, forFiles ? 'classic' : 'module')))
  const deck = await readFile(join(out, 'index.html'), 'utf8')
  await cp(pages, out, { recursive: true })
  rmSync(pages, { recursive: true })
  const shown = entry === WHOLE ? files : (await readCourseFiles(process.cwd(), entry)).files
  if (forFiles) {
    await writeDeck(out, asClassic(deck), headOfAll(false), [{ path: dirname(deckFile), title: 'Slides' }])
    return
  }
  const titles = new Map(files.sections.map(({ id, evidence }) => [id, evidence.data.title]))
  await writeDeck(out, deck, headOfAll(true), [
    ...[...titles].map(([id, title]): DeckAddress => ({ path: slidesPlace(id), title, reading: readingOf(files.slides.find(slide => slide.section === id)) })),
    ...shown.slides.flatMap((slide, index): DeckAddress[] => [
      { path: slidePlace(index + 1), title: slide.title, reading: readingOf(slide) },
      { path: presenterPlace(index + 1), title: slide.title },
    ]),
  ])
  // A rule of one host that would show the map for every unknown address.
  rmSync(join(out, '_redirects'), { force: true })
  if (!presents)
    await buildServiceWorker(process.cwd(), join(process.cwd(), out))
}

/** @throws {Error} with what Slidev said, when it fails */
async function buildDeck({ out, presents, entry, files }: Omit<BuildOptions, 'base' | 'entry'> & { entry: string }): Promise<void> {
  const slidev = join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
  const args = ['build', entry, '--out', out, '--base', COURSE_ROOT, '--without-notes', ...files ? ['--router-mode', 'hash'] : []]
  await promisify(execFile)(process.execPath, [slidev, ...args], {
    env: { ...process.env, PRESENTS: presents ? 'yes' : 'no', FILES: files ? 'yes' : 'no' },
    maxBuffer: 64 * 1024 * 1024,
  }).catch(({ stdout, stderr }) => {
    throw new Error(`Slidev could not build the course:\n${stdout}\n${stderr}`)
  })
}

interface DeckAddress {
  path: string
  title: string
  /** Where the same stands as text, where a phone is to be led to it */
  reading?: string
}

/** @returns the address of the slide's words on a page; the course's own cover has the map */
function readingOf(slide?: SlideSource): string {
  return slide?.section ? readingPlace(slide.id) : pagePlaces.home
}

/** A file for every slide's address, so that deep links work on a host that knows nothing of the deck's routes. */
async function writeDeck(out: string, index: string, head: string[], slides: DeckAddress[]): Promise<void> {
  for (const { path, title, reading } of slides) {
    await mkdir(join(out, path), { recursive: true })
    const html = fillDeckHtml(index, {
      title: escapeHtml(titleOf(title)),
      head,
      reading: reading === undefined ? undefined : escapeHtml(COURSE_ROOT + reading.slice(1)),
    })
    await writeFile(join(out, path, 'index.html'), relocateText(html, rootFrom(path)))
  }
}
