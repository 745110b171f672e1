import type { InlineConfig, Manifest } from 'vite'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { shortPreloadLists } from '../content/module-preload.ts'
import { COURSE_ROOT } from '../content/relocate.ts'

const ENTRY = 'site/phone.ts'
const MANIFEST = 'phone-manifest.json'

/**
 * Builds the scripts of a phone in a live room: what joining takes is one file, and styles come with what they are for.
 * @returns what the page's head holds instead of that of other pages
 */
export async function buildPhone(root: string, out: string, common: InlineConfig): Promise<string[]> {
  const entry = join(root, ENTRY)
  /** What the entry brings by itself, and not later */
  const first = new Set<string>()
  function collect(id: string, importedIds: (id: string) => readonly string[]): void {
    if (first.has(id))
      return
    first.add(id)
    importedIds(id).forEach(imported => collect(imported, importedIds))
  }
  await build({
    ...common,
    plugins: [...common.plugins!, shortPreloadLists()],
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      manifest: MANIFEST,
      rolldownOptions: {
        input: entry,
        output: {
          codeSplitting: {
            groups: [{
              name(id, graph) {
                collect(entry, id => graph.getModuleInfo(id)?.importedIds ?? [])
                return first.has(id) ? 'joining' : undefined
              },
            }],
          },
        },
      },
      assetsDir: 'site',
    },
  })
  const manifest: Manifest = JSON.parse(await readFile(join(out, MANIFEST), 'utf8'))
  await rm(join(out, MANIFEST))
  const { file, imports = [], css = [] } = manifest[ENTRY]!
  return [
    ...[...css, ...imports.flatMap(key => manifest[key]!.css ?? [])].map(name => `<link rel="stylesheet" href="${COURSE_ROOT}${name}">`),
    `<script type="module" fetchpriority="low" src="${COURSE_ROOT}${file}"></script>`,
    ...imports.map(key => `<link rel="modulepreload" fetchpriority="low" href="${COURSE_ROOT}${manifest[key]!.file}">`),
  ]
}
