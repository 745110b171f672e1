import { readFileSync, writeFileSync } from 'node:fs'

/** Where the figures of all benches stand. */
const DOC = 'docs/performance.md'
const END = '<!-- end -->'

/**
 * Puts the figures of a command of package.json between its two markers in docs/performance.md.
 * @throws {Error} when it lacks them
 */
export function writeFigures(command: 'bench' | 'bench:room', figures: string): void {
  const marker = `<!-- begin: npm run ${command} -- --write -->`
  const text = readFileSync(DOC, 'utf8')
  const begin = text.indexOf(marker)
  const end = text.indexOf(END, begin)
  if (begin < 0 || end < 0)
    throw new Error(`${DOC} needs the lines "${marker}" and "${END}"; the figures go between them.`)
  writeFileSync(DOC, `${text.slice(0, begin + marker.length)}\n\n${figures}\n\n${text.slice(end)}`)
}
