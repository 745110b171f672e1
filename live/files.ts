import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** Chunks have their content in their name. */
const isNamedByContent = (path: string) => /^\/(?:assets|site)\//.test(path)

const TYPES: Record<string, string> = {
  '.css': 'text/css;charset=utf-8',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

interface Kept {
  body: Buffer
  isPacked: boolean
  headers: OutgoingHttpHeaders
}

export type Files = (request: IncomingMessage, response: ServerResponse) => void

function keep(folder: string, path: string): Kept {
  const isPacked = existsSync(join(folder, `${path}.gz`))
  const body = readFileSync(join(folder, isPacked ? `${path}.gz` : path))
  return {
    body,
    isPacked,
    headers: {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': isNamedByContent(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'ETag': `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      ...isPacked && { Vary: 'Accept-Encoding' },
    },
  }
}

/** @returns serves the built course to everyone, as it is now: packed at the build and held in memory, some MiB, as a hall asks for the same files at once */
export function files(folder: string): Files {
  const kept = new Map(readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.gz'))
    .map(entry => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .map(path => [path, keep(folder, path)]))

  async function send(request: IncomingMessage, response: ServerResponse, { body, isPacked, headers }: Kept, status = 200): Promise<void> {
    if (status === 200 && request.headers['if-none-match'] === headers.ETag)
      return void response.writeHead(304, headers).end()
    const mayBePacked = /\bgzip\b/.test(String(request.headers['accept-encoding']))
    const sent = isPacked && !mayBePacked ? await promisify(gunzip)(body) : body
    response.writeHead(status, { ...headers, 'Content-Length': sent.length, ...isPacked && mayBePacked && { 'Content-Encoding': 'gzip' } }).end(sent)
  }

  return (request, response) => {
    const [path = ''] = request.url!.split('?')
    const found = kept.get(path) ?? kept.get(`${path.replace(/\/$/, '')}/index.html`)
    const lost = kept.get('/404.html')
    if (found || lost)
      return void (found ? send(request, response, found) : send(request, response, lost!, 404))
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
  }
}
