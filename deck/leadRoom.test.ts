import { afterEach, expect, it, vi } from 'vitest'
import { leadRoom } from './leadRoom.ts'

const place = (slide: string, black = false) => ({ slide, clicks: 0, black })
afterEach(() => void vi.useRealTimers())

const settled = () => new Promise(resolve => setTimeout(resolve))

it('follows the room where the speaker has not gone on, as when a remote leads', () => {
  const lead = leadRoom(vi.fn())
  expect(lead.heard(place('two'))).toEqual(place('two'))
  expect(lead.ahead()).toBeUndefined()
})

it.each([
  ['while the line is lost', 'lost'],
  ['while the room is taken over', 'try-again'],
  ['after too many at once', 'too-fast'],
])('a step %s is not undone when the room is back: the room comes along', async (_when, refused) => {
  const steer = vi.fn<(at: object) => Promise<string | undefined>>().mockResolvedValueOnce(refused)
  const lead = leadRoom(steer)
  lead.to(place('two'))
  await settled()
  expect(lead.heard(place('one'))).toEqual(place('two'))
  expect(steer.mock.calls).toEqual([[place('two')], [place('two')]])
  await settled()
  expect(lead.ahead()).toBeUndefined()
  expect(lead.heard(place('three')), 'then it follows again').toEqual(place('three'))
})

it('what the room refuses for now is asked again soon, unless the speaker has gone on', async () => {
  vi.useFakeTimers()
  const steer = vi.fn<(at: object) => Promise<string | undefined>>().mockResolvedValueOnce('too-fast').mockResolvedValueOnce('try-again').mockResolvedValue(undefined)
  const lead = leadRoom(steer)
  lead.to(place('two'))
  await vi.advanceTimersByTimeAsync(0)
  lead.to(place('three'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(steer.mock.calls).toEqual([[place('two')], [place('three')], [place('three')]])
  expect(lead.ahead()).toBeUndefined()
})

it('what the room said before it heard of the step leads nobody back, and asks for nothing twice', async () => {
  let answer: (refused?: string) => void = () => {}
  const steer = vi.fn(() => new Promise<string | undefined>(resolve => answer = resolve))
  const lead = leadRoom(steer)
  lead.to(place('two'))
  expect(lead.heard(place('one'))).toEqual(place('two'))
  expect(steer).toHaveBeenCalledOnce()
  answer()
  await settled()
  expect(lead.ahead()).toBeUndefined()
})

it('where the room refuses, it stays where it is', async () => {
  const lead = leadRoom(async () => 'no-such-slide')
  lead.to(place('gone'))
  await settled()
  expect(lead.heard(place('one'))).toEqual(place('one'))
})

it('a screen that was made black while the line was lost becomes black', async () => {
  const lead = leadRoom(vi.fn().mockResolvedValueOnce('lost').mockResolvedValue(undefined))
  lead.to(place('one', true))
  await settled()
  expect(lead.heard(place('one')).black).toBe(true)
})
