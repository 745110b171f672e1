import type { Outbox } from './outbox.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../tests/fixtures/any-text.ts'
import { roomId } from '../../tests/fixtures/small-room.ts'
import { luggageText, readLuggage, withLuggage } from './luggage.ts'
import { messageSchema } from './messages.schema.ts'
import { emptyOutbox } from './outbox.ts'

const [ann, bea] = [roomId('ann'), roomId('bea')]
const vote = (name: string, ballot: string, response: unknown = 'a', who = ann) => ({ v: 1, id: roomId(name), type: 'vote', who, ballot: roomId(ballot), response } as const)
const luggage = { who: ann, outbox: { waiting: [vote('v1', 'b1')], kept: [roomId('b0')] }, own: { [roomId('b0')]: '"a"' }, copy: 'a copy' }
const read = (part: object) => readLuggage(JSON.stringify({ ...JSON.parse(luggageText(luggage, 'tea', 'K7QPM')), ...part }), 'tea', 'K7QPM')

describe('what a phone takes along', () => {
  it('comes out as it went in, for this room alone', () => {
    const text = luggageText(luggage, 'tea', 'K7QPM')
    expect(readLuggage(text, 'tea', 'K7QPM')).toEqual(luggage)
    expect(readLuggage(text, 'tea', 'AAAAA')).toBeUndefined()
    expect(readLuggage(text, 'coffee', 'K7QPM')).toBeUndefined()
    expect(read({ who: 'somebody' })).toBeUndefined()
  })

  it('has no vote that the server would cut the line for', () => {
    const sound = vote('v1', 'b1')
    const faulty = [null, [], 'vote', { ...sound, id: 'x' }, { ...sound, ballot: 7 }, { ...sound, response: undefined }, { ...sound, response: 'x'.repeat(5000) }]
    expect(read({ outbox: { waiting: [...faulty, sound], kept: [1, roomId('b0')] } })!.outbox).toEqual(luggage.outbox)
    const [odd] = read({ outbox: { waiting: [{ ...sound, more: 1, confidence: 'very', who: bea }] } })!.outbox.waiting
    expect(odd).toEqual(sound)
    fc.assert(fc.property(fc.anything({ withBigInt: false }), fc.anything({ withBigInt: false }), (waiting, response) => {
      const outbox = { waiting: [waiting, { ...sound, response }].concat(waiting as never) }
      let text = ''
      try {
        text = JSON.stringify({ kind: 'tea-room', code: 'K7QPM', who: ann, copy: '', outbox })
      }
      catch {
        return
      }
      for (const vote of readLuggage(text, 'tea', 'K7QPM')!.outbox.waiting)
        expect(messageSchema.safeParse(vote).success).toBe(true)
    }))
  })
})

const ballot = fc.nat(4).map(n => roomId(`b${n}`))
function outboxOf(who: string): fc.Arbitrary<Outbox> {
  return fc.record({
    waiting: fc.uniqueArray(fc.record({ ballot, response: fc.constantFrom('a', 'b'), id: fc.nat(20).map(n => roomId(`v${n}`)) }).map(part => ({ v: 1 as const, type: 'vote' as const, who, ...part })), { selector: vote => vote.ballot }),
    kept: fc.uniqueArray(ballot),
  }).map(({ waiting, kept }) => ({ waiting, kept: kept.filter(id => !waiting.some(vote => vote.ballot === id)) }))
}
const ballotsOf = ({ waiting, kept }: Outbox) => [...waiting.map(vote => vote.ballot), ...kept]

describe('at the other address', () => {
  it('is the same person, with what waited', () => {
    expect(withLuggage({ outbox: emptyOutbox, own: {} }, luggage)).toEqual({ who: ann, outbox: luggage.outbox, own: luggage.own })
    // Scanned there meanwhile, and did nothing.
    expect(withLuggage({ who: bea, outbox: emptyOutbox, own: {} }, luggage).who).toBe(ann)
  })

  it('who has voted there as another stays that one: what was not sent goes out in that name, and no answer is given twice', () => {
    const here = { who: bea, outbox: { waiting: [], kept: [roomId('b9')] }, own: {} }
    expect(withLuggage(here, luggage)).toMatchObject({ who: bea, outbox: { waiting: [{ ...vote('v1', 'b1'), who: bea }], kept: [roomId('b9')] } })
    expect(withLuggage({ ...here, outbox: { waiting: [], kept: [roomId('b1')] } }, luggage).outbox).toEqual({ waiting: [], kept: [roomId('b1')] })
  })

  it('who comes back to an address sends nothing that they changed their mind about since', () => {
    const left = { who: ann, outbox: { waiting: [vote('v1', 'b1', 'a')], kept: [] }, own: {} }
    expect(withLuggage(left, { ...luggage, outbox: { waiting: [], kept: [roomId('b1')] } }).outbox).toEqual({ waiting: [], kept: [roomId('b1')] })
  })

  it('whatever comes, no vote is lost and none is counted for two people', () => {
    fc.assert(fc.property(fc.option(fc.constantFrom(ann, bea), { nil: undefined }), outboxOf(bea), outboxOf(ann), (who, mine, theirs) => {
      const here = who === undefined ? emptyOutbox : { ...mine, waiting: mine.waiting.map(vote => ({ ...vote, who })) }
      const now = withLuggage({ who, outbox: here, own: {} }, { ...luggage, outbox: theirs })
      const known = ballotsOf(now.outbox)
      expect(new Set(known).size).toBe(known.length)
      expect(known).toEqual(expect.arrayContaining([...ballotsOf(here), ...theirs.waiting.map(vote => vote.ballot)]))
      expect(now.outbox.waiting.every(vote => vote.who === now.who)).toBe(true)
      // Another's luggage takes the place of nothing.
      if (who === bea)
        expect(now.outbox.waiting).toEqual(expect.arrayContaining(here.waiting.map(vote => ({ ...vote, who: now.who }))))
    }))
  })

  it('any text is read without harm', () => {
    fc.assert(fc.property(fc.oneof(anyText, fc.json()), text => void expect(readLuggage(text, 'tea', 'K7QPM')).toBeUndefined()))
  })
})
