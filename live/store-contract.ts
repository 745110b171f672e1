import type { NewEvent } from '../core/room/events.ts'
import type { RoomStore } from './store.ts'
import { describe, expect, it } from 'vitest'
import { roomId } from '../tests/fixtures/small-room.ts'

const ended = (id: string | number, atMs = 5): NewEvent => ({ id: roomId(id), atMs, body: { kind: 'ended' } })

/** What every store of rooms must hold. @param open the store, once more over the same rooms each time it is called */
export function storeContract(name: string, open: () => Promise<RoomStore>): void {
  describe(`store of rooms: ${name}`, () => {
    let codes = 0
    async function room(): Promise<{ store: RoomStore, code: string, epoch: number }> {
      const store = await open()
      const code = `${name.slice(0, 2)}${process.pid}-${codes++}`
      expect(await store.create(code, 1000)).toBe(true)
      const claim = await store.claim(code)
      return { store, code, epoch: claim && 'epoch' in claim ? claim.epoch : -1 }
    }

    it('a code is given once', async () => {
      const { store, code } = await room()
      expect(await store.create(code, 2000)).toBe(false)
      expect((await store.list()).filter(room => room.code === code)).toEqual([{ code, createdAtMs: 1000 }])
      expect(await store.claim('none')).toBeUndefined()
      await store.close()
    })

    it('gives places without gaps, and the old place to what was there', async () => {
      const { store, code, epoch } = await room()
      const append = (...ids: number[]) => store.append([{ code, epoch, events: ids.map(id => ended(id)) }])
      expect(await append(1, 2)).toEqual([[{ seq: 1, isNew: true }, { seq: 2, isNew: true }]])
      expect(await append(2, 3, 3, 1, 4)).toEqual([[{ seq: 2, isNew: false }, { seq: 3, isNew: true }, { seq: 3, isNew: false }, { seq: 1, isNew: false }, { seq: 4, isNew: true }]])
      await store.close()
    })

    it('has all of it after it was closed, as it was, whatever text it holds', async () => {
      const { store, code, epoch } = await room()
      const body = { kind: 'voted', ballot: roomId('b'), who: roomId('w'), response: { a: '\u0000 \uD800 \'";--', ü: [1.5, null] } } as const
      await store.append([{ code, epoch, events: [ended(1), { id: roomId('v'), atMs: 7, body }] }])
      await store.close()
      const again = await open()
      expect(await again.claim(code)).toEqual({ epoch: epoch + 1, events: [{ ...ended(1), seq: 1 }, { id: roomId('v'), atMs: 7, seq: 2, body }] })
      await again.close()
    })

    it('an owner that was overtaken cannot write, and harms no other room', async () => {
      const { store, code, epoch } = await room()
      await store.close()
      const newer = await open()
      const claim = await newer.claim(code)
      const other = `${code}x`
      await newer.create(other, 1)
      const own = await newer.claim(other)
      expect(claim && 'epoch' in claim && own && 'epoch' in own && await newer.append([
        { code, epoch, events: [ended(1)] },
        { code: other, epoch: own.epoch, events: [ended(1)] },
        { code, epoch: claim.epoch, events: [ended(2)] },
      ])).toEqual(['overtaken', [{ seq: 1, isNew: true }], [{ seq: 1, isNew: true }]])
      await newer.close()
    })

    it('forgets no room in which something has happened since, or that is in use', async () => {
      const { store, code, epoch } = await room()
      await store.append([{ code, epoch, events: [ended(1, 5000)] }])
      const isThere = async () => (await store.list()).some(room => room.code === code)
      await store.forget(4000)
      expect(await isThere(), 'by its newest event').toBe(true)
      await store.forget(6000, ['other', code])
      expect(await isThere(), 'as it is in use').toBe(true)
      await store.forget(6000, ['other'])
      expect(await isThere()).toBe(false)
      await store.close()
    })

    it('forgets what is older than it may be', async () => {
      const { store, code, epoch } = await room()
      await store.append([{ code, epoch, events: [ended(1)] }])
      await store.forget(1000)
      expect((await store.list()).some(room => room.code === code)).toBe(true)
      expect(await store.forget(1001)).toBeGreaterThan(0)
      expect(await store.claim(code)).toBeUndefined()
      expect(await store.append([{ code, epoch, events: [ended(2)] }])).toEqual(['overtaken'])
      await store.close()
    })
  })
}
