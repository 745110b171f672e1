import type { Server } from 'node:net'
import type { CourseSize } from './big-course.ts'
import type { SteppedDeck } from './measure-step.ts'
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { readCourse } from '../../content/load-course.ts'
import { addressOf } from '../server.ts'
import { writeBigCourse } from './big-course.ts'
import { fourSlides } from './four-slides.ts'
import { serveGzipped } from './gzip-server.ts'
import { buildPlainReveal } from './plain-reveal.ts'
import { buildPlainSlidev } from './plain-slidev.ts'

/** A page that is loaded, weighed and timed. */
interface Contestant {
  name: string
  url: string
}

export const PLAIN_SLIDEV = 'plain Slidev'
export const REVEAL = 'reveal.js'
/** The pages of the course that are measured; each is its own name. */
export const READING = '/learn/depression'
export const QUIZ = '/quiz/depression'
export const SECTION_DECK = '/depression'
export const DECK = '/1'
/** The quiz by a link that says what is asked: one of chance may begin with something else than options */
const sharedQuiz = `${QUIZ}?questions=serotonin-in-people,pathway-is-not-mood&seed=bench`
/** @returns what a page of an earlier build is called (`--beside`) */
export const earlier = (page: string): string => `${page}, earlier build`

/** A course that was built, how long that took, and what it holds. */
export interface BuiltCourse {
  root: string
  size: CourseSize
  /** One time for each time it was built */
  buildsMs: number[]
}

export interface Field {
  contestants: Contestant[]
  decks: (SteppedDeck & { name: string })[]
  /** Pages whose first question is answered, and the question of this id, many times */
  asking: (Contestant & { repeated?: string })[]
  close: () => void
}

/** A question of one choice on the reading page that earlier builds have too: beside them, the same is asked. */
const ANSWERED_OFTEN = 'depression.reading-recover'

const BIG: CourseSize = { slides: 400, questions: 2000 }

/**
 * Builds the public site of the course that lies at `root`, in a process of its own, as the build works in its folder.
 * @returns how long it took, in ms
 * @throws {Error} when it cannot be built
 */
export function buildCourseMs(root: string, out: string): number {
  const beganMs = performance.now()
  const call = `import('./scripts/build-course.ts').then(m => m.buildCourse(${JSON.stringify({ out, base: '/', presents: false })}))`
  const { status, stderr } = spawnSync(process.execPath, ['--eval', call], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`The course at ${resolve(root)} could not be built:\n${stderr}`)
  return performance.now() - beganMs
}

/** The course as it is. */
export async function realCourse(): Promise<BuiltCourse> {
  const { files } = await readCourse(process.cwd())
  const questions = files.sections.reduce((sum, section) => sum + (section.bank.data?.length ?? 0), 0)
  return { root: '.', size: { slides: files.slides.length, questions }, buildsMs: [] }
}

/** The course grown to 400 slides and 2,000 questions. */
export async function bigCourse(folder: string): Promise<BuiltCourse> {
  const root = join(folder, 'big')
  return { root, size: await writeBigCourse(root, BIG), buildsMs: [] }
}

/** Serves the built course, and builds and serves what it is measured beside: `beside` is a folder with an earlier build of it. */
export async function field(folder: string, courseDist: string, slides: number, beside?: string): Promise<Field> {
  const course = await serveGzipped(courseDist)
  const before = beside === undefined ? [] : [await serveGzipped(beside)]
  const slidev = await serveGzipped(buildPlainSlidev(join(folder, 'plain-slidev')))
  const reveal = await serveGzipped(await buildPlainReveal(join(folder, 'plain-reveal')))
  // On a phone held upright a slide's address leads to its words; `?slides` asks for the slides all the same.
  const asSlides = (path: string) => path === DECK || path === SECTION_DECK ? `${path}?slides` : path
  const at = (server: Server, path: string) => addressOf(server) + path
  return {
    contestants: [
      ...[READING, QUIZ, SECTION_DECK, DECK].flatMap(path => [
        { name: path, url: at(course, asSlides(path)) },
        ...before.map(server => ({ name: earlier(path), url: at(server, asSlides(path)) })),
      ]),
      { name: PLAIN_SLIDEV, url: at(slidev, '/1') },
      { name: REVEAL, url: at(reveal, '/') },
    ],
    asking: [
      { name: READING, url: at(course, READING), repeated: ANSWERED_OFTEN },
      ...before.map(server => ({ name: earlier(READING), url: at(server, READING), repeated: ANSWERED_OFTEN })),
      // An earlier build may not know these questions.
      { name: QUIZ, url: at(course, sharedQuiz) },
    ],
    decks: [
      { name: DECK, url: at(course, asSlides(DECK)), tool: 'slidev', slides },
      ...before.map(server => ({ name: earlier(DECK), url: at(server, asSlides(DECK)), tool: 'slidev' as const, slides })),
      { name: PLAIN_SLIDEV, url: at(slidev, '/1'), tool: 'slidev', slides: fourSlides.length },
      { name: REVEAL, url: at(reveal, '/'), tool: 'reveal', slides: fourSlides.length },
    ],
    close: () => [course, ...before, slidev, reveal].forEach(server => server.close()),
  }
}
