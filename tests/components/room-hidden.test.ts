import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { joinRoom } from '../../composables/room/joinRoom.ts'

const asked = vi.fn()
const seen = { is: true }
beforeEach(() => {
  vi.useFakeTimers()
  asked.mockClear()
  seen.is = true
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen.is ? 'visible' : 'hidden')
  // Nobody is there, by no way.
  vi.stubGlobal('WebSocket', class {
    constructor() {
      throw new Error('none here')
    }
  })
  vi.stubGlobal('fetch', async () => {
    asked()
    throw new Error('nobody')
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it.each([['phone', false], ['speaker', true]] as const)('a %s whose page is hidden looks for its room: %s', async (role, looks) => {
  const scope = effectScope()
  scope.run(() => joinRoom('K7QPM', role))
  await vi.advanceTimersByTimeAsync(1000)
  seen.is = false
  await vi.advanceTimersByTimeAsync(10_000)
  asked.mockClear()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked.mock.calls.length > 0).toBe(looks)
  scope.stop()
})
