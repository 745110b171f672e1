import { writeFileSync } from 'node:fs'
import { readCourseFiles } from '../content/course-files.ts'
import { newSection } from '../content/new-section.ts'
import { readOptions } from './options.ts'

// Begins a section: npm run new -- sleep --title "Sleep"
try {
  const use = 'Use: npm run new -- <slug> --title "Its title"'
  const { positionals: [slug, ...more], values: { title } } = readOptions({ allowPositionals: true, options: { title: { type: 'string' } } }, use)
  if (!slug || more.length > 0)
    throw new Error(`Name one section. ${use}`)
  const { files } = await readCourseFiles(process.cwd())
  const section = newSection(process.cwd(), files, { slug, title, today: new Date().toISOString().slice(0, 10) })
  for (const [file, text] of Object.entries(section.files)) {
    writeFileSync(file, text)
    console.log(file)
  }
  console.log(`\n${section.notes.join('\n')}\nWrite what "TODO" stands for; npm run check lists what is left, npm run dev shows it at /${slug} and /learn/${slug}.`)
}
catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
