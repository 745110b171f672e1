import process from 'node:process'
import { buildCourse } from './build-course.ts'
import { writeNotes } from './write-notes.ts'

/** What people get: the public site, and the one for presenting. */
export const builtForTests = { public: '.test-dist/public', present: '.test-dist/present' }

/** Builds both, unless `npm test` has done so a step before. */
export async function buildForTests(): Promise<void> {
  if (process.env.COURSE_BUILT)
    return
  const startMs = Date.now()
  await Promise.all([
    buildCourse({ out: builtForTests.public, base: '/', presents: false }),
    buildCourse({ out: builtForTests.present, base: '/', presents: true }),
  ])
  await writeNotes(builtForTests.present)
  console.log(`  Two builds: ${Math.round((Date.now() - startMs) / 1000)} s`)
}

if (import.meta.main) {
  delete process.env.COURSE_BUILT
  await buildForTests()
}
