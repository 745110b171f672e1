import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The content, and what makes packages of it */
const PLACES = ['course.yaml', 'slides.md', 'quizzes', 'evidence', 'slides', 'exports', 'words']

/** @returns the lines that git says, none where it has nothing to say or is not there */
function git(root: string, ...args: string[]): string[] {
  try {
    return execFileSync('git', ['-C', root, '-c', 'core.quotePath=false', ...args, '--', ...PLACES], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n').filter(Boolean)
  }
  catch {
    return []
  }
}

function filesIn(root: string): string[] {
  return PLACES.filter(place => existsSync(join(root, place))).flatMap(place => place.includes('.') ? [place] : readdirSync(join(root, place)).map(name => join(place, name)))
}

/**
 * The time of the last commit is the same in every copy of the course, that of its files is when they came there.
 * @returns when a package was last changed by its content or by how it is made, in ms; what is not committed yet counts by its time
 */
export function lastChangeMs(root: string): number {
  const committed = git(root, 'log', '-1', '--format=%ct').map(seconds => Number(seconds) * 1000)
  const open = committed.length > 0 ? git(root, 'ls-files', '--modified', '--others', '--exclude-standard') : filesIn(root)
  return Math.max(...committed, ...open.flatMap(file => Math.floor(statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)))
}
