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

/** Builds what a room serves to everyone: speaker, projector and phones. */
export async function buildRoom(out: string, entry: string): Promise<void> {
  await buildCourse({ out, base: '/', presents: true, entry })
  await pack(out)
}
