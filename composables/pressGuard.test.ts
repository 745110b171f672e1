import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SECOND_PRESS_MS } from '../core/asking.ts'
import { pressGuard } from './pressGuard.ts'

/** As much of a page as a guard looks at: a button in a card in a page. */
const page = { parentElement: null } as unknown as Element
const card = { parentElement: page } as unknown as Element
const button = { parentElement: card } as unknown as Element
const outside = { parentElement: page } as unknown as Element

const click = (timeStamp: number, target = button) => ({ type: 'click', timeStamp, target })
const enter = (timeStamp: number, repeat = false, target = button) => ({ type: 'keydown', key: 'Enter', timeStamp, repeat, target })

function decidedAt(nowMs: number, root = card) {
  const guard = pressGuard(() => nowMs)
  guard.hold(root)
  return guard
}

describe('after a decision', () => {
  it('a click within the time decides nothing, and one after it does', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 3 * SECOND_PRESS_MS, noNaN: true }), (nowMs, laterMs) => {
      expect(decidedAt(nowMs).isSecond(click(nowMs + laterMs))).toBe(nowMs + laterMs - nowMs < SECOND_PRESS_MS)
    }))
  })

  it('so does Enter, which sends from a field without a click', () => {
    expect(decidedAt(0).isSecond(enter(SECOND_PRESS_MS - 1))).toBe(true)
    expect(decidedAt(0).isSecond(enter(SECOND_PRESS_MS))).toBe(false)
  })

  it('a tap that waited in the queue while the page was busy is still a second one', () => {
    const guard = pressGuard(() => 1400)
    guard.hold(card)
    expect(guard.isSecond(click(300))).toBe(true)
  })

  it('enter that is held decides nothing for as long as it is held, and decides again once it was let go', () => {
    const guard = decidedAt(0)
    expect(guard.isSecond(enter(5 * SECOND_PRESS_MS, true))).toBe(true)
    guard.release()
    expect(guard.isSecond(enter(6 * SECOND_PRESS_MS, true))).toBe(false)
  })

  it('a new press of Enter is one, even where the release of the first was never heard', () => {
    const guard = decidedAt(0)
    expect(guard.isSecond(enter(SECOND_PRESS_MS))).toBe(false)
    expect(guard.isSecond(enter(SECOND_PRESS_MS + 30, true))).toBe(false)
  })

  it.each(['radio', 'checkbox'])('a key on a choice chooses, as it had to be brought there: %s', (type) => {
    const choice = { type, parentElement: card } as unknown as Element
    expect(decidedAt(0).isSecond({ ...click(1, choice), detail: 0 })).toBe(false)
    expect(decidedAt(0).isSecond({ ...click(1, choice), detail: 1 }), 'a pointer was there already').toBe(true)
    expect(decidedAt(0).isSecond({ ...click(1), detail: 0 }), 'a button decides').toBe(true)
  })

  it('other keys do as always', () => {
    for (const key of ['a', ' ', 'ArrowRight', 'Tab', 'Escape'])
      expect(decidedAt(0).isSecond({ ...enter(1, true), key })).toBe(false)
  })

  it('what stands elsewhere does as always', () => {
    expect(decidedAt(0).isSecond(click(1, outside))).toBe(false)
    expect(decidedAt(0, page).isSecond(click(1, outside))).toBe(true)
  })
})
