import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path, resolve } from 'node:path'
import process from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'
import { roomCourse, roomId } from '../tests/fixtures/small-room.ts'
import { rooms } from './rooms.ts'
import { sqliteStore } from './sqlite-store.ts'
import { openRoom } from './start-rooms.ts'

const DAY_MS = 86_400_000
const folder = mkdtempSync(path(tmpdir(), 'room-'))
afterEach(() => void vi.useRealTimers())

async function open(file: string, nowMs: number) {
  const store = sqliteStore(file)
  return { store, code: await openRoom(store, { agenda: ['tea.cover'], build: 'remember-me' }, nowMs) }
}

it('a room in which nothing has happened for thirty days is gone from a server that runs on; one that somebody is in is not', async () => {
  const { store, code } = await open(path(folder, 'old.sqlite'), 0)
  const used = await openRoom(store, { agenda: [], build: '' }, 0)
  const claimed = await store.claim(used)
  await store.append([{ code: used, epoch: claimed && 'epoch' in claimed ? claimed.epoch : 0, events: [{ id: roomId('end'), atMs: 2 * DAY_MS, body: { kind: 'ended' } }] }])
  const inUse = await openRoom(store, { agenda: [], build: '' }, 0)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let nowMs = 29 * DAY_MS
  const known = rooms({ store, course: roomCourse, tallyOf: () => undefined, now: () => nowMs, most: 10 })
  const found = await known.find(inUse)
  const drop = vi.fn()
  if (found && 'room' in found)
    found.room.join({ role: 'phone', who: roomId('ann'), send() {}, drop })
  // As where a machine has no clock of its own, and is told the time later.
  nowMs = 31 * DAY_MS
  vi.advanceTimersByTime(3_600_000)
  vi.useRealTimers()
  await expect.poll(async () => (await store.list()).map(room => room.code).toSorted()).toEqual([used, inUse].toSorted())
  expect(await known.find(code)).toBeUndefined()
  expect(await known.find(used)).toHaveProperty('room')
  expect(drop).not.toHaveBeenCalled()
  known.stop()
  await store.close()
}, 20_000)

it('what another process has deleted is gone from a server that runs on too, before anybody writes to it', async () => {
  const file = path(folder, 'shared.sqlite')
  const { store, code } = await open(file, Date.now())
  const known = rooms({ store, course: roomCourse, tallyOf: () => undefined, now: Date.now, most: 10 })
  const found = await known.find(code)
  const drop = vi.fn()
  if (found && 'room' in found)
    found.room.join({ role: 'phone', who: roomId('ann'), send() {}, drop })
  const other = sqliteStore(file)
  expect(await other.forget(Number.MAX_SAFE_INTEGER)).toBe(1)
  await other.close()
  await expect.poll(() => drop.mock.calls.length).toBe(1)
  expect(await known.find(code)).toBeUndefined()
  known.stop()
  await store.close()
}, 20_000)

it('npm run room -- --forget deletes every room of this machine, and nothing of it can be read in the file', async () => {
  const own = path(folder, '.rooms')
  mkdirSync(own)
  const { store } = await open(path(own, 'rooms.sqlite'), Date.now())
  await store.close()
  const bytes = () => readdirSync(own).map(name => readFileSync(path(own, name), 'latin1')).join()
  expect(bytes()).toContain('remember-me')
  const said = execFileSync(process.execPath, [resolve('scripts/room.ts'), '--forget'], { cwd: folder, encoding: 'utf8' })
  expect(said).toBe('1 rooms are forgotten.\n')
  expect(bytes()).not.toContain('remember-me')
  rmSync(folder, { recursive: true })
}, 60_000)
