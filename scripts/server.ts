import type { Server } from 'node:http'
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

export interface ServeOptions {
  /** 0 takes any free one */
  port: number
  /** The folder it stands in, such as `/course/`; the same build works in any */
  base?: string
}

/**
 * Serves a built course on this machine only: nothing of it faces a room by accident.
 * @returns the server, listening
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export function serve(folder: string, { port, base = '/' }: ServeOptions): Promise<Server> {
  const files = sirv(folder, { etag: true })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/html')
      createReadStream(join(folder, '404.html')).on('error', () => response.end('Not found')).pipe(response)
    }
    if (!request.url?.startsWith(base))
      return notFound()
    request.url = `/${request.url.slice(base.length)}`
    const { pathname, search } = new URL(request.url, 'http://localhost')
    // As every static host does; at the root the course works without.
    if (base !== '/' && existsSync(join(folder, pathname, 'index.html')) && !pathname.endsWith('/')) {
      response.statusCode = 301
      response.setHeader('Location', `${base}${pathname.slice(1)}/${search}`)
      return response.end()
    }
    files(request, response, notFound)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => resolve(server))
  })
}

/** @throws {Error} with code EADDRINUSE when the port is taken */
export async function requireFree(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(port, 'localhost', resolve)
  })
  await new Promise(resolve => probe.close(resolve))
}

/** @returns `http://localhost:<port>` of a listening server */
export function addressOf(server: Pick<Server, 'address'>): string {
  const address = server.address()
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
}
