import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guesses } from './guesses.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const find = (isThere: boolean) => async () => isThere ? 'room' : undefined

describe('guessing codes', () => {
  it('is slowed to four a second from one address, however many are tried at once, and a right guess no less', async () => {
    const { lookUp } = guesses(Date.now)
    const answers: unknown[] = []
    const fromMs = Date.now()
    const asked = Array.from({ length: 100 }, (_, place) => lookUp('1.1.1.1', `code ${place}`, find(place === 29)).then(answer => answers.push([answer, Date.now() - fromMs])))
    await vi.advanceTimersByTimeAsync(0)
    // Ten are free, twenty wait, the others are not even looked for.
    expect(answers.filter(answer => String(answer) === ',0')).toHaveLength(10)
    expect(answers.filter(answer => String(answer) === 'too-many,0')).toHaveLength(70)
    await vi.advanceTimersByTimeAsync(20_000)
    await Promise.all(asked)
    expect(answers.slice(80)).toEqual([...Array.from({ length: 19 }, (_, place) => [undefined, 250 * (place + 1)]), ['room', 5000]])
    await vi.advanceTimersByTimeAsync(60_000)
    const laterMs = Date.now()
    await lookUp('1.1.1.1', 'other', find(false))
    expect(Date.now()).toBe(laterMs)
  })

  it('shuts no hall out: its code is not slowed where it was right before, and 500 who ask for it wait once', async () => {
    const { lookUp, wrong } = guesses(Date.now)
    expect(await lookUp('1.1.1.1', 'hall', find(true))).toBe('room')
    for (let i = 0; i < 50; i++)
      wrong('1.1.1.1')
    const fromMs = Date.now()
    expect(await lookUp('1.1.1.1', 'hall', find(true))).toBe('room')
    expect(Date.now()).toBe(fromMs)
    const others = Array.from({ length: 500 }, () => lookUp('1.1.1.1', 'another hall', find(true)))
    await vi.advanceTimersByTimeAsync(250)
    expect(new Set(await Promise.all(others))).toEqual(new Set(['room']))
    // Nor another address.
    expect(await lookUp('2.2.2.2', 'no hall', find(false))).toBeUndefined()
  })

  it('a hall that comes at once is no guessing', async () => {
    const { lookUp, isSlowed } = guesses(Date.now)
    await Promise.all(Array.from({ length: 500 }, () => lookUp('1.1.1.1', 'hall', find(true))))
    expect(isSlowed('1.1.1.1')).toBe(false)
  })
})
