import type { Server } from 'node:http'
import { createServer } from 'node:http'
import sirv from 'sirv'

/**
 * Serves a built course on this machine; unknown paths get the app, which knows its own routes.
 * @returns the server, listening
 * @throws {Error} with code EADDRINUSE when the port is taken
 */
export function serve(folder: string, port: number, base = '/'): Promise<Server> {
  const files = sirv(folder, { single: true, etag: true })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404
      response.end('Not found')
    }
    if (!request.url?.startsWith(base))
      return notFound()
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, notFound)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Loopback only: nothing of this machine faces a room by accident.
    server.listen(port, 'localhost', () => resolve(server))
  })
}
