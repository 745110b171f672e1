import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { copyTiny } from '../tests/fixtures/tiny-copy.ts'

const print = (root: string, ...args: string[]) => spawnSync(process.execPath, [resolve('scripts/handout.ts'), ...args], { cwd: root, encoding: 'utf8' })

it('a problem in the content is told as the check tells it, and nothing of the program', () => {
  const { root, replace } = copyTiny()
  replace('quizzes/tea.yaml', 'answer: a\n', 'answer: e\n')
  const { status, stdout, stderr } = print(root)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^The content has 1 problem:\n\nquizzes\/tea\.yaml:\d+ {2}.*\n {4}→ .*\n$/)
})

it.each([[['teo']], [['--agenda', 'teo']], [['--agenda']]])('%j is no handout: told in a sentence, with those that there are', (args) => {
  const { status, stderr } = print(process.cwd(), ...args)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^There is no such handout\. Use: .*depression.*\n$/)
})
