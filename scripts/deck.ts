import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { deckEntry } from './deck-entry.ts'

// Presents a part of the course: npm run deck -- depression (one section), npm run deck -- --agenda 30 (chosen slides)
const wanted = process.argv.slice(2)
const { entry } = await deckEntry(wanted.length > 0 ? wanted : ['']).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})

const port = process.env.PORT ?? '3030'
console.log(`Present: http://localhost:${port}/presenter/1   the room: http://localhost:${port}/1   (stop with Ctrl+C)`)
const slidev = spawn(process.execPath, [join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), entry, '--port', port], { stdio: ['ignore', 'inherit', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => slidev.kill(signal))
slidev.on('exit', code => process.exit(code ?? 0))
