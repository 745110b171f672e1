import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'

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

const total: Count = { passed: 0, failed: 0, skipped: 0 }

function run({ name, script, args = [], report }: Step): boolean {
  console.log(`\n— ${name}`)
  if (report)
    rmSync(report[0], { force: true })
  const startMs = Date.now()
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: process.env })
  if (report) {
    try {
      const count = report[1](JSON.parse(readFileSync(report[0], 'utf8')))
      total.passed += count.passed
      total.failed += count.failed
      total.skipped += count.skipped
      if (count.secondTry)
        console.log(`  ${count.secondTry} passed only at the second try; the report above names them as flaky.`)
    }
    catch {
      console.error(`${name} left no report in ${report[0]}: it did not run to its end.`)
      return false
    }
  }
  console.log(`  ${name}: ${status === 0 ? 'in order' : 'FAILED'} (${Math.round((Date.now() - startMs) / 1000)} s)`)
  return status === 0
}

const steps: Step[] = [
  { name: 'Content check', script: 'scripts/check.ts' },
  { name: 'Lint', script: bin('eslint', 'bin', 'eslint.js'), args: ['.'] },
  { name: 'Types', script: bin('vue-tsc', 'bin', 'vue-tsc.js'), args: ['--noEmit'] },
  { name: 'Dead code', script: bin('knip', 'bin', 'knip.js') },
  {
    name: 'Unit and component tests',
    script: bin('vitest', 'vitest.mjs'),
    args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
    report: ['test-results/vitest.json', report => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites, skipped: report.numPendingTests })],
  },
  {
    name: 'Browser walk on the built course',
    script: bin('@playwright', 'test', 'cli.js'),
    args: ['test'],
    report: ['test-results/e2e.json', report => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected, secondTry: report.stats.flaky, skipped: report.stats.skipped })],
  },
]

try {
  process.env.CHROMIUM_PATH = ensureChromium()
}
catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const failed = steps.find(step => !run(step))
if (failed) {
  // A step that is no test suite, or that broke before it could count, is one failure.
  total.failed ||= 1
  console.error(`\n${failed.name} failed. What it printed above names the place; the steps after it did not run.`)
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\nTests: ${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(failed ? 1 : 0)
