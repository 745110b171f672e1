import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { buildScript } from './build-site.ts'

const FILE = 'service-worker.js'

/** The page for unknown addresses is no page to keep; the presenter's view is for a room, which has its own build. */
const left = [FILE, '404.html', 'presenter/']

/** Vite writes a hash of the content into these names, so they never change. */
const hasHash = (file: string) => /^(?:assets|site)\//.test(file)

/** Writes what keeps the course in the browser, with a list of every file in `out`: the last step of a build. */
export async function buildServiceWorker(root: string, out: string): Promise<void> {
  const all = await readdir(out, { recursive: true, withFileTypes: true })
  const files = all.filter(entry => entry.isFile()).map(entry => relative(out, join(entry.parentPath, entry.name))).filter(file => !left.some(start => file.startsWith(start))).sort()
  const list = await Promise.all(files.map(async file => ({
    url: file,
    revision: hasHash(file) ? null : createHash('sha256').update(await readFile(join(out, file))).digest('hex').slice(0, 12),
  })))
  await buildScript(root, 'site/service-worker.ts', FILE, out, { __PRECACHE__: JSON.stringify(list) })
}
