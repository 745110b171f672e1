import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { roomId } from '../tests/fixtures/small-room.ts'
import { groupCommit, Overtaken } from './group-commit.ts'
import { sqliteStore } from './sqlite-store.ts'
import { storeContract } from './store-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'room-'))
afterAll(() => rmSync(folder, { recursive: true }))

storeContract('embedded', async () => sqliteStore(join(folder, 'rooms.sqlite')))

it('what is forgotten stands in the file no more', async () => {
  const file = join(folder, 'forgotten.sqlite')
  const store = sqliteStore(file)
  await store.create('K7QPM', 1)
  const claim = await store.claim('K7QPM')
  await groupCommit(store)('K7QPM', (claim as { epoch: number }).epoch, { id: roomId('secretsecret'), atMs: 1, body: { kind: 'ended' } })
  await store.forget(1e15)
  const holds = (end: string) => readFileSync(file + end, 'latin1').includes('secretsecret')
  expect([holds(''), holds('-wal')]).toEqual([false, false])
  await store.close()
})

it('a file that is none is said at whatever is asked, also later', async () => {
  const file = join(folder, 'broken.sqlite')
  writeFileSync(file, 'no database'.repeat(1000))
  const store = sqliteStore(file)
  await expect(store.list()).rejects.toThrow(`${file} cannot be used: file is not a database. Move it away, and a new one is made`)
  await expect(store.create('K7QPM', 1)).rejects.toThrow('file is not a database')
})

it('events of one moment share a commit, and each gets its own answer', async () => {
  const batches: number[] = []
  const commit = groupCommit({
    append: async (batch) => {
      batches.push(batch.length)
      return batch.map(({ code, events }) => code === 'gone' ? 'overtaken' : events.map((_, index) => ({ seq: index + 1, isNew: true })))
    },
  })
  const event = { id: roomId(1), atMs: 1, body: { kind: 'ended' } } as const
  const [a, b, gone] = await Promise.allSettled([commit('one', 1, event), commit('one', 1, event), commit('gone', 1, event)])
  expect([a, b]).toEqual([{ status: 'fulfilled', value: { seq: 1, isNew: true } }, { status: 'fulfilled', value: { seq: 2, isNew: true } }])
  expect(gone).toMatchObject({ status: 'rejected', reason: expect.any(Overtaken) })
  expect(batches).toEqual([2])
})
