import type { VueWrapper } from '@vue/test-utils'
import type { ConnectionState } from '../../composables/room/connectRoom.ts'
import type { Subject } from '../../core/room/events.ts'
import { flushPromises } from '@vue/test-utils'
import { course } from 'virtual:course'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, provide } from 'vue'
import RoomCard from '../../components/room/RoomCard.vue'
import RoomCheck from '../../components/room/RoomCheck.vue'
import RoomPhone from '../../components/room/RoomPhone.vue'
import { answeredBefore, answeredBeforeKey } from '../../composables/room/answeredBefore.ts'
import { keptKeys } from '../../composables/room/keptKeys.ts'
import { placeWithAll, takeIn } from '../../composables/room/takeAlong.ts'
import { loadSection } from '../../composables/useSection.ts'
import { readRoomHash } from '../../core/places.ts'
import { answeredBeforeWords as words } from '../../words/en/room.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, choose, expectAccessible, readAloud, reload, show } from './mount.ts'

const asked = { question: 'tea.colour', revision: 1 }

beforeEach(() => sessionStorage.clear())

/** A room in which this is open, to a phone that the server takes for new. */
async function hall(subject: Subject = asked) {
  const { questions } = await loadSection('tea')
  const memory = memoryRoom(['tea.start'], id => questions.find(question => question.id === id))
  const speaker = memory.join('speaker', 'sue'.padEnd(16, '_'))
  const phone = memory.join('phone', 'ann'.padEnd(16, '_'))
  const ballots = () => speaker.state.value.room!.ballots
  const open = async (round: 1 | 2 = 1) => expect(await speaker.command({ type: 'open', subject, round, after: ballots().at(-1)?.id ?? null })).toBeUndefined()
  await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
  await open()
  const ballot = ballots()[0]!.id
  const state = computed((): ConnectionState => ({ ...phone.state.value, maybeAnswered: ballot }))
  const answered = () => ballots().map(({ answered }) => answered)
  const room = { ...phone, state }
  return { questions, speaker, phone, room, ballot, open, answered, look: () => show(RoomPhone, { room }) }
}
const card = (shown: VueWrapper<any>) => shown.find('[data-question], .belief-ballot')
const asks = (shown: VueWrapper<any>) => vi.waitFor(() => expect(readAloud(shown.element)).toContain(words.asks))
const hasCard = (shown: VueWrapper<any>) => vi.waitFor(() => expect(card(shown).exists()).toBe(true))
async function press(shown: VueWrapper<any>, name: string) {
  await button(shown, name).trigger('click')
  await flushPromises()
}
const focused = () => readAloud(document.activeElement!)

describe('a phone whose person may have answered before the room moved', () => {
  it.each([
    ...course.sections.find(({ id }) => id === 'tea')!.questions.map(({ id }) => ({ question: id })),
    { belief: 'tea' },
  ] as Subject[])('is asked that first, by what is asked, and then has the card: %o', async (subject) => {
    const { questions, look } = await hall(subject)
    const shown = await look()
    await asks(shown)
    await vi.waitFor(async () => expect(readAloud(shown.element)).toContain('belief' in subject ? (await loadSection('tea')).belief.text : questions.find(({ id }) => id === subject.question)!.prompt))
    expect(shown.findAll('[role=group]').filter(({ element }) => readAloud(element).includes(words.asks))).toHaveLength(1)
    expect(card(shown).exists()).toBe(false)
    await expectAccessible(shown.element)
    await press(shown, words.no)
    await hasCard(shown)
    expect(readAloud(shown.element)).not.toContain(words.asks)
    expect(document.activeElement!.contains(card(shown).element)).toBe(true)
    expect(document.activeElement!.matches('.room-card')).toBe(true)
  })

  it('who says yes has no card and is not counted again, also after a reload', async () => {
    const { answered, look } = await hall()
    const shown = await look()
    await asks(shown)
    await press(shown, words.yes)
    expect(focused()).toBe(words.counted)
    expect(card(shown).exists()).toBe(false)
    expect(readAloud(shown.element)).not.toContain(words.asks)
    await expectAccessible(shown.element)
    reload()
    const again = await look()
    await vi.waitFor(() => expect(readAloud(again.element)).toContain(words.counted))
    expect(card(again).exists()).toBe(false)
    expect(answered()).toEqual([0])
  })

  it('who pressed yes by mistake has a way back', async () => {
    const { questions, answered, look } = await hall()
    const shown = await look()
    await asks(shown)
    await press(shown, words.yes)
    await press(shown, words.afterAll)
    await hasCard(shown)
    expect(document.activeElement!.contains(card(shown).element)).toBe(true)
    const question = questions.find(({ id }) => id === asked.question) as any
    await choose(shown, question, question.answer)
    await press(shown, 'Save answer')
    expect(answered()).toEqual([1])
  })

  it('who says no answers as any, and is not asked after a reload', async () => {
    const { questions, answered, look } = await hall()
    const shown = await look()
    await asks(shown)
    await press(shown, words.no)
    reload()
    const again = await look()
    await hasCard(again)
    const question = questions.find(({ id }) => id === asked.question) as any
    await choose(again, question, question.answer)
    await press(again, 'Save answer')
    expect(readAloud(again.element)).toContain('Kept by the room.')
    expect(answered()).toEqual([1])
  })

  it('a second press of the same finger answers nothing', async () => {
    const { look } = await hall()
    const shown = await look()
    await asks(shown)
    await press(shown, words.yes)
    // The finger is where the way back comes.
    shown.findAll('button').find(({ element }) => readAloud(element) === words.afterAll)!.element.click()
    await flushPromises()
    expect(readAloud(shown.element)).toContain(words.counted)
  })

  it('sees what the room answered once it is closed, and has the second round as any', async () => {
    const { speaker, ballot, open, look } = await hall()
    const shown = await look()
    await asks(shown)
    await press(shown, words.yes)
    speaker.vote({ ballot, response: 'a' })
    await speaker.command({ type: 'close', ballot })
    await hasCard(shown)
    expect(shown.find('table').exists()).toBe(true)
    await open(2)
    await hasCard(shown)
    expect(readAloud(shown.element)).not.toContain(words.counted)
  })

  it('asks nothing once it is closed', async () => {
    const { speaker, ballot, look } = await hall()
    const shown = await look()
    await asks(shown)
    await speaker.command({ type: 'close', ballot })
    await hasCard(shown)
    expect(readAloud(shown.element)).not.toContain(words.asks)
  })

  it('is not asked where it has an answer that waits', async () => {
    const { phone, ballot, look } = await hall()
    phone.setLine('lost')
    phone.vote({ ballot, response: 'a' })
    const shown = await look()
    await hasCard(shown)
    expect(readAloud(shown.element)).not.toContain(words.asks)
  })

  it('is not asked where it took everything along', async () => {
    localStorage.setItem(keptKeys('K7QPM').who, 'ann'.padEnd(16, '_'))
    const { hash } = new URL(await placeWithAll('http://192.168.7.5:3030', 'K7QPM'))
    localStorage.clear()
    await takeIn(readRoomHash(hash).along!, 'K7QPM')
    const shown = await (await hall()).look()
    await hasCard(shown)
    expect(readAloud(shown.element)).not.toContain(words.asks)
  })

  it.each(['getItem', 'setItem'] as const)('is asked, and what was said holds, where nothing can be kept (%s)', async (how) => {
    const { look } = await hall()
    vi.stubGlobal('sessionStorage', { getItem: () => '[', setItem() {}, [how]() {
      throw new DOMException('denied', 'SecurityError')
    } })
    const shown = await look()
    await asks(shown)
    await press(shown, words.yes)
    expect(readAloud(shown.element)).toContain(words.counted)
    await press(shown, words.afterAll)
    await hasCard(shown)
    expect(document.activeElement!.matches('.room-card')).toBe(true)
  })

  it('is asked once where a slide has the question, too', async () => {
    const { room } = await hall()
    const Slide = defineComponent(() => {
      provide(answeredBeforeKey, answeredBefore(room))
      return () => h('div', [h(RoomCheck, { room, id: asked.question }), h(RoomCard, { room, ballot: room.state.value.room!.ballots[0]! })])
    })
    const shown = await show(Slide, {}, { as: 'page' })
    await asks(shown)
    await press(shown, words.yes)
    expect(readAloud(shown.element)).not.toContain(words.asks)
    expect(card(shown).exists()).toBe(false)
  })
})
