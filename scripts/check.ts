import { isChecked } from '../content/course-files.ts'
import { readCourse } from '../content/load-course.ts'
import { ContentError, formatProblem } from '../content/problem.ts'
import { report, reviewProblems, reviewWarnings } from '../content/report.ts'

// What stands where in the course, what is wrong in it, and what somebody should look at.
const { files, problems } = await readCourse(process.cwd())
const isWhole = problems.length === 0 && isChecked(files)
const found = isWhole ? reviewProblems(files) : problems
const warnings = isWhole ? reviewWarnings(files, new Date().toISOString().slice(0, 10)) : []

if (isWhole)
  console.log(report(files))
if (warnings.length > 0)
  console.log(`\nTo look at (${warnings.length}):\n\n${warnings.map(formatProblem).join('\n')}`)
if (found.length > 0) {
  console.error(`\n${new ContentError(found).message}`)
  process.exit(1)
}
console.log('\nContent: all in order.')
