import type { CourseFiles } from '../content/course-files.ts'
import type { RoomStore } from '../live/store.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEPT_MS } from '../live/rooms.ts'
import { buildOf } from './build-room.ts'

/** In the folder of a build, and gone with it; written last, so that a build that was broken off has none. */
const NOTE = 'room-deck.json'

/** What a build for rooms is, as it is noted beside it */
interface Note {
  /** See `buildOf` */
  build: string
  /** Full ids of its deck, in their order */
  slides: string[]
}

/** The newest room that was opened */
export interface LastRoom {
  code: string
  /** Full ids, in their order */
  slides: string[]
}

const isSame = (some: readonly string[], others: readonly string[]) => some.join() === others.join()

/** Notes beside a build for rooms which deck it has: its pages do not say. */
export async function noteDeck(folder: string, slides: string[]): Promise<void> {
  await writeFile(join(folder, NOTE), JSON.stringify({ build: await buildOf(folder), slides } satisfies Note))
}

/** @returns whether a whole build for rooms with this deck lies there */
export async function hasDeck(folder: string, slides: readonly string[]): Promise<boolean> {
  try {
    const note: Note = JSON.parse(await readFile(join(folder, NOTE), 'utf8'))
    return note.build === await buildOf(folder) && isSame(note.slides, slides)
  }
  catch {
    return false
  }
}

/**
 * @returns the room to go on with
 * @throws {Error} where there is none, it is so old that it is deleted when rooms are served, or another process has it
 */
export async function lastRoom(store: RoomStore, nowMs: number): Promise<LastRoom> {
  for (const { code, createdAtMs } of await store.list()) {
    const claimed = await store.claim(code)
    if (claimed && 'ownedBy' in claimed)
      throw new Error(`The last room, ${code}, is served by ${claimed.ownedBy}.`)
    const opened = claimed?.events.find(({ body }) => body.kind === 'opened')?.body
    if (opened?.kind === 'opened' && Math.max(createdAtMs, claimed!.events.at(-1)!.atMs) < nowMs - KEPT_MS)
      throw new Error(`The last room, ${code}, is over: nothing has happened in it for 30 days, after which a room is deleted. Leave out --again to open a new room.`)
    if (opened?.kind === 'opened')
      return { code, slides: opened.agenda }
  }
  throw new Error('There is no room to go on with. Leave out --again to open one.')
}

/**
 * @param room the room to go on with
 * @param wanted what is asked for beside `--again`, as `deckEntry` takes it; nothing for whichever deck it was
 * @param files of the course as it is now
 * @returns the deck of a room, as `deckEntry` takes it
 * @throws {Error} where that is not what was asked for, or no deck of the course has these slides any more
 */
export function deckOf(room: LastRoom, wanted: string[], files: Pick<CourseFiles, 'slides' | 'sections' | 'agendas'>): string[] {
  const known = files.slides.filter(({ id }) => id)
  const decks = [
    { deck: [], slides: known.map(({ id }) => id) },
    ...files.sections.map(({ id }) => ({ deck: [id], slides: known.filter(({ section }) => section === id).map(({ id }) => id) })),
    ...files.agendas.data?.map(({ id, slides }) => ({ deck: ['--agenda', id], slides })) ?? [],
  ]
  const own = decks.filter(deck => isSame(deck.slides, room.slides)).map(({ deck }) => deck)
  if (own.length === 0)
    throw new Error(`The last room, ${room.code}, has other slides than any deck of the course now: a section or an agenda was changed since. Take the change back, or leave out --again to open a new room.`)
  const found = wanted.length === 0 ? own[0] : own.find(deck => isSame(deck, wanted))
  if (!found)
    throw new Error(`The last room, ${room.code}, is not of "${wanted.join(' ')}". Leave that out to go on with it, or leave out --again to open a new room.`)
  return found
}

/** As `deckOf`, for what is to be built before a room goes on. @returns `undefined` where its deck lies in the folder */
export async function deckToBuild(room: LastRoom, wanted: string[], folder: string, files: Parameters<typeof deckOf>[2]): Promise<string[] | undefined> {
  const lies = await hasDeck(folder, room.slides)
  // What lies there is served even when no deck of the course has these slides any more.
  const deck = lies && wanted.length === 0 ? undefined : deckOf(room, wanted, files)
  return lies ? undefined : deck
}
