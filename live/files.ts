import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

/** Chunks have their content in their name. */
const isNamedByContent = (path: string) => /^\/(?:assets|site)\//.test(path)

export type Files = (request: IncomingMessage, response: ServerResponse) => void

/** @returns serves the built course to everyone, packed at the build */
export function files(folder: string): Files {
  const serve = sirv(folder, {
    gzip: true,
    etag: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', isNamedByContent(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  return (request, response) => {
    serve(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    })
  }
}
