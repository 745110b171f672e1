import { readFile, stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { charactersOf, cutFonts, fontsAsData } from './fonts.ts'

it('cuts both fonts to 29 KiB together, that of headings to one weight', async () => {
  await cutFonts('.')
  const styles = await readFile('styles/fonts.css', 'utf8')
  const files = [...styles.matchAll(/files\/([\w-]+\.woff2)/g)].map(([, name]) => `node_modules/.course/fonts/${name}`)
  const sizes = await Promise.all(files.map(async file => (await stat(file)).size))
  expect(sizes).toHaveLength(2)
  expect(Math.min(...sizes)).toBeGreaterThan(8 * 1024)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(29 * 1024)
})

it('gives them to a document of its own as cut, in no other place', async () => {
  await cutFonts('.')
  const styles = await fontsAsData('.')
  const { length } = await readFile('node_modules/.course/fonts/fraunces-latin-wght-normal.woff2', 'base64')
  expect(styles.match(/font-family: '(?:Fraunces|Atkinson Hyperlegible Next) Variable'/g)).toHaveLength(2)
  expect([...styles.matchAll(/url\('data:font\/woff2;base64,([^']+)'\)/g)].at(-1)![1]).toHaveLength(length)
  expect(styles).not.toContain('fontsource')
})

it('keeps what anybody types, what sentences of code hold, and every sign of the content', async () => {
  const characters = await charactersOf('.')
  for (const character of 'azAZ09~“’–…−\u00A0' + 'éβ≥')
    expect(characters).toContain(character)
})
