import { posix, win32 } from 'node:path'
import { expect, it } from 'vitest'
import { isInside, placeBelow } from './paths.ts'

it('names a file with slashes on every system', () => {
  expect(placeBelow('C:\\course', 'C:\\course\\slides\\tea.md', win32)).toBe('slides/tea.md')
  expect(placeBelow('C:\\course', 'C:/course/slides/tea.md', win32)).toBe('slides/tea.md')
  expect(placeBelow('/course', '/course/slides/tea.md', posix)).toBe('slides/tea.md')
})

it.each([
  ['/course/slides', '/course/slides/tea.md', posix, true],
  ['/course/slides', '/course/slides/deep/tea.md', posix, true],
  ['/course/slides', '/course/slides-old/tea.md', posix, false],
  ['/course/slides', '/course/slides', posix, false],
  ['/course/slides', '/course/slides.md', posix, false],
  ['C:\\course\\slides', 'C:/course/slides/tea.md', win32, true],
  ['C:\\course\\slides', 'C:\\course\\slides-old\\tea.md', win32, false],
  ['C:\\course\\slides', 'D:\\course\\slides\\tea.md', win32, false],
])('%s and %s: a folder holds what is below it, and not what begins with its name', (folder, file, system, inside) => {
  expect(isInside(folder, file, system)).toBe(inside)
})
