import type { AddressInfo, Server } from 'node:net'
import { connect, createServer } from 'node:net'
import { pipeline } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { profile } from './profile.ts'

const PACKET_BYTES = 4096
/** Timers are late by about a millisecond: the line catches up on that much, or it would be slower than it says. */
const CATCH_UP_MS = 5

const bytesPerMs = profile.downMbits * 1000 / 8
/** When what was sent last has left the line */
let freeAtMs = 0

async function* paced(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
      const packet = chunk.subarray(at, at + PACKET_BYTES)
      freeAtMs = Math.max(freeAtMs, performance.now() - CATCH_UP_MS) + packet.length / bytesPerMs
      await setTimeout(Math.max(0, freeAtMs - performance.now()))
      yield packet
    }
  }
}

/**
 * Puts the slow line in front of a server. All servers share it, and so do a page and its service worker, which the
 * throttle of a page does not reach. Packets of several connections go in turn.
 * @returns what a browser is to ask, listening on any free port of this machine; it closes with the server
 */
export function behindSharedLine(server: Server): Promise<Server> {
  const { port } = server.address() as AddressInfo
  const line = createServer((browser) => {
    const host = connect(port, 'localhost')
    // Who goes away in the middle is no fault.
    pipeline(browser, host, () => {})
    pipeline(host, paced, browser, () => {})
  })
  line.on('close', () => server.close())
  return new Promise((resolve, reject) => {
    line.once('error', reject)
    line.listen(0, 'localhost', () => resolve(line))
  })
}
