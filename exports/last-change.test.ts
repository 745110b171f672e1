import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'
import { lastChangeMs } from './last-change.ts'

const seconds = (text: string) => Date.parse(text) / 1000
const [WRITTEN, COMMITTED, CLONED, CHANGED] = ['2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z', '2026-05-01T10:00:00Z', '2026-05-02T10:00:00Z']

/** @returns the tiny course with every file of this time, and what commits all that is there */
function tinyAt(time: string) {
  const copy = copyTiny()
  for (const file of readdirSync(copy.root, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(copy.root, file), seconds(time), seconds(time))
  const commit = (date: string) => {
    for (const args of [['init', '--quiet'], ['add', '--all'], ['-c', 'user.name=a', '-c', 'user.email=a@a.test', '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'tea']])
      execFileSync('git', args, { cwd: copy.root, env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date }, stdio: 'ignore' })
  }
  return { ...copy, commit }
}

/** A new machine need not have it. */
const hasGit = spawnSync('git', ['--version']).status === 0

it.runIf(hasGit)('the content was changed when it was committed last, in every clone of it, whenever its files came there', () => {
  for (const time of [WRITTEN, CLONED]) {
    const { root, commit } = tinyAt(time)
    commit(COMMITTED)
    expect(lastChangeMs(root)).toBe(Date.parse(COMMITTED))
  }
})

it.runIf(hasGit)('a commit of something else is no change, one of what makes the packages is', () => {
  const { root, commit, write } = tinyAt(WRITTEN)
  commit(COMMITTED)
  write('README.md', 'Tea.')
  commit(CLONED)
  expect(lastChangeMs(root)).toBe(Date.parse(COMMITTED))
  mkdirSync(join(root, 'words'))
  write('words/en.ts', 'export const tea = 1')
  commit(CHANGED)
  expect(lastChangeMs(root)).toBe(Date.parse(CHANGED))
})

it.runIf(hasGit)('what is not committed yet counts by its time, so that each try is newer than the one before', () => {
  const { root, commit, replace, write, remove } = tinyAt(WRITTEN)
  commit(COMMITTED)
  replace('quizzes/tea.yaml', 'The right one', 'The only right one')
  utimesSync(join(root, 'quizzes/tea.yaml'), seconds(CLONED), seconds(CLONED))
  expect(lastChangeMs(root)).toBe(Date.parse(CLONED))
  write('slides/milk.md', 'Milk.')
  utimesSync(join(root, 'slides/milk.md'), seconds(CHANGED), seconds(CHANGED))
  expect(lastChangeMs(root)).toBe(Date.parse(CHANGED))
  remove('slides/milk.md')
  remove('slides/rain.md')
  expect(lastChangeMs(root)).toBe(Date.parse(CLONED))
  commit(CHANGED)
  expect(lastChangeMs(root)).toBe(Date.parse(CHANGED))
})

it('without git the newest file counts', () => {
  const { root } = tinyAt(WRITTEN)
  expect(lastChangeMs(root)).toBe(Date.parse(WRITTEN))
  utimesSync(join(root, 'evidence/tea.yaml'), seconds(CHANGED), seconds(CHANGED))
  expect(lastChangeMs(root)).toBe(Date.parse(CHANGED))
})
