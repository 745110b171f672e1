import type { Duplex } from 'node:stream'
import type { Client } from './clients.ts'
import type { LiveRoom } from './live-room.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '../composables/room/newId.ts'
import { sockets } from './sockets.ts'

it('a line that is too slow to take what it is sent is cut, and harms no other', async () => {
  const clients: Client[] = []
  const left: Client[] = []
  const room = {
    join: client => clients.push(client) > 0,
    leave: client => void left.push(client),
    take: async () => ({ type: 'beat', seq: 0, isSpeakerHere: true }),
  } as Partial<LiveRoom> as LiveRoom
  const lines = sockets(Date.now)
  const server = createServer().on('upgrade', (request, socket: Duplex, head) => lines.accept(request, socket, head, room, 'phone')).listen(0)
  const { port } = server.address() as { port: number }
  async function join(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://localhost:${port}`)
    await once(socket, 'open')
    socket.send(JSON.stringify({ v: 1, id: newId(), type: 'hello', who: newId(), build: 'b1' }))
    await once(socket, 'message')
    return socket
  }
  const slow = await join()
  const other = await join()
  slow.pause()
  let heard = 0
  other.on('message', () => heard++)
  let sent = 0
  // What the system itself holds for a line is some megabytes.
  for (; sent < 1000 && left.length === 0; sent++) {
    clients.forEach(client => client.send('x'.repeat(30_000)))
    await expect.poll(() => heard, { interval: 1 }).toBe(sent + 1)
  }
  expect(left).toEqual([clients[0]])
  expect(sent).toBeLessThan(1000)
  expect(other.readyState).toBe(WebSocket.OPEN)
  slow.terminate()
  lines.close()
  server.close()
})

it('a line on which nobody says who they are is cut', async () => {
  const lines = sockets(Date.now)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const server = createServer().on('upgrade', (request, socket: Duplex, head) => lines.accept(request, socket, head, { leave() {} } as Partial<LiveRoom> as LiveRoom, 'phone')).listen(0)
    const socket = new WebSocket(`ws://localhost:${(server.address() as { port: number }).port}`)
    await once(socket, 'open')
    vi.advanceTimersByTime(10_000)
    await once(socket, 'close')
    lines.close()
    server.close()
  }
  finally {
    vi.useRealTimers()
  }
})
