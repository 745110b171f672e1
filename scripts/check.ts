import { readCourse } from '../content/load-course.ts'
import { ContentError } from '../content/problem.ts'

const { files, problems } = await readCourse(process.cwd())
if (problems.length > 0) {
  console.error(new ContentError(problems).message)
  process.exit(1)
}
const count = (list: unknown[][]) => list.reduce((sum, items) => sum + items.length, 0)
console.log(`Content: ${files.sections.length} sections, ${files.slides.length} slides, `
  + `${count(files.sections.map(({ bank }) => bank.data!))} questions, `
  + `${count(files.sections.map(({ evidence }) => evidence.data!.claims))} claims, `
  + `${count(files.sections.map(({ evidence }) => evidence.data!.verdicts))} verdicts, `
  + `${files.sources.data!.length} sources: all in order.`)
