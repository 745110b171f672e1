import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { pipeline } from 'node:stream'

/** A phone gives up a request after six seconds. */
const ANSWER_MS = 6000

/** Says that a request was handed on once already: two processes must not hand it to and fro. */
const HANDED_ON = 'room-handed-on'

export function wasHandedOn(request: IncomingMessage): boolean {
  return request.headers[HANDED_ON] !== undefined
}

/** Hands a request to the process that owns the room. @param owner its address, `<host>:<port>` */
export function forward(request: IncomingMessage, response: ServerResponse, owner: string): void {
  const [host, port] = owner.split(':')
  const handed = ask({ host, port, path: request.url, method: request.method, headers: { ...request.headers, [HANDED_ON]: '1' }, timeout: ANSWER_MS }, (answer) => {
    response.writeHead(answer.statusCode!, answer.headers)
    // An owner that dies in the middle of an answer: what has come of it is not the whole.
    pipeline(answer, response, () => {})
  })
  handed.on('timeout', () => handed.destroy(new Error('The owner does not answer')))
  handed.on('error', () => response.headersSent || response.destroyed ? response.destroy() : response.writeHead(503, { 'retry-after': '1' }).end())
  response.on('close', () => handed.destroy())
  request.pipe(handed)
}

/** Hands a socket to the process that owns the room. */
export function forwardSocket(request: IncomingMessage, socket: Duplex, head: Buffer, owner: string): void {
  const [host, port] = owner.split(':')
  const upstream = connect(Number(port), host, () => {
    const headers = request.rawHeaders.flatMap((text, index, all) => index % 2 === 0 ? [`${text}: ${all[index + 1]}`] : [])
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${[...headers, `${HANDED_ON}: 1`].join('\r\n')}\r\n\r\n`)
    upstream.write(head)
    upstream.pipe(socket).pipe(upstream)
  })
  for (const [one, other] of [[upstream, socket], [socket, upstream]] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy())
}
