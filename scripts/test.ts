import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { ensureBothChromiums, ensureChromium } from './chromium.ts'
import { ensureEngine } from './other-engines.ts'
import { ensurePostgres } from './postgres.ts'
import { ensureProxies } from './proxies.ts'

// Everything, in the order in which it fails fastest; stops at the first step that fails.

const bin = (...path: string[]) => join('node_modules', ...path)

interface Step {
  name: string
  script: string
  args?: string[]
  /** Its report, and how to read the number of passed and failed tests from it */
  report?: [file: string, count: (report: any) => Count]
}

interface Count { passed: number, failed: number, skipped: number, secondTry?: number }

interface Outcome {
  step: Step
  seconds: number
  /** `stopped` for another's failure is none of its own */
  end: 'passed' | 'failed' | 'stopped'
}

const startMs = Date.now()
const total: Count = { passed: 0, failed: 0, skipped: 0 }
const outcomes: Outcome[] = []
const secondsSince = (ms: number) => Math.round((Date.now() - ms) / 1000)

/** Runs a step to its end, or until `stop`; adds what its report counts. What it prints is printed whole when it ends, or as it comes where it is `alone`. */
async function run(step: Step, stop: AbortSignal, alone: boolean): Promise<Outcome['end']> {
  const { name, script, args = [], report } = step
  if (stop.aborted)
    return 'stopped'
  if (report)
    rmSync(report[0], { force: true })
  if (alone)
    console.log(`\n— ${name}`)
  const fromMs = Date.now()
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'] })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', chunk => printed.push(chunk))
  const halt = () => child.kill()
  stop.addEventListener('abort', halt)
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  stop.removeEventListener('abort', halt)
  const isCounted = stop.aborted || !report || count(...report)
  const end = stop.aborted ? 'stopped' : status === 0 && isCounted ? 'passed' : 'failed'
  if (!alone && end !== 'stopped')
    process.stdout.write(`\n— ${name}\n${printed.join('')}`)
  if (!isCounted)
    console.error(`${name} left no report in ${report![0]}: it did not run to its end.`)
  outcomes.push({ step, seconds: secondsSince(fromMs), end })
  if (end !== 'stopped')
    console.log(`  ${name}: ${end === 'passed' ? 'in order' : 'FAILED'} (${secondsSince(fromMs)} s)`)
  return end
}

/** @returns whether there was such a report */
function count(file: string, read: (report: any) => Count): boolean {
  try {
    const { passed, failed, skipped, secondTry } = read(JSON.parse(readFileSync(file, 'utf8')))
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    if (secondTry)
      console.log(`  ${secondTry} passed only at another try; the report above names them as flaky.`)
    return true
  }
  catch {
    return false
  }
}

/** Runs lanes side by side, the steps of each one after the other. The first failure stops them all. @returns the step that failed */
async function together(lanes: Step[][]): Promise<Step | undefined> {
  const stop = new AbortController()
  let failed: Step | undefined
  await Promise.all(lanes.map(async (lane) => {
    for (const step of lane) {
      const end = await run(step, stop.signal, lanes.length === 1)
      if (end === 'failed')
        failed ??= step
      if (end !== 'passed')
        return stop.abort()
    }
  }))
  return failed
}

const stages: Step[][][] = [
  [[{ name: 'Content check', script: 'scripts/check.ts' }]],
  [
    [
      { name: 'Dead code', script: bin('knip', 'bin', 'knip.js') },
      { name: 'Types', script: bin('vue-tsc', 'bin', 'vue-tsc.js'), args: ['--noEmit', '--incremental', '--tsBuildInfoFile', bin('.cache', 'types.json')] },
      { name: 'Lint', script: bin('eslint', 'bin', 'eslint.js'), args: ['--cache', '--cache-location', bin('.cache', 'eslint.json'), '.'] },
    ],
    [
      { name: 'Build', script: 'scripts/build-for-tests.ts' },
      {
        name: 'Packages for other systems',
        script: bin('vitest', 'vitest.mjs'),
        args: ['run', '--config', 'vitest.exports.config.ts', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/exports.json'],
        report: ['test-results/exports.json', report => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites, skipped: report.numPendingTests })],
      },
    ],
    [{
      name: 'Unit and component tests',
      script: bin('vitest', 'vitest.mjs'),
      args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
      report: ['test-results/vitest.json', report => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites, skipped: report.numPendingTests })],
    }],
  ],
  [[{
    name: 'Walk of the built course in Chromium, Firefox and WebKit',
    script: bin('@playwright', 'test', 'cli.js'),
    args: ['test'],
    report: ['test-results/e2e.json', report => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected, secondTry: report.stats.flaky, skipped: report.stats.skipped })],
  }]],
]

try {
  ensureBothChromiums()
  process.env.CHROMIUM_PATH = ensureChromium()
}
catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const notTried = [...(['firefox', 'webkit'] as const).flatMap(engine => ensureEngine(engine) ?? []), ...ensurePostgres(), ...ensureProxies()]

mkdirSync(bin('.cache'), { recursive: true })
// A step of its own builds what the steps after it open.
process.env.COURSE_BUILT = 'yes'
// A hundred processes load the same modules: each is compiled once.
process.env.NODE_COMPILE_CACHE ??= resolve(bin('.cache', 'compiled'))
let failed: Step | undefined
for (const stage of stages)
  failed ??= await together(stage)

console.log(`\nTimes: ${outcomes.map(({ step, seconds }) => `${step.name} ${seconds} s`).join(', ')}; in all ${secondsSince(startMs)} s`)
if (failed) {
  // A step that is no test suite, or that broke before it could count, is one failure.
  total.failed ||= 1
  console.error(`${failed.name} failed. What it printed above names the place; the steps after it did not run.`)
}
notTried.forEach(line => console.log(line))
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`Tests: ${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(failed ? 1 : 0)
