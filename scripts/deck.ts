import type { CourseFiles } from '../content/course-files.ts'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf } from '../content/agendas.ts'
import { readCourseFiles } from '../content/course-files.ts'

// Presents a part of the course: npm run deck -- depression (one section), npm run deck -- --agenda 30 (chosen slides)
const { files } = await readCourseFiles(process.cwd())
const wanted = process.argv.slice(2)
const imports = importsFor(wanted, files)
if (!imports) {
  console.error(`${whatIsWrong(wanted, files)} Use: npm run deck -- <section>, with one of: ${files.sections.map(({ id }) => id).join(', ')}; or npm run deck -- --agenda <agenda>, with one of: ${files.agendas.data?.map(({ id }) => id).join(', ')}`)
  process.exit(1)
}

// The deck's own headmatter and cover, with these slides only. It must lie at the root, where Slidev looks for layouts and components.
const entry = `.deck-${wanted.at(-1)}.md`
const cover = readFileSync('slides.md', 'utf8').split(/^(?=---\nsrc:)/m)[0]!
const clean = () => existsSync(entry) && rmSync(entry)
writeFileSync(entry, `${cover}${imports}`)
process.on('exit', clean)

const port = process.env.PORT ?? '3030'
console.log(`Present: http://localhost:${port}/presenter/1   the room: http://localhost:${port}/1   (stop with Ctrl+C)`)
const slidev = spawn(process.execPath, [join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), entry, '--port', port], { stdio: ['ignore', 'inherit', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => slidev.kill(signal))
slidev.on('exit', code => process.exit(code ?? 0))

/** @returns what follows the cover, or `undefined` where there is no such section or agenda */
function importsFor([what, id]: string[], files: CourseFiles): string | undefined {
  if (what === '--agenda') {
    const agenda = files.agendas.data?.find(agenda => agenda.id === id)
    return agenda && importsOf(agenda, files)
  }
  return files.sections.some(section => section.id === what) ? `---\nsrc: ./slides/${what}.md\n---\n` : undefined
}

function whatIsWrong([what, id]: string[], { agendas }: CourseFiles): string {
  if (what === '--agenda')
    return agendas.data && id ? `There is no agenda "${id}".` : 'Name an agenda.'
  return what ? `There is no section "${what}".` : 'Name a section or an agenda.'
}
