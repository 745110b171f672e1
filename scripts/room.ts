import type { RoomStore } from '../live/store.ts'
import type { DeckEntry } from './deck-entry.ts'
import type { RoomOptions } from './room-options.ts'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { renderUnicodeCompact } from 'uqr'
import { readCourseFiles } from '../content/course-files.ts'
import { loadCourse } from '../content/load-course.ts'
import { addressesOf } from '../live/addresses.ts'
import { files } from '../live/files.ts'
import { secretOf } from '../live/gate.ts'
import { postgresStore } from '../live/postgres-store.ts'
import { roomCourse } from '../live/room-course.ts'
import { sqliteStore } from '../live/sqlite-store.ts'
import { openRoom, startRooms } from '../live/start-rooms.ts'
import { buildOf, buildRoom } from './build-room.ts'
import { deckEntry } from './deck-entry.ts'
import { holdPort } from './hold-port.ts'
import { portIsTaken } from './port.ts'
import { deckToBuild, lastRoom, noteDeck } from './room-again.ts'
import { roomOptions } from './room-options.ts'
import { stayAwake } from './stay-awake.ts'
import { notesOf } from './write-notes.ts'

// A live room, on a laptop or for an organisation; how it is asked for: room-options.ts

const FOLDER = '.rooms'
const BUILT = '.room'

const { does, deck: wanted, port, home, help } = asked()
const hosts = process.env.ROOM_HOSTS?.split(',').map(host => host.trim().toLowerCase()) ?? []

function asked(): RoomOptions {
  try {
    return roomOptions(process.argv.slice(2))
  }
  catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}

/** @returns the key of all secrets: of the environment where several processes share it, else one of this machine's own */
function readKey(): string {
  const file = join(FOLDER, 'key')
  if (process.env.ROOM_KEY)
    return process.env.ROOM_KEY
  if (process.env.ROOM_STORE)
    throw new Error('ROOM_STORE needs a ROOM_KEY, the same for every process: a long text of chance, such as that of `openssl rand -base64 32`.')
  if (!existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

function openStore(): Promise<RoomStore> | RoomStore {
  return process.env.ROOM_STORE
    ? postgresStore(process.env.ROOM_STORE, process.env.ROOM_OWNER ?? `${hostname()}:${port}`)
    : sqliteStore(join(FOLDER, 'rooms.sqlite'))
}

/** What holds on a laptop alone: elsewhere phones use their own connection, and rooms are served on. */
function onLaptop(code: string, others: string[]): string {
  const elsewhere = others.map(address => `http://${address}:${port}/r/${code}`).join(' or ')
  return `${elsewhere && `\n  Where phones find nothing, try ${elsewhere}`}
  Phones need the same Wi-Fi. Stop with Ctrl+C; npm run room -- --again goes on with this room.`
}

function tell(code: string, key: string): void {
  const [first, ...others] = addressesOf(networkInterfaces())
  const own = hosts[0] ? `https://${hosts[0]}` : `http://localhost:${port}`
  const outside = hosts[0] ? own : `http://${first ?? 'localhost'}:${port}`
  // In capitals a QR is smaller, and coarser to scan.
  const join = `${outside}/r/${code}`.toUpperCase()
  console.log(`
${renderUnicodeCompact(join)}
  Phones      ${outside}/r/${code}      code ${code}
  You         ${own}/room/${code}/speaker#${secretOf(key, code, 'speaker')}
  Projector   ${own}/room/${code}/projector#${secretOf(key, code, 'projector')}

  Open the second address ${hosts[0] ? 'yourself' : 'on this machine'} and keep it to yourself: who has it steers.${hosts[0] ? '' : onLaptop(code, others)}
`)
}

async function build({ entry, slides, clean }: DeckEntry): Promise<void> {
  console.log('Building the course, about 15 seconds …')
  await buildRoom(BUILT, entry)
  await noteDeck(BUILT, slides)
  clean()
}

async function forget(): Promise<void> {
  const store = await openStore()
  console.log(`${await store.forget(Number.MAX_SAFE_INTEGER)} rooms are forgotten.`)
  return store.close()
}

/** All that may fail is looked at before anything is built: the build takes the place of what a room is served from. */
async function run(): Promise<void> {
  if (help)
    return console.log(help)
  if (does === 'forget')
    return forget()
  const release = does === 'open' ? undefined : await holdPort(port)
  const key = readKey()
  const store = await openStore()
  await store.list()
  const last = does === 'again' ? await lastRoom(store, Date.now()) : undefined
  const missing = last ? await deckToBuild(last, wanted, BUILT, (await readCourseFiles(process.cwd())).files) : wanted
  const deck = missing && await deckEntry(missing)
  const openOne = async () => openRoom(store, { agenda: deck!.slides, build: await buildOf(BUILT).catch(() => '') }, Date.now())
  if (does === 'open') {
    tell(await openOne(), key)
    return store.close()
  }
  const course = await loadCourse(process.cwd())
  if (deck)
    await build(deck)
  await release?.()
  await startRooms({
    store,
    course: roomCourse(course),
    notes: notesOf(course),
    files: files(BUILT),
    key,
    port,
    hosts,
    behindProxy: hosts.length > 0,
    home,
    build: await buildOf(BUILT),
  })
  if (does === 'serve')
    return console.log(`Rooms are served at port ${port}. Open one with: npm run room -- --open`)
  tell(last?.code ?? await openOne(), key)
  stayAwake()
}

run().catch((error) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken ? portIsTaken(port, 'npm run room --') : error instanceof Error ? error.message : error)
  process.exit(1)
})
