import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, it } from 'vitest'
import { unreadableTexts } from './read-text.ts'

const root = mkdtempSync(join(tmpdir(), 'texts-'))
mkdirSync(join(root, 'quizzes'))
afterAll(() => rmSync(root, { recursive: true }))

const FILE = 'quizzes/tea.yaml'

it.each([
  ['in UTF-16', Buffer.from('\uFEFF- id: tea', 'utf16le'), 1, 'The file is UTF-16'],
  ['with a byte order mark', Buffer.from('\uFEFF- id: tea'), 1, 'The file begins with a byte order mark'],
  ['in Latin-1', Buffer.from('- id: tea\n  text: Café', 'latin1'), 2, 'A letter that is no UTF-8'],
  ['with a byte of zero', Buffer.from('- id: tea\n\n  te\0xt: a'), 3, 'A letter that is no UTF-8'],
  ['with a control character', Buffer.from('- id: tea\n  text: a\x0Bb'), 2, 'A character that no page and no package can hold: U+000B'],
  ['with a control character by its number', Buffer.from('- id: tea\n  text: a&#12;b'), 2, 'A character that no page and no package can hold: U+000C'],
  ['with the same in hexadecimal', Buffer.from('- id: tea\n  text: a&#x0c;b'), 2, 'A character that no page and no package can hold: U+000C'],
  ['without a word', Buffer.from(' \n\n'), 1, 'The file is empty'],
])('a file %s is told of, with its line', (_, bytes, line, message) => {
  writeFileSync(join(root, FILE), bytes)
  expect(unreadableTexts(root)).toEqual([expect.objectContaining({ file: FILE, line, message })])
})

it('a text is none of these, nor is what an editor keeps beside it', () => {
  writeFileSync(join(root, FILE), '- text: “Café” 茶 &#8212; &#x2014;\r\n')
  writeFileSync(join(root, 'quizzes/.#tea.yaml'), '\0')
  expect(unreadableTexts(root)).toEqual([])
})

it('a folder that is named like a file is told of', () => {
  mkdirSync(join(root, 'quizzes/rain.yaml'))
  expect(unreadableTexts(root)).toEqual([expect.objectContaining({ file: 'quizzes/rain.yaml', message: 'This is a folder, where a file is read' })])
})

it('all of this course is text', () => {
  expect(unreadableTexts(process.cwd())).toEqual([])
})
