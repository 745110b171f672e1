import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCourse } from '../content/load-course.ts'
import { ContentError } from '../content/problem.ts'

export interface BuildOptions {
  /** Folder of the result, relative to the root */
  out: string
  /** Sub-path it will be served under, such as `/course/` */
  base: string
  /** Speaker notes too, and the gallery of questions: for presenting, not for publishing */
  notes: boolean
}

/**
 * Builds the course with Slidev.
 * @throws {ContentError} before anything is built, when the content has problems
 * @throws {Error} when the build itself fails
 */
export async function buildCourse({ out, base, notes }: BuildOptions): Promise<void> {
  const { files, problems } = await readCourse(process.cwd())
  if (problems.length > 0)
    throw new ContentError(problems)

  rmSync(out, { recursive: true, force: true })
  const args = [
    'build',
    'slides.md',
    '--out',
    out,
    '--base',
    base,
    ...(notes
      ? []
      : ['--without-notes']),
  ]
  const built = spawnSync(process.execPath, [
    join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'),
    ...args,
  ], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, GALLERY: notes ? 'yes' : 'no' },
  })
  if (built.status !== 0)
    throw new Error(`Slidev could not build the course:\n${built.stdout}\n${built.stderr}`)

  const titles = new Map(files.sections.map(({ id, evidence }) => [id, evidence.data!.title]))
  await writePages(out, [
    ['evidence', 'Evidence'],
    ['glossary', 'Glossary'],
    ['progress', 'Your progress'],
    ['review', 'Review'],
    ['beliefs', 'What do you believe?'],
    ...(notes ? [['gallery', 'Gallery'] as [string, string]] : []),
    ...[...titles].flatMap(([id, title]): [string, string][] => [
      [`learn/${id}`, title],
      [`quiz/${id}`, `Quiz: ${title}`],
      [`handout/${id}`, `Handout: ${title}`],
      [id, title],
    ]),
    ...files.sections.filter(({ evidence }) => evidence.data!.questionsToTake).map(({ id }): [string, string] => [`questions/${id}`, 'Questions to take to a clinician']),
    ...files.slides.flatMap((slide, index): [string, string][] => [
      [`${index + 1}`, slide.title],
      [`presenter/${index + 1}`, slide.title],
    ]),
  ])
}

/** A file for every address, so that deep links work on a host that knows nothing of the app's routes. */
async function writePages(out: string, pages: [path: string, title: string][]): Promise<void> {
  const index = await readFile(join(out, 'index.html'), 'utf8')
  for (const [path, title] of pages) {
    await mkdir(join(out, path), { recursive: true })
    await writeFile(join(out, path, 'index.html'), index.replace(/<title>[^<]*<\/title>/, `<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} · Wandering Nerve</title>`))
  }
}
