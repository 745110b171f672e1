import type { Server } from 'node:net'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { behindSharedLine } from './shared-line.ts'

/** Formats that are packed already: gzip would only add to them. */
const PACKED = new Set(['.woff2', '.woff', '.png', '.jpg', '.webp', '.avif', '.gz'])

/** Writes a `.gz` beside every file of the folder that gains by it, so that no request pays for the packing. */
function packFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || PACKED.has(extname(entry.name)))
      continue
    const path = join(entry.parentPath, entry.name)
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }))
  }
}

/**
 * Serves a built folder gzipped on this machine only, as dumb as any static host: no fallback. It answers over the slow line.
 * @returns what a browser is to ask, listening on any free port
 */
export async function serveGzipped(folder: string): Promise<Server> {
  packFiles(folder)
  const files = sirv(folder, { gzip: true, etag: true })
  const server = createServer((request, response) => files(request, response, () => {
    response.statusCode = 404
    response.end('Not found')
  }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, 'localhost', resolve)
  })
  return behindSharedLine(server)
}
