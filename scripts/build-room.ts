import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { buildCourse } from './build-course.ts'

const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])

/** Packs every file of a folder beside itself, once and well, so that no phone costs the server the work. */
async function pack(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (PACKED.has(extname(name)))
      await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(await readFile(join(folder, name)), { level: 9 }))
  }
}

/** @returns which build this is, as its pages say it themselves (composables/room/joinRoom.ts) */
export async function buildOf(folder: string): Promise<string> {
  const page = await readFile(join(folder, 'room', 'index.html'), 'utf8')
  const found = /site\/(phone-[\w-]+)\.js/.exec(page)
  if (!found)
    throw new Error(`${folder}/room/index.html names no script: what Vite calls it has changed.`)
  return found[1]!
}

/** Builds what a room serves to everyone: speaker, projector and phones. */
export async function buildRoom(out: string, entry: string): Promise<void> {
  await buildCourse({ out, base: '/', presents: true, entry })
  await pack(out)
}
