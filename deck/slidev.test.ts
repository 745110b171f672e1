/*
 * The contract with the installed Slidev: every patch and stand-in fits its sources, and every name of its parts that
 * deck/ uses is there. It reads files and runs nothing of Slidev, so that it says in a second what a build would.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WIDE_ENOUGH_FOR_SLIDES } from '../core/places.ts'
import { aheadOf, deckHtmlPlaces, fillDeckHtml } from './deckHtml.ts'
import { applyPatch } from './patch.ts'
import { aliases, INJECTION_MARK, patches, standIns } from './patches.ts'

const require = createRequire(import.meta.url)
const client = dirname(require.resolve('@slidev/client/package.json'))
const cli = join(dirname(require.resolve('@slidev/cli/package.json')), 'dist')
const source = (file: string) => readFileSync(join(client, file), 'utf8')
const cliSource = () => readdirSync(cli).filter(file => file.endsWith('.mjs')).map(file => readFileSync(join(cli, file), 'utf8')).join('\n')

describe('slidev’s client', () => {
  it.each(patches.map(patch => [patch.file, patch] as const))('takes the patch of %s', (file, patch) => {
    expect(applyPatch(source(file), patch)).toContain(patch.to)
  })

  it('a patch whose place is gone, or is there twice, is an error that names the file and what was looked for', () => {
    const change = { file: 'main.ts', from: 'one', to: 'two' }
    expect(() => applyPatch('three', change)).toThrow(/@slidev\/client\/main\.ts.*\none/)
    expect(() => applyPatch('one one', change)).toThrow('@slidev/client/main.ts')
  })

  it.each(standIns.flatMap(({ module, importers }) => importers.map(importer => [importer, module])))('%s imports %s, which has a stand-in', (importer, module) => {
    expect(source(importer)).toContain(`from '${module}'`)
  })

  it.each(standIns.map(({ module, instead }) => [module, instead]))('the stand-in for %s has what is imported of it', async (module, instead) => {
    const exports = readFileSync(instead, 'utf8')
    const importers = standIns.filter(standIn => standIn.module === module).flatMap(({ importers }) => importers)
    for (const importer of importers) {
      const imported = [...source(importer).matchAll(/import (.+) from '(.+)'/g)].filter(([text, , from]) => from === module && !text.startsWith('import type')).map(([, names]) => names!)
      expect(imported).not.toEqual([])
      for (const names of imported) {
        for (const name of names.startsWith('{') ? names.match(/\w+/g)! : ['default'])
          expect(exports).toMatch(new RegExp(`export (?:default|function ${name}|const ${name}|\\{[^}]*\\b${name}\\b)`))
      }
    }
  })

  it('asks for what the aliases replace', () => {
    const asked = [...source('logic/utils.ts').matchAll(/from '(.+)'/g)].map(([, module]) => module!)
    expect(asked.some(module => aliases[1]!.find.test(module))).toBe(true)
    expect(cliSource()).toContain('vue/dist/vue.esm-bundler.js')
  })

  it('leaves components with the mark alone', () => {
    expect(cliSource()).toContain(`code.includes("${INJECTION_MARK}")`)
  })

  it.each([
    '"export const meta = shallowReactive({"',
    '"  slide: {"',
    'JSON.stringify(slideBase)',
    '`  try { return componentsCache[',
    '] ??= await import(\'',
  ])('writes of each slide %s, which slideTable.ts takes together', line => expect(cliSource()).toContain(line))
})

/** Where Slidev gives its parts the names that deck/ uses. */
const names: Record<string, [file: string, as: string]> = {
  '#slide-content': ['internals/SlideContainer.vue', '\'slide-content\''],
  '#slide-container': ['internals/SlideContainer.vue', '\'slide-container\''],
  '#slideshow': ['internals/SlidesShow.vue', 'id="slideshow"'],
  '#page-root': ['pages/play.vue', 'id="page-root"'],
  '#slidev-goto-dialog': ['internals/Goto.vue', 'id="slidev-goto-dialog"'],
  '#slidev-goto-input': ['internals/Goto.vue', 'id="slidev-goto-input"'],
  '.slidev-page': ['utils.ts', 'slidev-page'],
  '.slidev-slide-container': ['internals/SlideContainer.vue', 'class="slidev-slide-container"'],
  '.slidev-note': ['internals/NoteDisplay.vue', 'slidev-note'],
  '.slidev-presenter': ['pages/presenter.vue', 'slidev-presenter'],
  '.slidev-vclick-hidden': ['constants.ts', '\'slidev-vclick-hidden\''],
  '.slidev-vclick-anim-fade': ['constants.ts', '\'slidev-vclick-anim-\''],
  '.z-modal': ['internals/QuickOverview.vue', 'z-modal'],
  '.top-5': ['internals/Goto.vue', '\'top-5\''],
  '.bg-active': ['internals/Goto.vue', '\'bg-active'],
  '.bg-main': ['pages/presenter.vue', 'bg-main'],
  '[data-slidev-no': ['internals/SlideWrapper.vue', ':data-slidev-no'],
  '[title=\'Slides Overview\'': ['internals/QuickOverview.vue', 'title="Slides Overview"'],
  '--slidev-slide-container-background': ['pages/play.vue', '--slidev-slide-container-background'],
  'goto-found': ['internals/Goto.vue', '<ul'],
}

describe('the document that Slidev builds', () => {
  const built = source('index.html').replace('</head>', '<title>A deck</title></head>')

  it('has each place that is filled once; the title comes from its CLI', () => {
    for (const [place, pattern] of Object.entries(deckHtmlPlaces))
      expect(built.split(pattern), place).toHaveLength(2)
    expect(cliSource()).toContain('transformHtmlTemplate(')
  })

  it('gets title, head and the address of its words', () => {
    const filled = fillDeckHtml(built, { title: 'Pain &amp; heart', head: ['<script src="early.js"></script>'], reading: '../learn/pain/' })
    expect(filled).toContain('<html data-reading="../learn/pain/" lang="en">')
    expect(filled).toMatch(/<meta name="viewport"[^>]*>\n<script src="early.js"><\/script>/)
    expect(filled).toContain('<title>Pain &amp; heart</title>')
    expect(fillDeckHtml(built, { title: '', head: [] })).toContain('<html lang="en">')
  })

  it('may have its first slide drawn: before the deck, and Slidev’s style sheets after it, as nothing is painted before those above', () => {
    const sheets = '<link rel="stylesheet" crossorigin href="/a.css"><link rel="stylesheet" href="/b.css">'
    const filled = fillDeckHtml(built.replace('</head>', `${sheets}</head>`), { title: '', head: [], first: { slide: '<main>Tea</main>', styles: 'main{color:red}' } })
    const order = ['</head>', '<style data-first-slide>main{color:red}', '<main>Tea</main>', '<div id="app"></div>', 'href="/a.css"', 'href="/b.css"']
    const places = order.map(part => filled.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(fillDeckHtml(built, { title: '', head: [] })).not.toContain('first-slide')
  })

  it('names what it will load, to be asked for before the first script where that does not lead to the words', () => {
    const links = ['<link rel="modulepreload" crossorigin href="/b.js">', '<link rel="preload" as="style" crossorigin href="/c.css">']
    const document = `<head><script type="module" src="/a.js"></script>${links.join('')}<link rel="stylesheet" crossorigin href="/c.css"></head>`
    expect(aheadOf(document)).toEqual([
      `<link media="${WIDE_ENOUGH_FOR_SLIDES}" rel="modulepreload" crossorigin href="/b.js">`,
      `<link media="${WIDE_ENOUGH_FOR_SLIDES}" rel="preload" as="style" crossorigin href="/c.css">`,
    ])
  })

  it.each([['no title', source('index.html')], ['two titles', `${built}<title></title>`]])('stops the build with %s', (_, document) => {
    expect(() => fillDeckHtml(document, { title: '', head: [] })).toThrow('deck/deckHtml.ts')
  })
})

it('what it writes as it builds ends with a line’s end, where it is looked for', () => {
  expect(cliSource()).toContain('"node_modules/.slidev/virtual/import-glob"')
  expect(cliSource()).toContain('(dirname(proxyBase), globs, options)}\\n`')
})

describe('the names of Slidev’s parts', () => {
  const ours = readdirSync(import.meta.dirname).filter(file => /\.(?:css|vue|ts)$/.test(file) && !/\.test\.|\.d\.ts$|^patch/.test(file)).map(file => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')

  it.each(Object.entries(names))('%s is there', (_, [file, as]) => {
    expect(source(file)).toContain(as)
  })

  it('are all listed here', () => {
    const used = new Set(ours.match(/[#.]slide(?!s\b)[\w-]*(?=[\s>,:'[`{.)])|\.z-modal|#page-root/g)?.filter(name => /slidev-|slide-|slideshow|z-modal|page-root/.test(name)))
    expect([...used].filter(name => !(name in names))).toEqual([])
  })

  it('of its modules that deck/ imports are exported', () => {
    for (const [, imported, file] of ours.matchAll(/import \{ (.+) \} from '@slidev\/client\/(.+)'/g)) {
      const text = source(file!) + (file === 'state/index.ts' ? source('state/storage.ts') : '')
      for (const name of imported!.split(', ').map(name => name.split(' as ')[0]!))
        expect(text).toMatch(new RegExp(`export (?:const|function) ${name}\\b|export \\{[^}]*\\b${name}\\b|  \\w+ as ${name}\\b`))
    }
    for (const field of ['slides', 'currentSlideNo', 'currentSlideRoute', 'total', 'next', 'prev', 'nextSlide', 'prevSlide', 'goFirst', 'goLast', 'isPresenter'])
      expect(source('composables/useNav.ts')).toMatch(new RegExp(`\\b${field}\\b`))
    expect(source('internals/SlidesShow.vue')).toContain('r.meta?.__preloaded')
  })
})
