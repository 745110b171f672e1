/**
 * Every visitor of the deck loads a table of all its slides. Slidev writes the same fields and functions out for each
 * of them; a build writes them once, in slideOfTable.ts.
 */

import { fileURLToPath } from 'node:url'

const HELPERS = JSON.stringify(fileURLToPath(new URL('./slideOfTable.ts', import.meta.url)))

/** Of a slide's frontmatter module: its fields, which Slidev writes as JSON, and its number */
const META = /^export const meta = shallowReactive\(\{\n(?:.*\n)* {2}slide: \{\n {4}\.\.\.\((?<fields>\{.*\})\),\n(?:.*\n)* {4}id: (?<index>\d+),\n(?:.*\n)*\}\)$/m

/** Of the table: how each slide is loaded */
const LOAD = /= async \(\) => \{\n {2}try \{ return componentsCache\[(\d+)\] \?\?= await (import\('[^']+'\)) \}\n {2}catch .*\n\}/g

/**
 * @returns the module of a slide's frontmatter that says only what is the slide's own: Slidev gives each the frontmatter twice
 * @throws {Error} when Slidev writes it otherwise
 */
export function leanFrontmatter(code: string): string {
  const found = META.exec(code)?.groups
  if (!found)
    throw new Error(`Slidev writes the modules of a slide’s frontmatter otherwise than deck/slideTable.ts expects. See deck/README.md.`)
  const { title, level, images } = JSON.parse(found.fields!) as { title?: string, level?: number, images?: string[] }
  const own = JSON.stringify({ title, level, images: images?.length ? images : undefined })
  return `import { slideMeta } from ${HELPERS}\n${code.replace(META, () => `export const meta = slideMeta(frontmatter, ${found.index}, ${own})`)}`
}

/**
 * @returns the table in which each slide names only its module
 * @throws {Error} when Slidev writes it otherwise
 */
export function leanTable(code: string): string {
  const lean = code.replace(LOAD, (_, index, load) => `= once(() => ${load}, SlideError)`)
  if (lean === code || lean.includes('componentsCache['))
    throw new Error(`Slidev writes the table of slides otherwise than deck/slideTable.ts expects. See deck/README.md.`)
  return `import { once } from ${HELPERS}\n${lean}`
}
