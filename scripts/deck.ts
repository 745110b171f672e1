import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Presents one section alone: npm run deck -- depression
const section = process.argv[2]
const sections = [...readFileSync('slides.md', 'utf8').matchAll(/^src: \.\/slides\/(.+)\.md$/gm)].map(match => match[1]!)
if (!section || !sections.includes(section)) {
  console.error(`${section ? `There is no section "${section}".` : 'Name a section.'} Use: npm run deck -- <section>, with one of: ${sections.join(', ')}`)
  process.exit(1)
}

// The deck's own headmatter and cover, with this section as its only one. It must lie at the root, where Slidev looks for layouts and components.
const entry = `.deck-${section}.md`
const cover = readFileSync('slides.md', 'utf8').split(/^(?=---\nsrc:)/m)[0]!
const clean = () => existsSync(entry) && rmSync(entry)
writeFileSync(entry, `${cover}---\nsrc: ./slides/${section}.md\n---\n`)
process.on('exit', clean)

const port = process.env.PORT ?? '3030'
console.log(`Present: http://localhost:${port}/presenter/1   the room: http://localhost:${port}/1   (stop with Ctrl+C)`)
const slidev = spawn(process.execPath, [join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), entry, '--port', port], { stdio: ['ignore', 'inherit', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => slidev.kill(signal))
slidev.on('exit', code => process.exit(code ?? 0))
