import type { RoomStore } from '../live/store.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCourseFiles } from '../content/course-files.ts'
import { sqliteStore } from '../live/sqlite-store.ts'
import { openRoom } from '../live/start-rooms.ts'
import { deckEntry } from './deck-entry.ts'
import { deckOf, deckToBuild, hasDeck, lastRoom, noteDeck } from './room-again.ts'

const { files } = await readCourseFiles(process.cwd())
async function slidesOf(deck: string[]) {
  const { slides, clean } = await deckEntry(deck)
  clean()
  return slides
}

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'room-again-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** What a build for rooms leaves, as far as it is looked at. */
function built(hash: string): void {
  rmSync(join(folder, 'room'), { recursive: true, force: true })
  mkdirSync(join(folder, 'room'))
  writeFileSync(join(folder, 'room', 'index.html'), `<script src="../site/phone-${hash}.js"></script>`)
}

describe('the deck that a room goes on with', () => {
  it.each([[[]], [['depression']], [['--agenda', '30']]])('is built again where another one lies there, and only then: %j', async (deck) => {
    const last = { code: 'K7QPM', slides: await slidesOf(deck) }
    expect(await deckToBuild(last, [], folder, files)).toEqual(deck)
    built('abc')
    await noteDeck(folder, last.slides)
    expect(await deckToBuild(last, [], folder, files)).toBeUndefined()
    await noteDeck(folder, await slidesOf(['gut']))
    expect(await deckToBuild(last, [], folder, files)).toEqual(deck)
  })

  it('is built again where a build was broken off, or is not the one that was noted', async () => {
    built('abc')
    expect(await hasDeck(folder, ['gut.claim'])).toBe(false)
    await noteDeck(folder, ['gut.claim'])
    expect(await hasDeck(folder, ['gut.claim'])).toBe(true)
    built('def')
    expect(await hasDeck(folder, ['gut.claim'])).toBe(false)
  })

  it('is the one that was asked for, or it is said how to go on', async () => {
    const last = { code: 'K7QPM', slides: await slidesOf(['gut']) }
    built('abc')
    await noteDeck(folder, last.slides)
    expect(await deckToBuild(last, ['gut'], folder, files)).toBeUndefined()
    await expect(deckToBuild(last, ['--agenda', '60'], folder, files)).rejects.toThrow('The last room, K7QPM, is not of "--agenda 60". Leave that out to go on with it')
  })

  it('is served as it lies there when the course has changed, and refused where it is gone', async () => {
    const last = { code: 'K7QPM', slides: ['gut.gone', 'gut.claim'] }
    expect(() => deckOf(last, [], files)).toThrow('The last room, K7QPM, has other slides than any deck of the course now')
    built('abc')
    await noteDeck(folder, last.slides)
    expect(await deckToBuild(last, [], folder, files)).toBeUndefined()
  })
})

describe('the last room', () => {
  let store: RoomStore
  beforeEach(() => void (store = sqliteStore(join(folder, 'rooms.sqlite'))))
  afterEach(() => store.close())

  it('is the newest that was opened: one that could not open is none', async () => {
    await openRoom(store, { agenda: ['gut.claim'], build: '' }, 1)
    const code = await openRoom(store, { agenda: ['pain.claim'], build: '' }, 2)
    await store.create('GHPST', 3)
    expect(await lastRoom(store, 3)).toEqual({ code, slides: ['pain.claim'] })
  })

  it('is over where it would be deleted at once, and it is said what to do', async () => {
    const DAY_MS = 86_400_000
    const code = await openRoom(store, { agenda: ['gut.claim'], build: '' }, 0)
    expect(await lastRoom(store, 30 * DAY_MS)).toMatchObject({ code })
    await expect(lastRoom(store, 31 * DAY_MS)).rejects.toThrow(`The last room, ${code}, is over: nothing has happened in it for 30 days, after which a room is deleted. Leave out --again to open a new room.`)
    const claimed = await store.claim(code)
    await store.append([{ code, epoch: claimed && 'epoch' in claimed ? claimed.epoch : 0, events: [{ id: 'something-happen', atMs: 2 * DAY_MS, body: { kind: 'ended' } }] }])
    expect(await lastRoom(store, 31 * DAY_MS)).toMatchObject({ code })
  })

  it('is not made where there is none: whoever wants to go on with a room wants no empty one', async () => {
    await expect(lastRoom(store, 3)).rejects.toThrow('There is no room to go on with. Leave out --again to open one.')
  })
})
