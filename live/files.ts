import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

/** Chunks have their content in their name. */
const isNamedByContent = (path: string) => /^\/(?:assets|site)\//.test(path)

export interface Folders {
  /** For everyone: no notes in it */
  phones: string
  /** For who speaks: with notes */
  speaker?: string
}

export type Files = (request: IncomingMessage, response: ServerResponse, isSpeaker: boolean) => void

/** One address is two things: with the speaker's cookie and without. */
function said(response: ServerResponse, caching: string): void {
  response.setHeader('Cache-Control', caching)
  response.setHeader('Vary', 'Accept-Encoding, Cookie')
}

/** @returns serves the built course, packed at the build; the speaker's own to nobody else, and into no cache */
export function files({ phones, speaker }: Folders): Files {
  const options = { gzip: true, etag: true }
  const forAll = sirv(phones, {
    ...options,
    setHeaders: (response, path) => said(response, isNamedByContent(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  const forSpeaker = speaker === undefined ? forAll : sirv(speaker, { ...options, setHeaders: response => said(response, 'no-store') })
  return (request, response, isSpeaker) => {
    (isSpeaker ? forSpeaker : forAll)(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    })
  }
}
