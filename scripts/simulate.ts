import { loadCourse } from '../content/load-course.ts'
import { simulatePassing } from '../content/simulate-passing.ts'

// How often learners pass who know a share of the course and guess the rest: one quiz (old rule), two on two days (new rule).
const LEARNERS = 500
const course = await loadCourse('.')
const shares = [0, 0.6, 0.8, 0.95]
const percent = (share: number) => `${(share * 100).toFixed(1)}%`.padStart(8)

const columns = shares.map(knows => simulatePassing(course, knows, LEARNERS))
console.log(`passes, in per cent of ${LEARNERS} simulated learners a section; one quiz (old rule), two quizzes on two days (new rule)`)
console.log(['knows'.padEnd(16), ...shares.map(knows => `${percent(knows)}         `)].join(' '))
console.log([''.padEnd(16), ...shares.map(() => '     old      new')].join(' '))
for (const [place, { section }] of columns[0]!.entries())
  console.log([section.padEnd(16), ...columns.map(column => `${percent(column[place]!.oldRule)} ${percent(column[place]!.newRule)}`)].join(' '))
const mean = (column: typeof columns[number], rule: 'oldRule' | 'newRule') => column.reduce((sum, row) => sum + row[rule], 0) / column.length
console.log(['all'.padEnd(16), ...columns.map(column => `${percent(mean(column, 'oldRule'))} ${percent(mean(column, 'newRule'))}`)].join(' '))
