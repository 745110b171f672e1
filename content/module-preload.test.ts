import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preloadsInDocument, shortPreloadLists } from './module-preload.ts'

/** A document whose entry loads a page, that a stage with styles, and both a common part. */
const sources = {
  'index.html': '<html><head></head><body><script type="module" src="./entry.js"></script></body></html>',
  'entry.js': 'import { word } from "./common.js"\nconsole.log(word)\nimport("./page.js")',
  'common.js': 'export const word = "kettle"',
  'page.js': 'import { word } from "./common.js"\nimport { other } from "./part.js"\nimport "./page.css"\nconsole.log(word, other)\nimport("./stage.js")\nimport("./rare.js")',
  'part.js': 'export const other = "cup"',
  'page.css': 'p { color: red }',
  'stage.js': 'import { other } from "./part.js"\nimport "./stage.css"\nconsole.log("stage", other)',
  'stage.css': 'b { color: blue }',
  'rare.js': 'console.log("rare")',
}

let folder: string
let html: string
let texts: Record<string, string>

function buildWith(wanted: string[], outDir: string) {
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [shortPreloadLists(), preloadsInDocument(wanted)],
    build: { outDir, minify: false, assetsInlineLimit: 0, rolldownOptions: { output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' } } },
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preload-'))
  for (const [name, text] of Object.entries(sources))
    writeFileSync(join(folder, name), text)
  await buildWith(['/page.js', '/stage.js'], 'dist')
  html = readFileSync(join(folder, 'dist/index.html'), 'utf8')
  texts = Object.fromEntries(readdirSync(join(folder, 'dist/assets')).map(name => [name, readFileSync(join(folder, 'dist/assets', name), 'utf8')]))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('what a document names', () => {
  it('is its entry and what that will ask for link by link, each once, and nothing else', () => {
    const scripts = [...html.matchAll(/rel="modulepreload"[^>]*href="([^"]*)"/g)].map(([, name]) => name!.replace('/assets/', ''))
    expect(scripts.toSorted()).toEqual(Object.keys(texts).filter(name => name.endsWith('.js') && name !== 'rare.js').toSorted())
  })

  it('is also their styles, asked for as they will be used, so that none comes twice', () => {
    expect(html).toMatch(/<link rel="preload" as="style" crossorigin href="\/assets\/page\.css">/)
    expect(html).toMatch(/<link rel="preload" as="style" crossorigin href="\/assets\/stage\.css">/)
  })
})

it('stops the build where what is wanted is in no script', async () => {
  await expect(buildWith(['/page.js', '/gone.js'], 'other')).rejects.toThrow('No script of the build holds /gone.js')
})

describe('the list of what comes with a part', () => {
  const lists = () => Object.values(texts).flatMap(text => /m\.f=\[[^\]]*\]/.exec(text) ?? []).join()

  it('names the part beside its styles, as these are waited for before it is asked for', () => {
    expect(lists()).toContain('assets/stage.js')
    expect(lists()).toContain('assets/stage.css')
  })

  it('is empty where nothing is waited for', () => {
    expect(lists()).not.toContain('rare.js')
  })
})
