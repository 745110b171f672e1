import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { whyNotBuilt } from './build-course.ts'

/** @returns what is told of a process that runs this, in place of Slidev */
async function toldOf(script: string, ...flags: string[]): Promise<string> {
  return promisify(execFile)(process.execPath, [...flags, '-e', script]).then(() => 'It went well.', whyNotBuilt)
}

it('a build that is killed is told to be, by which signal, and what to do where memory ran out', async () => {
  expect(await toldOf('process.kill(process.pid, "SIGKILL")')).toMatch(/^Slidev was killed \(SIGKILL\).*memory.* build again\.$/)
  expect(await toldOf('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 60000)')).toMatch(/^Slidev was stopped \(SIGTERM\)/)
})

it('a build that needs more memory than Node gives it says how to give it more', async () => {
  expect(await toldOf('const all = []; for (;;) all.push(new Array(1e5).fill({}))', '--max-old-space-size=24')).toMatch(/NODE_OPTIONS=--max-old-space-size=4096/)
})

it('a build that fails says what Slidev said, and never nothing', async () => {
  expect(await toldOf('console.log("Slide 3"); console.error("has no end"); process.exit(1)')).toBe('Slidev could not build the course:\nSlide 3\n\nhas no end')
  expect(await toldOf('process.exit(1)')).toMatch(/^Slidev could not build the course:\nCommand failed/)
})
