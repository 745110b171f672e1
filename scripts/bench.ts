import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { asMarkdown, asText, circumstances, tablesOf } from './bench/report.ts'
import { runBench } from './bench/run.ts'
import { writeFigures } from './bench/write-docs.ts'

// How fast the course is on a slow phone, beside a plain Slidev deck and reveal.js (docs/performance.md). It prints and judges nothing.
const RESULT = 'test-results/bench.json'

const { values } = parseArgs({ options: {
  'rounds': { type: 'string', default: '5' },
  'no-growth': { type: 'boolean', default: false },
  'keep': { type: 'boolean', default: false },
  // A folder with an earlier build of the public site: its pages are measured in the same run
  'beside': { type: 'string' },
  // The figures of this run into docs/performance.md; with --last those of the run before, without a new one
  'write': { type: 'boolean', default: false },
  'last': { type: 'boolean', default: false },
} })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds must be a number from 1 (it is "${values.rounds}").`)
  process.exit(1)
}

if (values.last && !existsSync(RESULT)) {
  console.error(`There is no ${RESULT}: run npm run bench first (npm test empties that folder).`)
  process.exit(1)
}

const result = values.last
  ? JSON.parse(readFileSync(RESULT, 'utf8'))
  : await runBench({ rounds, growth: !values['no-growth'], keep: values.keep, beside: values.beside })
mkdirSync('test-results', { recursive: true })
writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`)

const tables = tablesOf(result)
console.log(`${asText(tables)}\n\n${circumstances(result)}; all of it in ${RESULT}`)
if (values.write)
  writeFigures('bench', `Taken ${circumstances(result)}.\n\n${asMarkdown(tables)}`)
