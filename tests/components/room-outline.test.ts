import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useOutlineOf } from '../../composables/room/useOutlineOf.ts'

const asked = vi.hoisted(() => ({ times: 0, isThere: false }))
vi.mock('virtual:course/outlines', () => ({
  outlines: {
    async tea() {
      asked.times++
      if (!asked.isThere)
        throw new TypeError('Failed to fetch')
      return { id: 'tea' }
    },
    rain: async () => ({ id: 'rain' }),
  },
}))
beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(asked, { times: 0, isThere: false })
})
afterEach(() => void vi.useRealTimers())

it('what did not load of a section is asked for again, until it comes or something else is wanted', async () => {
  const scope = effectScope()
  const slide = ref('tea.start')
  const outline = scope.run(() => useOutlineOf(() => slide.value))!
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked.times).toBeGreaterThan(2)
  asked.isThere = true
  await vi.advanceTimersByTimeAsync(5000)
  expect(outline.value).toEqual({ id: 'tea' })

  asked.isThere = false
  slide.value = 'rain.start'
  await vi.advanceTimersByTimeAsync(0)
  slide.value = 'tea.start'
  await vi.advanceTimersByTimeAsync(0)
  slide.value = 'rain.start'
  await vi.advanceTimersByTimeAsync(0)
  const { times } = asked
  await vi.advanceTimersByTimeAsync(60_000)
  expect([outline.value, asked.times]).toEqual([{ id: 'rain' }, times])

  slide.value = 'tea.start'
  await vi.advanceTimersByTimeAsync(0)
  scope.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.times, 'nobody wants it any more').toBe(times + 1)
})
