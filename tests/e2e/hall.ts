import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Socket } from 'node:net'
import type { Granted } from '../../live/gate.ts'
import type { RoomStore } from '../../live/store.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { files } from '../../live/files.ts'
import { secretOf } from '../../live/gate.ts'
import { roomCourse } from '../../live/room-course.ts'
import { sqliteStore } from '../../live/sqlite-store.ts'
import { openRoom, startRooms } from '../../live/start-rooms.ts'
import { buildOf } from '../../scripts/build-room.ts'
import { notesOf } from '../../scripts/write-notes.ts'
import { course, takeTime } from './course.ts'

const KEY = 'key of the walk'
/** The course as it was built for presenting */
export const BUILT = '.test-dist/present'

/** A room over the course that was built for presenting, as `npm run room` serves it. */
export interface Hall {
  origin: string
  port: number
  code: string
  /** The link that the command prints for who speaks, or for the projector */
  linkFor: (right: Granted) => string
  /** The server goes away, as where its laptop is carried off */
  leave: () => Promise<void>
  /** It is there again at the same port, with the same store and key */
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

export async function openHall(agenda: string[]): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'hall-'))
  const openStore = () => sqliteStore(join(folder, 'rooms.sqlite'))
  const store = openStore()
  const build = await buildOf(BUILT)
  const start = (store: RoomStore, port: number) => startRooms({ store, course: roomCourse(course), notes: notesOf(course), files: files(BUILT), key: KEY, port, home: process.env.SITE_URL, build })
  let started = await start(store, 0)
  const { port } = started
  const code = await openRoom(store, { agenda, build }, Date.now())
  const origin = `http://localhost:${port}`
  return {
    origin,
    port,
    code,
    linkFor: right => `${origin}/room/${code}/${right}#${secretOf(KEY, code, right)}`,
    leave: () => started.stop(),
    async comeBack() {
      started = await start(openStore(), port)
    },
    async close() {
      await started.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

export interface Wire {
  origin: string
  cut: () => void
  /** Nothing arrives any more and nobody is told, as where the other end has another address */
  hush: () => void
  mend: () => void
  close: () => void
}

/** A phone's own way to the room, which can be cut: the same as out of reach of the Wi-Fi. */
export async function wireTo(port: number): Promise<Wire> {
  let isCut = false
  let isHushed = false
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    if (isCut)
      return near.destroy()
    if (isHushed)
      return void ends.add(near.on('error', () => {}))
    const far = connect(port, 'localhost')
    for (const [one, other] of [[near, far], [far, near]] as const) {
      ends.add(one)
      one.on('error', () => other.destroy()).on('close', () => other.destroy() && ends.delete(one))
      one.on('data', data => isHushed || other.write(data))
    }
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  function cut(): void {
    isCut = true
    ends.forEach(end => end.destroy())
  }
  return {
    origin: `http://localhost:${(server.address() as { port: number }).port}`,
    cut,
    hush: () => void (isHushed = true),
    mend: () => void (isCut = false),
    close() {
      cut()
      server.close()
    },
  }
}

export interface Person {
  page: Page
  context: BrowserContext
  /** Errors of the page, and requests to another host */
  trouble: string[]
}

/** Somebody with a browser of their own. */
export async function person(browser: Browser, options: Parameters<Browser['newContext']>[0] & { storage?: 'blocked' } = {}): Promise<Person> {
  const { storage, ...own } = options
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', ...own })
  await context.addInitScript(takeTime)
  if (storage) {
    await context.addInitScript(() => ['localStorage', 'sessionStorage'].forEach(name => Object.defineProperty(window, name, {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })))
  }
  const trouble: string[] = []
  context.on('request', request => /^(?:http|ws)/.test(request.url()) && new URL(request.url()).hostname !== 'localhost' && trouble.push(`request to another host: ${request.url()}`))
  context.on('weberror', error => trouble.push(`error: ${error.error().message}`))
  context.on('console', message => message.type() === 'error' && trouble.push(`console: ${message.text()} ${message.location().url}`))
  return { context, page: await context.newPage(), trouble }
}
