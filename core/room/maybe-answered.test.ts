import type { EventBody } from './events.ts'
import { describe, expect, it } from 'vitest'
import { history, opened, roomId } from '../../tests/fixtures/small-room.ts'
import { foldRoom } from './fold.ts'
import { maybeAnswered } from './maybe-answered.ts'

// Events are a second apart, from 1 s on: the question is opened at 2 s, ann answers at 3 s.
const asked: EventBody = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 1 }
const again: EventBody = { kind: 'ballot-opened', subject: { question: 'tea.one', revision: 1 }, round: 2 }
const close = (ballot: number): EventBody => ({ kind: 'ballot-closed', ballot: roomId(ballot) })
const vote = (who: string, ballot = 2): EventBody => ({ kind: 'voted', ballot: roomId(ballot), who: roomId(who), response: 'a' })
const OLD = '192.168.1.20'
const NEW = '192.168.1.47'

function ask(since: Record<string, number>, { events = [vote('ann')], who = 'new', host = NEW }: { events?: EventBody[], who?: string, host?: string } = {}) {
  return maybeAnswered(foldRoom(history(opened, asked, ...events)), roomId(who), host, new Map(Object.entries(since)))
}

describe('whether a phone may have answered before the room moved', () => {
  it('may be, where it is new and comes by a name that came up after the first answer', () => {
    expect(ask({ [OLD]: 1500, [NEW]: 3500 })).toBe(roomId(2))
    // The first phone may have come after the question, and an older name may be one of several.
    expect(ask({ [OLD]: 2500, 'laptop.local': 2700, [NEW]: 3500 })).toBe(roomId(2))
  })

  it.each([
    ['by a name that was there before the question', { [OLD]: 1500, [NEW]: 1900 }],
    ['by a name that was there before anybody answered', { [OLD]: 1500, [NEW]: 2900 }],
    ['by the only name, as after a start of the server', { [NEW]: 3500 }],
    ['by the first name, though there is a newer one', { [NEW]: 3500, [OLD]: 3600 }],
    ['by a name that no phone came by', { [OLD]: 1500 }],
  ])('cannot be for who comes %s', (_how, since) => {
    expect(ask(since)).toBeUndefined()
  })

  it.each([
    ['nobody has answered', { events: [] }],
    ['it has answered', { who: 'ann' }],
    ['it answered another question before', { events: [vote('new'), close(2), again, vote('ann', 5)] }],
    ['it answered too late to be counted', { events: [vote('ann'), close(2), close(2), close(2), vote('new'), again, vote('ann', 8)] }],
    ['nothing is open', { events: [vote('ann'), close(2)] }],
    ['what was open is taken back', { events: [vote('ann'), { kind: 'ballot-voided', ballot: roomId(2) } as const] }],
  ])('cannot be where %s', (_why, how) => {
    expect(ask({ [OLD]: 1500, [NEW]: 20_000 }, how)).toBeUndefined()
  })

  it('is asked of each round by itself', () => {
    const events = [vote('ann'), close(2), again]
    expect(ask({ [OLD]: 1500, [NEW]: 3500 }, { events: [...events, vote('ann', 5)] })).toBeUndefined()
    expect(ask({ [OLD]: 1500, [NEW]: 6500 }, { events })).toBeUndefined()
    expect(ask({ [OLD]: 1500, [NEW]: 6500 }, { events: [...events, vote('ann', 5)] })).toBe(roomId(5))
  })
})
