import type { Plugin } from 'vite'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import subsetFont from 'subset-font'
import { writeWhole } from './write-whole.ts'

/** Where the fonts of a build lie, below the root */
const FOLDER = join('node_modules', '.course', 'fonts')

/** Everything that is ever shown is written in these. */
const WRITTEN_IN = ['slides', 'quizzes', 'evidence', 'core', 'words', 'content', 'components', 'layouts', 'pages', 'deck', 'site', 'slides.md', 'course.yaml']
const TEXT = /\.(?:md|ya?ml|json|vue|ts)$/

const from = (first: number, last: number) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, place) => first + place))

/** What anybody types, and what is written as an escape: `&nbsp;`, `\u2009`. */
const ALWAYS = `${from(0x20, 0x7E)}\u00A0\u2009\u202F–—‘’“”…·×−`
/** Letters of western European names, in the font of running text, as a field may hold them */
const LETTERS = from(0xC0, 0xFF)

/** Of what the fonts can do: kerning, ligatures, accents, and the figures that our styles ask for. */
const FEATURES = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum']

/** @returns each character that the course may show, once */
export async function charactersOf(root: string): Promise<string> {
  const texts = await Promise.all(WRITTEN_IN.map(async (place) => {
    if (TEXT.test(place))
      return [await readFile(join(root, place), 'utf8')]
    const files = await readdir(join(root, place), { recursive: true, withFileTypes: true })
    return Promise.all(files.filter(file => file.isFile() && TEXT.test(file.name)).map(file => readFile(join(file.parentPath, file.name), 'utf8')))
  }))
  return [...new Set(ALWAYS + texts.flat().join(''))].filter(character => character >= ' ').sort().join('')
}

/** By root, while it lasts: builds side by side share one cut, which takes seconds. */
const cuts = new Map<string, Promise<void>>()

/**
 * Cuts the fonts of styles/fonts.css to the characters that the course may show and the weights that it declares; that
 * of headings to one weight.
 * @throws {Error} when a font is not declared as expected, or cannot be cut
 */
export function cutFonts(root: string): Promise<void> {
  const cut = cuts.get(root) ?? cutNow(root).finally(() => cuts.delete(root))
  cuts.set(root, cut)
  return cut
}

async function cutNow(root: string): Promise<void> {
  const styles = await readFile(join(root, 'styles/fonts.css'), 'utf8')
  const declared = [...styles.matchAll(/font-weight: (\d+) (\d+);\s+src: url\('(@fontsource-variable\/[^']+)'\)/g)]
  if (declared.length !== styles.match(/url\('@fontsource/g)?.length)
    throw new Error('A font of styles/fonts.css is declared otherwise than content/fonts.ts expects: font-weight with two numbers, then src.')
  const characters = await charactersOf(root)
  await Promise.all(declared.map(async ([, min, max, file]) => {
    const isText = file!.includes('atkinson')
    const font = await subsetFont(await readFile(join(root, 'node_modules', file!)), isText ? characters + LETTERS : characters, {
      targetFormat: 'woff2',
      variationAxes: { wght: isText ? { min: Number(min), max: Number(max) } : Number(min) },
      keepFeatures: FEATURES,
    })
    await writeWhole(join(root, FOLDER, basename(file!)), font)
  }))
}

/**
 * For a document of its own, which has no folder to take fonts from.
 * @returns styles/fonts.css with the fonts in it, as `cutFonts` has cut them before
 */
export async function fontsAsData(root: string): Promise<string> {
  const styles = await readFile(join(root, 'styles/fonts.css'), 'utf8')
  const files = [...styles.matchAll(/url\('([^']+)'\)/g)].map(([, file]) => file!)
  const fonts = await Promise.all(files.map(file => readFile(join(root, FOLDER, basename(file)), 'base64')))
  return files.reduce((text, file, place) => text.replace(file, `data:font/woff2;base64,${fonts[place]}`), styles)
}

/** Has a build take the cut fonts; the dev server takes them whole. */
export function useCutFonts(root: string): Plugin {
  return {
    name: 'course:cut-fonts',
    apply: 'build',
    config: () => ({ resolve: { alias: [{ find: /^@fontsource-variable\/[\w-]+\/files\/([\w-]+\.woff2)$/, replacement: join(root, FOLDER, '$1') }] } }),
  }
}
