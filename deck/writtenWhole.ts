import type { Plugin } from 'vite'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

const TRIES = 200
const PAUSE_MS = 25

/**
 * Reads a file that another build may be writing anew at this moment, when it is empty or cut off.
 * @returns its text, once it ends as Slidev ends it
 * @throws {Error} when it is not whole within five seconds
 */
export async function readWritten(path: string): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const text = await readFile(path, 'utf8')
    if (text.endsWith('\n'))
      return text
    await setTimeout(PAUSE_MS)
  }
  throw new Error(`${path} is not written to its end. Delete node_modules/.slidev and build again.`)
}

/** Builds side by side write the same files into node_modules/.slidev, each as it begins, and Slidev writes them in place. */
export function readWhatSlidevWrites(): Plugin {
  return {
    name: 'course:read-what-slidev-writes',
    enforce: 'pre',
    load: {
      filter: { id: /\/node_modules\/\.slidev\/virtual\/[^?]+$/ },
      handler: id => readWritten(id),
    },
  }
}
