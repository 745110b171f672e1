import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import process from 'node:process'
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

/** Builds what a room serves: `phones` without notes, `speaker` with them. @param say tells how far it is */
export async function buildRoom(out: string, entry: string, say: (line: string) => void): Promise<void> {
  for (const [index, [name, notes]] of ([['phones', false], ['speaker', true]] as const).entries()) {
    say(`Building (${index + 1} of 2), about 20 seconds: the course for ${notes ? 'you, with your notes' : 'the phones'} …`)
    await buildCourse({ out: join(out, name), base: '/', notes, entry, room: { publicUrl: process.env.PUBLIC_URL ?? '' } })
    await pack(join(out, name))
  }
}
