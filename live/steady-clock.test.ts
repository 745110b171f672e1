import { expect, it } from 'vitest'
import { steadyClock } from './steady-clock.ts'

/** @returns a machine's clock, and how long it runs */
function machine() {
  let wallMs = 1_000_000_000
  let elapsedMs = 0
  return {
    clock: steadyClock(() => wallMs, () => elapsedMs),
    pass(ms: number) {
      wallMs += ms
      elapsedMs += ms
    },
    set: (ms: number) => void (wallMs += ms),
  }
}

it('goes as the clock of the machine does, also where that is set forward', () => {
  const { clock, pass, set } = machine()
  pass(1500)
  expect(clock()).toBe(1_000_001_500)
  set(3_600_000)
  expect(clock()).toBe(1_003_601_500)
})

it('goes on where the clock of the machine is set back, and as fast', () => {
  const { clock, pass, set } = machine()
  const before = clock()
  set(-3_600_000)
  expect(clock()).toBe(before)
  pass(1_800_000)
  expect(clock()).toBe(before + 1_800_000)
})

it('a machine that slept has slept, also after its clock was set back', () => {
  const { clock, set } = machine()
  const before = clock()
  set(-3_600_000)
  clock()
  // What counts how long it runs stands still meanwhile.
  set(600_000)
  expect(clock()).toBe(before + 600_000)
})

it('never goes back where the clock of the machine is brought into line, little by little', () => {
  const { clock, pass, set } = machine()
  const before = clock()
  set(-20)
  expect(clock()).toBe(before)
  pass(30)
  expect(clock()).toBe(before + 10)
})
