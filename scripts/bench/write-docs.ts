import { readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '<!-- begin: npm run bench -- --write -->'
const END = '<!-- end -->'

/**
 * Puts figures between the two markers of a Markdown file.
 * @throws {Error} when it lacks them
 */
export function writeBetweenMarkers(path: string, figures: string): void {
  const text = readFileSync(path, 'utf8')
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END, begin)
  if (begin < 0 || end < 0)
    throw new Error(`${path} needs the lines "${BEGIN}" and "${END}"; the figures go between them.`)
  writeFileSync(path, `${text.slice(0, begin + BEGIN.length)}\n\n${figures}\n\n${text.slice(end)}`)
}
