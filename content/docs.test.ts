import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = ['README.md', 'CONTRIBUTING.md', 'deck/README.md', ...readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)]
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').map(line => line.replace(/\/$/, ''))
const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory() && !ignored.includes(entry.name)).map(({ name }) => name)
/** The README of the deck names Slidev's files, too. */
const slidev = join(root, 'node_modules/@slidev/client')

/** @returns what each match of a pattern holds */
function matches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), match => match[1]!)
}

it.each(documents)('%s names only files and commands that there are', (name) => {
  const text = readFileSync(join(root, name), 'utf8')
  const links = matches(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g).filter(link => !existsSync(join(root, dirname(name), link)))
  const commands = matches(text, /npm run ([\w:-]+)/g).filter(command => !scripts.includes(command))
  // Those with a folder of the course; placeholders such as `<section>` and `*` name no file.
  const paths = matches(text, /`([\w.-]+\/[\w./-]+)`/g).filter(path => folders.includes(path.split('/')[0]!) && ![root, join(root, dirname(name)), slidev].some(folder => existsSync(join(folder, path))))
  expect({ links, commands, paths }).toEqual({ links: [], commands: [], paths: [] })
})
