import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCourse } from '../content/load-course.ts'
import { escapeHtml, headOfAll, titleOf } from '../content/page-html.ts'
import { ContentError } from '../content/problem.ts'
import { buildServiceWorker } from './build-service-worker.ts'
import { buildSite } from './build-site.ts'

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

  const deck = await readFile(join(out, 'index.html'), 'utf8')
  await buildSite({ root: process.cwd(), out: join(process.cwd(), out), base, gallery: notes })
  const titles = new Map(files.sections.map(({ id, evidence }) => [id, evidence.data!.title]))
  await writeDeck(out, deck, base, [
    ...[...titles].map(([id, title]): [string, string] => [id, title]),
    ...files.slides.flatMap((slide, index): [string, string][] => [
      [`${index + 1}`, slide.title],
      [`presenter/${index + 1}`, slide.title],
    ]),
  ])
  // A rule of one host that would show the map for every unknown address.
  rmSync(join(out, '_redirects'), { force: true })
  if (!notes)
    await buildServiceWorker(process.cwd(), join(process.cwd(), out))
}

/** A file for every slide's address, so that deep links work on a host that knows nothing of the deck's routes. */
async function writeDeck(out: string, index: string, base: string, slides: [path: string, title: string][]): Promise<void> {
  const html = index
    .replace('<meta charset="utf-8">', ['<meta charset="utf-8">', ...headOfAll(base)].join('\n'))
  for (const [path, title] of slides) {
    await mkdir(join(out, path), { recursive: true })
    await writeFile(join(out, path, 'index.html'), html.replace(/<title>[^<]*<\/title>/, `<title>${escapeHtml(titleOf(title))}</title>`))
  }
}
