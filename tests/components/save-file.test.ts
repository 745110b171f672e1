import { expect, it, vi } from 'vitest'
import { saveFile } from '../../composables/saveFile.ts'

it('a file that is saved is there until a slow browser has read it, and then no more', () => {
  vi.useFakeTimers()
  const revoke = vi.spyOn(URL, 'revokeObjectURL')
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  saveFile('progress.json', '{}', 'application/json')
  expect(clicked).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(revoke).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(revoke).toHaveBeenCalledOnce()
  vi.useRealTimers()
})
