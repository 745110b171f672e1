import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fourSlides } from './four-slides.ts'

/** Options at their defaults, but no host other than ours: a font service and a favicon elsewhere could not be measured. */
const headmatter = 'theme: none\ntitle: Four slides\nfavicon: /favicon.svg\nfonts:\n  provider: none'

/**
 * Builds a plain four-slide Slidev deck with the Slidev of this repo, in a folder below it, where its packages are found.
 * @returns the folder of the built deck
 * @throws {Error} when Slidev cannot build it
 */
export function buildPlainSlidev(folder: string): string {
  mkdirSync(join(folder, 'public'), { recursive: true })
  cpSync('public/favicon.svg', join(folder, 'public', 'favicon.svg'))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const slides = fourSlides.map(({ title, points }) => `# ${title}\n\n${points.map(point => `- ${point}`).join('\n')}\n`)
  writeFileSync(join(folder, 'slides.md'), `---\n${headmatter}\n---\n\n${slides.join('\n---\n\n')}`)
  const out = resolve(folder, 'dist')
  const slidev = resolve('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
  const built = spawnSync(process.execPath, [slidev, 'build', 'slides.md', '--out', out], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  if (built.status !== 0)
    throw new Error(`Slidev could not build the plain deck:\n${built.stdout}\n${built.stderr}`)
  writeNumberedPages(out)
  return out
}

/** A file for each slide's address, as in the course: the server knows no fallback. */
function writeNumberedPages(out: string): void {
  for (const no of fourSlides.keys()) {
    mkdirSync(join(out, String(no + 1)), { recursive: true })
    cpSync(join(out, 'index.html'), join(out, String(no + 1), 'index.html'))
  }
}
