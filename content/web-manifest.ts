import type { About } from '../core/course.schema.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANG } from '../words/en/language.ts'

/** Where a course has its icons and colours, and under which name a browser asks for the whole. */
export const WEB_MANIFEST = 'manifest.webmanifest'

/**
 * @returns what a browser installs the course by: icons and colours of `public/`, and the name that the course has now
 * @throws {Error} where that file is not there or cannot be read
 */
export function webManifest(root: string, { title, description }: Pick<About, 'title' | 'description'>): string {
  return `${JSON.stringify({ ...looksOf(root), name: title, short_name: title, description, lang: LANG }, null, 2)}\n`
}

function looksOf(root: string): object {
  try {
    return JSON.parse(readFileSync(join(root, 'public', WEB_MANIFEST), 'utf8'))
  }
  catch (error) {
    throw new Error(`public/${WEB_MANIFEST} cannot be read: ${(error as Error).message}. It holds the icons and colours of the course as an app; tests/fixtures/tiny/public/ has a short one.`)
  }
}
