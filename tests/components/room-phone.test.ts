import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h } from 'vue'
import { stepsFor } from '../../components/room/controls.ts'
import RoomAsked from '../../components/room/RoomAsked.vue'
import RoomBallot from '../../components/room/RoomBallot.vue'
import RoomControls from '../../components/room/RoomControls.vue'
import RoomFront from '../../components/room/RoomFront.vue'
import RoomLine from '../../components/room/RoomLine.vue'
import RoomPhone from '../../components/room/RoomPhone.vue'
import RoomStage from '../../components/room/RoomStage.vue'
import { askedAs } from '../../components/room/rounds.ts'
import { isOfAnotherBuild } from '../../composables/room/joinRoom.ts'
import { keepOwnAnswers } from '../../composables/room/keepOwnAnswers.ts'
import { loadHeadlines } from '../../composables/useHeadlines.ts'
import { examples } from '../../pages/gallery/examples.ts'
import { useProgressStore } from '../../stores/progress.ts'
import { choiceOf } from '../fixtures/build.ts'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { button, choose, expectAccessible, questionOf, readAloud, show } from './mount.ts'

async function hall() {
  const question = await questionOf('tea.colour') as any
  const room = memoryRoom(['tea.start', 'tea.verdict', 'tea.check'], id => id === question.id ? question : undefined)
  const phone = room.join('phone', 'ann'.padEnd(16, '_'))
  const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
  const open = () => speaker.command({ type: 'open', subject: { question: question.id }, round: 1, after: speaker.state.value.room!.ballots.at(-1)?.id ?? null })
  const ballot = () => phone.state.value.room!.ballots.at(-1)!
  /** The phone as the page has it: it follows the newest ballot, and keeps what is answered. */
  const Phone = defineComponent({
    setup() {
      keepOwnAnswers(phone)
      const now = computed(ballot)
      return () => h('div', [h(RoomLine, { room: phone }), now.value && h(RoomBallot, { key: now.value.id, room: phone, id: question.id, ballot: now.value })])
    },
  })
  return { question, room, phone, speaker, open, ballot, Phone }
}
const right = (question: any) => question.answer as string
const wrong = (question: any) => Object.keys(question.options).find(key => key !== question.answer)!

describe('a question on a phone in a live room', () => {
  it('tells nothing before the speaker shows it, and keeps the latest answer once, in the own progress', async () => {
    const { question, phone, speaker, open, ballot, Phone } = await hall()
    await open()
    const shown = await show(Phone)
    expect(readAloud(shown.element)).toContain('A question is open.')
    await choose(shown, question, wrong(question))
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Kept by the room.')
    expect(readAloud(shown.element)).not.toContain(question.explanation)
    await button(shown, 'Change my answer').trigger('click')
    await choose(shown, question, right(question))
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    expect(useProgressStore().progress.answers).toEqual([])
    expect(phone.state.value.room!.ballots[0]!.tally).toBeUndefined()

    await speaker.command({ type: 'close', ballot: ballot().id })
    await flushPromises()
    expect(readAloud(shown.element)).not.toContain(question.explanation)
    expect(shown.get('table').text()).not.toContain('(right)')
    await speaker.command({ type: 'reveal', ballot: ballot().id })
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Correct.')
    expect(shown.get('table').text()).toContain('(right)')
    expect(useProgressStore().progress.answers.map(({ response, mode, score }) => [response, mode, score])).toEqual([[right(question), 'quiz', 1]])
    await expectAccessible(shown.element)
  })

  it('keeps an answer given without the room, says so, and sends it when the room is back', async () => {
    const { question, phone, open, Phone } = await hall()
    await open()
    const shown = await show(Phone)
    phone.setLine('lost')
    await choose(shown, question, right(question))
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Kept on this phone, and sent when the room is back.')
    expect(useProgressStore().progress.answers).toHaveLength(1)
    phone.setLine('socket')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Kept by the room.')
    expect(useProgressStore().progress.answers).toHaveLength(1)
  })

  it('keeps how sure one was, after the room has the answer', async () => {
    const { question, phone, speaker, open, ballot, Phone } = await hall()
    await open()
    await show(Phone)
    phone.vote({ ballot: ballot().id, response: right(question), confidence: 'sure' })
    expect(phone.state.value.outbox.waiting).toEqual([])
    await speaker.command({ type: 'close', ballot: ballot().id })
    await flushPromises()
    expect(useProgressStore().progress.answers.map(({ confidence }) => confidence)).toEqual(['sure'])
  })

  it('ends with the mind that was changed without the room', async () => {
    const { question, phone, speaker, open, ballot, Phone } = await hall()
    await open()
    await show(Phone)
    phone.setLine('lost')
    for (const response of [wrong(question), right(question)]) {
      phone.vote({ ballot: ballot().id, response })
      await flushPromises()
    }
    phone.setLine('socket')
    await speaker.command({ type: 'close', ballot: ballot().id })
    await flushPromises()
    expect(useProgressStore().progress.answers.map(({ response }) => response)).toEqual([wrong(question), right(question)])
  })

  it('has what was asked in sight wherever the speaker goes', async () => {
    const { question, speaker, phone, open, ballot } = await hall()
    await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
    await open()
    const shown = await show(RoomPhone, { room: phone })
    await vi.waitFor(() => expect(shown.find(`[data-question="${question.id}"]`).exists()).toBe(true))
    await speaker.command({ type: 'steer', slide: 'tea.verdict', clicks: 0, black: false })
    await flushPromises()
    expect(shown.find(`[data-question="${question.id}"]`).exists()).toBe(true)
    await speaker.command({ type: 'close', ballot: ballot().id })
    await flushPromises()
    expect(shown.find(`[data-question="${question.id}"]`).exists()).toBe(false)
    await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
    await flushPromises()
    expect(shown.find(`[data-question="${question.id}"]`).exists()).toBe(true)
  })

  it('says so where its page is of another build than the room', () => {
    expect([isOfAnotherBuild('main-a', 'main-b'), isOfAnotherBuild('main-a', 'main-a'), isOfAnotherBuild('', 'main-b'), isOfAnotherBuild('main-a', '')]).toEqual([true, false, false, false])
  })

  it('shows who did not answer what is right', async () => {
    const { question, speaker, open, ballot, Phone } = await hall()
    await open()
    const shown = await show(Phone)
    await speaker.command({ type: 'close', ballot: ballot().id })
    await speaker.command({ type: 'reveal', ballot: ballot().id })
    await flushPromises()
    expect(readAloud(shown.element)).toContain('This is right')
    expect(readAloud(shown.element)).toContain(question.options[right(question)].feedback)
    expect(useProgressStore().progress.answers).toEqual([])
  })
})

describe('the speaker’s controls', () => {
  it('open, close and show by one press each, by finger or by v, and have a way back', async () => {
    const { speaker } = await hall()
    const shown = await show(RoomControls, { room: speaker, slide: 'tea.check', hasKey: true })
    await flushPromises()
    const labels = () => stepsFor(speaker.state.value.room!, { question: 'tea.colour' }).map(({ label }) => label)
    expect(labels()).toEqual(['Open the question'])
    await expectAccessible(shown.element)
    const phase = () => speaker.state.value.room!.ballots.at(-1)?.phase
    await vi.waitFor(() => shown.get('button'))
    await button(shown, 'Open the question').trigger('click')
    await flushPromises()
    expect(phase()).toBe('open')
    expect(readAloud(shown.element)).toContain('0 of 34 answered')
    button(shown, 'Close')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'v' }))
    await flushPromises()
    expect(phase()).toBe('closed')
    expect(labels()).toEqual(['Show what is right', 'Open it again', 'Ask a second time', 'Take it back'])
    await button(shown, 'Open it again').trigger('click')
    await flushPromises()
    expect(phase()).toBe('open')
    await button(shown, 'Take it back').trigger('click')
    await flushPromises()
    expect(speaker.state.value.room!.ballots).toEqual([])
  })
})

describe('what is asked beside the slides', () => {
  it('is the claim of a part: from any slide, twice, and only then it is said where it belongs', async () => {
    const { speaker } = await hall()
    const labels = () => stepsFor(speaker.state.value.room!, { belief: 'tea' }).map(({ label }) => label)
    const press = (label: string) => speaker.command(stepsFor(speaker.state.value.room!, { belief: 'tea' }).find(step => step.label === label)!.command)
    await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
    await press('Ask what the room believes')
    speaker.vote({ ballot: speaker.state.value.room!.ballots[0]!.id, response: { approved: true, evidence: 'mixed' } })
    await press('Close')
    expect(labels()).toEqual(['Open it again', 'Ask again after the section', 'Take it back'])
    const stage = await show(RoomFront, { room: speaker })
    await vi.waitFor(() => expect(readAloud(stage.element)).toContain('Where the room places it'))
    expect(stage.find('.belief').exists()).toBe(true)
    expect(readAloud(stage.element)).not.toContain('(right)')
    await expectAccessible(stage.element)
    await press('Ask again after the section')
    await press('Close')
    await press('Show where it belongs')
    await flushPromises()
    expect(readAloud(stage.element)).toContain('(right)')
    await speaker.command({ type: 'steer', slide: 'tea.verdict', clicks: 0, black: false })
    await flushPromises()
    expect(stage.find('.front').exists()).toBe(false)
  })
})

describe('headlines before and after the course', () => {
  it('are asked one after the other, with their facts, and what is answered is kept', async () => {
    const headlines = await loadHeadlines()
    const room = memoryRoom(['tea.start'], id => headlines.find(headline => headline.id === id))
    const phone = room.join('phone', 'ann'.padEnd(16, '_'))
    const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
    await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
    const controls = await show(RoomControls, { room: speaker, slide: 'tea.start', hasKey: true })
    await controls.get('details').trigger('toggle', { newState: 'open' })
    await vi.waitFor(() => expect(controls.findAll('optgroup').map(group => group.attributes('label'))).toEqual(['Headlines, form A', 'Headlines, form B']))
    await controls.get('select').setValue('headlines.form-a')
    await button(controls, 'Open it').trigger('click')
    await flushPromises()

    const stage = await show(RoomFront, { room: speaker })
    await vi.waitFor(() => expect(readAloud(stage.element)).toContain('Two felt calm.'))
    const shown = await show(RoomPhone, { room: phone })
    await vi.waitFor(() => expect(readAloud(shown.element)).toContain('“Spoons calm”'))
    await choose(shown, headlines.find(({ id }) => id === 'headlines.form-a')!, 'a')
    await button(shown, 'Save answer').trigger('click')
    await flushPromises()
    expect(readAloud(shown.element)).toContain('Kept by the room.')
    await expectAccessible(shown.element)
    await button(controls, 'Close').trigger('click')
    await flushPromises()
    await vi.waitFor(() => expect(useProgressStore().progress.answers.map(({ question, score }) => [question, score])).toEqual([['headlines.form-a', 1]]))
    expect(readAloud(stage.element)).toContain('“Spoons calm” What is missing?')
  })

  it('go on with the next of their form by the same key, and ask none a second time', async () => {
    const outlines = ['one', 'two'].map(slug => ({ id: `headlines.${slug}`, form: 'a' as const, lessons: [], revision: 1 }))
    const room = memoryRoom(['tea.start'], id => outlines.some(outline => outline.id === id) ? { ...choiceOf(['a', 'b'], 'a'), id, revision: 1 } : undefined)
    const speaker = room.join('speaker', 'sue'.padEnd(16, '_'))
    const steps = (id: string) => stepsFor(speaker.state.value.room!, { question: id }, outlines)
    const press = (id: string) => speaker.command(steps(id).find(({ isNext }) => isNext)!.command)
    await press('headlines.one')
    await press('headlines.one')
    expect(steps('headlines.one').map(({ label }) => label)).toEqual(['Ask the next headline', 'Show what is right', 'Open it again', 'Take it back'])
    await press('headlines.one')
    expect(speaker.state.value.room!.ballots.at(-1)).toMatchObject({ subject: { question: 'headlines.two' }, phase: 'open' })
    await press('headlines.two')
    expect(steps('headlines.two').map(({ label, isNext }) => [label, isNext])[0]).toEqual(['Show what is right', true])
  })
})

it.each(['match', 'gap'])('a question of type %s stands in front of the room with all that may be chosen, and no menus', async (type) => {
  const { question } = examples.find(({ question }) => question.type === type)!
  const asked = await show(RoomAsked, { asked: askedAs(question) })
  const told = readAloud(asked.element)
  const choices = question.type === 'match' ? Object.values(question.targets) : question.type === 'gap' ? Object.values(question.gaps).flatMap(gap => 'choices' in gap ? Object.values(gap.choices).map(({ text }) => text) : []) : []
  for (const text of [question.prompt, ...choices])
    expect(told).toContain(text)
  expect(choices.length).toBeGreaterThan(1)
  expect(asked.find('select, input').exists()).toBe(false)
  await expectAccessible(asked.element)
})

describe('in front of a room in which nobody answered', () => {
  it('the question stays, and then its solution', async () => {
    const { question, speaker, open, ballot } = await hall()
    await open()
    await speaker.command({ type: 'close', ballot: ballot().id })
    const stage = await show(defineComponent(() => () => h(RoomStage, { room: speaker, id: question.id, ballot: speaker.state.value.room!.ballots[0] })))
    await vi.waitFor(() => expect(readAloud(stage.element)).toContain('Nobody answered.'))
    expect(stage.find('[data-question]').exists()).toBe(true)
    expect(stage.find('table').exists()).toBe(false)
    await speaker.command({ type: 'reveal', ballot: ballot().id })
    await flushPromises()
    expect(readAloud(stage.element)).toContain('(right)')
  })

  it('the claim stays, with both scales', async () => {
    const { speaker } = await hall()
    await speaker.command({ type: 'steer', slide: 'tea.start', clicks: 0, black: false })
    await speaker.command({ type: 'open', subject: { belief: 'tea' }, round: 1, after: null })
    await speaker.command({ type: 'close', ballot: speaker.state.value.room!.ballots[0]!.id })
    const stage = await show(RoomFront, { room: speaker })
    await vi.waitFor(() => expect(readAloud(stage.element)).toContain('Nobody answered.'))
    expect(readAloud(stage.element)).toContain('How strong is the proof?')
    expect(stage.find('table').exists()).toBe(false)
  })
})
