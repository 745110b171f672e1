import type { Manifest } from 'vite'

/** A style sheet of the build. */
export interface Sheet {
  /** Its name in the build */
  file: string
  css: string
}

/** The mark of a component's own styles; a sheet without any is known by its classes. */
const SCOPE = /data-v-[0-9a-f]+/g
const CLASS = /(?<=\.)[a-z][\w-]*/gi

/** @returns the manifest's style sheets by name, each after those of what its component is made of; `entry` comes first, as it holds what is for all */
export function sheetsInOrder(manifest: Manifest, entry: string): string[] {
  const files = new Set<string>(manifest[entry]!.css)
  const seen = new Set<string>()
  const add = (key: string) => {
    if (seen.has(key) || !manifest[key])
      return
    seen.add(key)
    const { imports = [], dynamicImports = [], css = [] } = manifest[key]
    imports.forEach(add)
    css.forEach(file => files.add(file))
    dynamicImports.forEach(add)
  }
  add(entry)
  return [...files]
}

/** @returns by what a sheet may take hold of the HTML: the marks of components and the classes in it */
export function marksIn(html: string): Set<string> {
  const classes = Array.from(html.matchAll(/\sclass="([^"]*)"/g), match => match[1]!.split(/\s+/)).flat()
  return new Set([...html.match(SCOPE) ?? [], ...classes])
}

/** @returns whether something with these marks may be styled by the sheet */
export function isDrawnWith(css: string, marks: ReadonlySet<string>): boolean {
  return (css.match(SCOPE) ?? css.match(CLASS) ?? []).some(mark => marks.has(mark))
}

/**
 * The styles of a page stand in it, as a style sheet of its own would cost the first drawing a journey over the line.
 * They are those of its own chunks, and of whatever is drawn in it; any other comes with its chunk. Chunks
 * that come later know by a link that their styles are here; one that is disabled is not fetched.
 * @param sheets all of the build, in their order
 * @param own names of those that the page's own chunks bring
 * @param html what is drawn
 * @param root where the build's files lie
 * @returns lines for the page's head
 */
export function stylesInPage(sheets: readonly Sheet[], own: ReadonlySet<string>, html: string, root: string): string[] {
  const marks = marksIn(html)
  const here = sheets.filter(({ file, css }) => own.has(file) || isDrawnWith(css, marks))
  return [
    `<style>${here.map(({ css }) => css).join('\n').replaceAll('</style', '<\\/style')}</style>`,
    ...here.map(({ file }) => `<link rel="stylesheet" href="${root}${file}" disabled>`),
  ]
}
