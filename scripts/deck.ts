import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { deckEntry } from './deck-entry.ts'
import { takePort } from './port.ts'

// Presents a part of the course: npm run deck -- depression (one section), npm run deck -- --agenda 30 (chosen slides)
function stop(error: Error): never {
  console.error(error.message)
  process.exit(1)
}

async function prepare(): Promise<{ port: number, entry: string }> {
  const { port, rest } = takePort(process.argv.slice(2))
  return { port, ...await deckEntry(rest.length > 0 ? rest : ['']) }
}

const { port, entry } = await prepare().catch(stop)
console.log(`Present: http://localhost:${port}/presenter/1   the room: http://localhost:${port}/1   (stop with Ctrl+C)`)
const slidev = spawn(process.execPath, [join('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), entry, '--port', String(port)], { stdio: ['ignore', 'inherit', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => slidev.kill(signal))
slidev.on('exit', code => process.exit(code ?? 0))
