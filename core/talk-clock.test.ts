import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asClock, countedMs, minutesAhead, minutesOfNote, pressed, stoppedClock } from './talk-clock.ts'

const minute = 60_000

it('counts while it runs, whoever looks and however often it is loaded anew, and not while it is paused', () => {
  const running = pressed(stoppedClock, 1000)
  expect(countedMs(running, 1000 + 5 * minute)).toBe(5 * minute)
  const paused = pressed(running, 1000 + 5 * minute)
  expect(countedMs(JSON.parse(JSON.stringify(paused)), 1000 + 50 * minute)).toBe(5 * minute)
  expect(countedMs(pressed(paused, 60 * minute), 61 * minute)).toBe(6 * minute)
})

it('says how far ahead or behind the slide that is shown is, and neither within its own minutes', () => {
  const minutes = [1, 3, 2, 2]
  expect(minutesAhead(minutes, 1, 1 * minute)).toBe(0)
  expect(minutesAhead(minutes, 1, 4 * minute)).toBe(0)
  expect(minutesAhead(minutes, 1, 6.5 * minute)).toBe(-2)
  expect(minutesAhead(minutes, 3, 1 * minute)).toBe(5)
  expect(minutesAhead(minutes, 3, 90 * minute), 'the last slide stays').toBe(0)
})

it('is never ahead and behind by going on: with more time it is less ahead', () => {
  fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 1 }), fc.nat(20), fc.nat(100), fc.nat(100), (minutes, at, one, more) =>
    minutesAhead(minutes, at % minutes.length, one * minute) >= minutesAhead(minutes, at % minutes.length, (one + more) * minute)))
})

it('reads the minutes of notes, and writes a span as a clock', () => {
  expect(minutesOfNote('Minutes: 2\nSay: 3 things')).toBe(2)
  expect(minutesOfNote('<p>Minutes: 1.5\nSay: 3 things</p>')).toBe(1.5)
  expect(minutesOfNote('Say: Minutes: 3')).toBe(0)
  expect(minutesOfNote()).toBe(0)
  expect([425_000, -30_000, -400, 0].map(asClock)).toEqual(['7:05', '−0:30', '0:00', '0:00'])
})
