import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { countAsRead, countEndsAsRead } from './countAsRead.ts'

type Entry = Pick<IntersectionObserverEntry, 'isIntersecting'> & { target: string }

let tell: (entries: Entry[]) => void
const watched = new Set<string>()
const read = vi.fn()
/** As far as this is concerned, an element is whatever an observer tells it of. */
const elements = (...ends: string[]) => ends as unknown as HTMLElement[]

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserver', class {
    constructor(callback: typeof tell) {
      tell = callback
    }

    observe = (end: string) => watched.add(end)
    unobserve = (end: string) => watched.delete(end)
    disconnect = () => watched.clear()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  read.mockReset()
  watched.clear()
})

it('counts a slide as read that stays, and not one that is stepped over', () => {
  countAsRead(() => read('stays'))
  const callOff = countAsRead(() => read('stepped over'))
  vi.advanceTimersByTime(700)
  callOff()
  vi.advanceTimersByTime(5000)
  expect(read.mock.calls).toEqual([['stays']])
})

it('counts a part as read once its end has stayed in sight, and not one that is scrolled past', () => {
  countEndsAsRead(elements('past', 'stays', 'below'), read)
  tell([{ target: 'past', isIntersecting: true }, { target: 'stays', isIntersecting: false }, { target: 'below', isIntersecting: false }])
  vi.advanceTimersByTime(300)
  tell([{ target: 'past', isIntersecting: false }, { target: 'stays', isIntersecting: true }])
  vi.advanceTimersByTime(5000)
  expect(read.mock.calls).toEqual([['stays']])
  expect([...watched]).toEqual(['past', 'below'])
  tell([{ target: 'past', isIntersecting: true }])
  vi.advanceTimersByTime(5000)
  expect(read, 'who comes back to it reads it').toHaveBeenLastCalledWith('past')
})

it('counts nothing more once the page is left', () => {
  const stop = countEndsAsRead(elements('end'), read)
  tell([{ target: 'end', isIntersecting: true }])
  stop()
  vi.advanceTimersByTime(5000)
  expect(read).not.toHaveBeenCalled()
})
