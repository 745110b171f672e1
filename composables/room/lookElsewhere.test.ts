import type { LookOptions } from './lookElsewhere.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lookElsewhere } from './lookElsewhere.ts'
import { LONGEST_SILENCE_MS } from './roomSocket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const OWN = 'http://192.168.1.20:3030'
const NAME = 'http://laptop.local:3030'
const hereWith = (mark: string) => async (address: string) => address.startsWith(OWN) ? Promise.reject(new Error('nobody')) : Response.json({ type: 'here', mark })

function look(answer: (address: string) => Promise<Response>, options: Partial<LookOptions> = {}) {
  const asked: string[] = []
  const found: string[] = []
  const stop = lookElsewhere({
    code: 'K7QPM',
    elsewhere: { mark: 'ours', origins: [NAME] },
    origin: OWN,
    silentMs: 0,
    onFound: origin => found.push(origin),
    random: () => 0.5,
    fetch: async (address, init) => {
      asked.push(`${init?.credentials} ${address}`)
      return answer(String(address))
    },
    ...options,
  })
  return { asked, found, stop }
}

it('a server that is started again costs nothing: the first 8 s nobody is asked', async () => {
  const { asked, stop } = look(hereWith('ours'), { random: () => 0 })
  await vi.advanceTimersByTimeAsync(7999)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
})

it('the room is found where it said, within 15 s of its server, and nobody is asked any more', async () => {
  let isThere = false
  const { asked, found } = look(async address => isThere ? hereWith('ours')(address) : Promise.reject(new Error('nobody')))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(new Set(asked)).toEqual(new Set([`omit ${NAME}/room/K7QPM/here`]))
  expect(asked.length).toBeGreaterThanOrEqual(8)
  isThere = true
  await vi.advanceTimersByTimeAsync(6300)
  expect(found).toEqual([NAME])
  const { length } = asked
  await vi.advanceTimersByTimeAsync(60_000)
  expect([found, asked.length]).toEqual([[NAME], length])
})

it.each([
  ['another mark', hereWith('theirs')],
  ['no room of this code', async () => new Response(null, { status: 404 })],
  ['another page', async () => new Response('<p>Log in</p>', { headers: { 'content-type': 'text/html' } })],
  ['another message', async () => Response.json({ type: 'beat', mark: 'ours' })],
])('a server with %s is not followed', async (_name, answer) => {
  const { asked, found } = look(address => address.startsWith(OWN) ? Promise.reject(new Error('nobody')) : answer(address))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked.length).toBeGreaterThan(2)
  expect(found).toEqual([])
})

it('a page that nobody sees asks nothing, and looks again when it is seen', async () => {
  let hidden = true
  const { asked, found } = look(hereWith('ours'), { isHidden: () => hidden })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
  hidden = false
  await vi.advanceTimersByTimeAsync(7000)
  expect(found).toEqual([NAME])
})

it('a room that is back at its own address as well is not left', async () => {
  const { found } = look(async () => Response.json({ type: 'here', mark: 'ours' }))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(found).toEqual([])
})

it('who heard nothing for long before looks at once, and an own address that hangs is not waited for', async () => {
  const { found } = look(address => address.startsWith(OWN) ? new Promise(() => {}) : hereWith('ours')(address), { silentMs: LONGEST_SILENCE_MS })
  await vi.advanceTimersByTimeAsync(1000 + 1000)
  expect(found).toEqual([NAME])
})

it('with the longest silence and the worst chance a phone is on its way after 14 s, so that it is back within 15', async () => {
  const { found } = look(address => address.startsWith(OWN) ? new Promise(() => {}) : hereWith('ours')(address), { silentMs: LONGEST_SILENCE_MS, random: () => 1 })
  await vi.advanceTimersByTimeAsync(14_000 - LONGEST_SILENCE_MS)
  expect(found).toEqual([NAME])
})

it('where the page stands at that name already, the line itself tries again', async () => {
  const { asked } = look(hereWith('ours'), { origin: NAME })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual([])
})

it('what is found after the room is back leads nowhere', async () => {
  const { found, stop } = look(address => new Promise(resolve => setTimeout(() => resolve(hereWith('ours')(address)), 2000)))
  await vi.advanceTimersByTimeAsync(9500)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(found).toEqual([])
})
