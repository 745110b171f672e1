import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atRest } from '../../composables/atRest.ts'

let somethingCame = () => {}
const disconnect = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('PerformanceObserver', class {
    constructor(came: () => void) {
      somethingCame = came
    }

    observe() {}
    disconnect = disconnect
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a page is at rest two seconds after the last that came over the line', async () => {
  let isAtRest = false
  atRest().then(() => isAtRest = true)
  await vi.advanceTimersByTimeAsync(1900)
  somethingCame()
  await vi.advanceTimersByTimeAsync(1900)
  expect(isAtRest).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(isAtRest).toBe(true)
  expect(disconnect).toHaveBeenCalled()
})
