import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { loadCourse } from '../../content/load-course.ts'
import { buildForTests, builtForTests } from '../../scripts/build-for-tests.ts'
import { addressOf, serve } from '../../scripts/server.ts'

/** Builds what people get, the public site and the one for presenting, and serves them; the public one in a folder too. */
export default async function buildAndServe() {
  await buildForTests()
  // Read once for all workers.
  const file = resolve('.test-dist/course.json')
  writeFileSync(file, JSON.stringify(await loadCourse(process.cwd())))
  const servers = await Promise.all([
    // The public site must work on a host that knows nothing of the app's routes.
    serve(builtForTests.public, { port: 0 }),
    serve(builtForTests.public, { port: 0, base: '/course/' }),
    serve(builtForTests.present, { port: 0 }),
  ])
  const [site, sub, present] = servers.map(addressOf)
  Object.assign(process.env, { SITE_URL: site, SUB_URL: `${sub}/course`, PRESENT_URL: present, COURSE: file })
  return () => servers.forEach(server => server.close())
}
