import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { cutFonts } from '../content/fonts.ts'
import { buildCourse } from './build-course.ts'
import { buildServiceWorker } from './build-service-worker.ts'
import { buildSite } from './build-site.ts'
import { writeNotes } from './write-notes.ts'

/** What people get: the public site, and the one for presenting. Beside them another course, of other content. */
export const builtForTests = { public: '.test-dist/public', present: '.test-dist/present', tiny: '.test-dist/tiny' }

/** Another course, from a content folder of its own: its pages. It has no deck, as Slidev would take half as long as all the rest, and no link to one. */
const TINY = resolve('tests/fixtures/tiny')

async function buildTiny(): Promise<void> {
  const out = resolve(builtForTests.tiny)
  await cutFonts(process.cwd())
  await rm(out, { recursive: true, force: true })
  await cp(join(TINY, 'public'), out, { recursive: true })
  await buildSite({ root: process.cwd(), content: TINY, out, base: '/', presents: false, hasDeck: false })
  await buildServiceWorker(process.cwd(), out)
}

/** Builds all three, unless `npm test` has done so a step before. */
export async function buildForTests(): Promise<void> {
  if (process.env.COURSE_BUILT)
    return
  const startMs = Date.now()
  await Promise.all([
    buildCourse({ out: builtForTests.public, base: '/', presents: false }),
    buildCourse({ out: builtForTests.present, base: '/', presents: true }),
    buildTiny(),
  ])
  await writeNotes(builtForTests.present)
  console.log(`  Three builds: ${Math.round((Date.now() - startMs) / 1000)} s`)
}

if (import.meta.main) {
  delete process.env.COURSE_BUILT
  await buildForTests()
}
