import type { Client } from '../../live/clients.ts'
import type { LiveRoom } from '../../live/live-room.ts'
import { createServer } from 'node:http'
import process from 'node:process'
import { loadCourse } from '../../content/load-course.ts'
import { files } from '../../live/files.ts'
import { roomCourse } from '../../live/room-course.ts'
import { rooms as roomsOf } from '../../live/rooms.ts'
import { readMessage } from '../../live/sockets.ts'
import { sqliteStore } from '../../live/sqlite-store.ts'
import { openRoom, startRooms } from '../../live/start-rooms.ts'
import { tallyFor } from '../../live/tally-of.ts'

/*
 * The server that `npm run bench:room` measures, in a process of its own. `SERVER=socket.io` has socket.io carry the very
 * same rooms: the same checks, the same store, the same counts. `BUILT` is what phones load, where that is measured.
 */

const { SERVER, FILE = '', ROOMS = '1', BUILT, AGENDA = 'section.cover' } = process.env
const store = sqliteStore(FILE)
const course = roomCourse(await loadCourse(process.cwd()))
const codes: string[] = []
for (let i = 0; i < Number(ROOMS); i++)
  codes.push(await openRoom(store, { agenda: AGENDA.split(','), build: 'bench' }, Date.now()))

/** @returns the port */
async function startSocketIo(): Promise<number> {
  // Not among the dependencies, as nothing but this uses it: npm install --no-save socket.io
  const name = 'socket.io'
  const { Server } = await import(name)
  const rooms = roomsOf({ store, course, tallyOf: tallyFor(course), now: Date.now, most: 6000 })
  const server = createServer()
  const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, maxHttpBufferSize: 4096 })
  io.on('connection', async (socket: any) => {
    const { code, as } = socket.handshake.query
    const room: LiveRoom = ((await rooms.find(code)) as { room: LiveRoom }).room
    // As its documentation advises where there are many.
    socket.conn.request = null
    const client: Client = { role: as, send: text => socket.emit('m', text), drop: () => socket.disconnect() }
    socket.on('m', async (text: string) => {
      const message = readMessage(text)
      if (!message)
        return
      if (message.type === 'hello') {
        client.who = message.who
        room.join(client)
      }
      client.send(JSON.stringify(await room.take(message, client)))
    })
    socket.on('disconnect', () => room.leave(client))
    socket.emit('m', '"ready"')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}

const port = SERVER === 'socket.io'
  ? await startSocketIo()
  : (await startRooms({ store, course, port: 0, key: 'bench', notes: {}, files: BUILT ? files(BUILT) : (_request, response) => void response.end(), most: 6000 })).port

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpuMs: (user + system) / 1000, rssKib: process.memoryUsage.rss() / 1024 })
})
process.send!({ port, codes })
