import { expect, it } from 'vitest'
import { interactionOf } from '../../core/interaction.ts'
import { solution } from '../../core/question-types/index.ts'
import { courseIri } from '../../core/xapi-ids.ts'
import { oneOfEachType as questions } from '../../tests/fixtures/build.ts'
import { RecordStoreStub } from '../../tests/fixtures/record-store.ts'
import { Cmi5Session } from './cmi5-session.ts'

const learning = { passed: false, completed: false, progress: 0.1 }
const failing = { ...learning, score: 0.5 }
const passed = { score: 0.9, passed: true, completed: true, progress: 1 }

let nowMs = Date.UTC(2026, 10, 28, 13)
const now = () => nowMs += 1000

/** A session in a unit of the course, begun. */
async function begun(store: RecordStoreStub, section = 'tea') {
  const session = new Cmi5Session(store.launch(section), now, store.ask)
  return { session, left: await session.start(now()) }
}

it('has every answer of every type recorded, and nothing is refused', async () => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  questions.forEach((question, place) => session.answered({ id: `tea.q${place}`, prompt: 'Which?' }, interactionOf(question, solution(question)), 1, now()))
  expect(await session.save({ suspendData: 'x', location: 'index.html' }, learning)).toBe(true)
  await session.end(now())
  expect(store.refused).toEqual([])
  expect(store.verbs).toEqual(['initialized', ...questions.map(() => 'answered'), 'terminated'])
  for (const { result, object } of store.statements.slice(1, -1))
    expect([(object.definition as any).correctResponsesPattern[0].replace('{case_matters=false}', ''), '18[:]30']).toContain(result!.response === '24' ? '18[:]30' : result!.response)
})

it('goes on in the next session where the last one was saved, in other units too, though nothing ended it', async () => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  await session.save({ suspendData: 'kept', location: 'quiz/tea/index.html' }, learning)
  expect((await begun(store)).left).toEqual({ suspendData: ['kept'], location: 'quiz/tea/index.html' })
  expect((await begun(store, 'coffee')).left).toEqual({ suspendData: ['kept'], location: '' })
  expect(store.refused).toEqual([])
})

it('keeps what each of two units saved that are open at once, the newest last', async () => {
  const store = new RecordStoreStub()
  const [tea, coffee] = [await begun(store), await begun(store, 'coffee')]
  await coffee.session.save({ suspendData: 'of coffee', location: '' }, learning)
  await tea.session.save({ suspendData: 'of tea', location: '' }, learning)
  await tea.session.end(now())
  expect((await begun(store)).left?.suspendData).toEqual(['of coffee', 'of tea'])
  await coffee.session.save({ suspendData: 'more of coffee', location: '' }, learning)
  expect((await begun(store)).left?.suspendData).toEqual(['of tea', 'more of coffee'])
  expect(store.refused).toEqual([])
})

it('keeps what each of two windows of one unit saved, the newest last, and the place of the newest', async () => {
  const store = new RecordStoreStub()
  const [one, other] = [await begun(store), await begun(store)]
  await one.session.save({ suspendData: 'of one', location: 'quiz/tea/index.html' }, learning)
  await other.session.save({ suspendData: 'of the other', location: 'learn/tea/index.html' }, learning)
  await one.session.save({ suspendData: 'more of one', location: 'quiz/tea/index.html' }, learning)
  await other.session.end(now())
  expect((await begun(store)).left).toEqual({ suspendData: ['of the other', 'more of one'], location: 'quiz/tea/index.html' })
  expect(store.refused).toEqual([])
})

it('says passed and completed once, though two windows of one unit come to it', async () => {
  const store = new RecordStoreStub()
  const [one, other] = [await begun(store), await begun(store)]
  expect(await one.session.save({ suspendData: 'of one', location: '' }, passed)).toBe(true)
  expect(await other.session.save({ suspendData: 'of the other', location: '' }, passed)).toBe(true)
  await other.session.end(now())
  const later = await begun(store)
  await later.session.save({ suspendData: 'later', location: '' }, passed)
  expect(store.verbs.filter(verb => ['passed', 'completed'].includes(verb))).toEqual(['passed', 'completed'])
  expect(store.refused).toEqual([])
})

it('leaves few documents behind, however often somebody comes, and loses nothing of them', async () => {
  const store = new RecordStoreStub()
  for (let day = 0; day < 30; day++) {
    nowMs += 86_400_000
    const { session, left } = await begun(store, day % 2 ? 'tea' : 'coffee')
    // As the shell does: what was found is in what is saved.
    await session.save({ suspendData: [...new Set([...(left?.suspendData ?? []).flatMap(text => text.split(' ')), `${day}`])].join(' '), location: `day-${day}` }, learning)
    await session.end(now())
  }
  const { left } = await begun(store)
  expect(new Set(left?.suspendData.flatMap(text => text.split(' '))).size).toBe(30)
  expect(left?.location).toBe('day-29')
  expect([...store.states.keys()].filter(key => key.endsWith(courseIri(__COURSE_ID__)))).toHaveLength(1)
})

it('finds nothing of before a fresh start, in no unit', async () => {
  const store = new RecordStoreStub()
  const [tea, coffee] = [await begun(store), await begun(store, 'coffee')]
  await coffee.session.save({ suspendData: 'of coffee', location: '' }, learning)
  tea.session.startAfresh(now())
  await tea.session.save({ suspendData: 'afresh', location: '' }, learning)
  expect((await begun(store, 'coffee')).left?.suspendData).toEqual(['afresh'])
  const again = await begun(store)
  await again.session.save({ suspendData: 'more', location: '' }, learning)
  expect((await begun(store)).left?.suspendData).toEqual(['afresh', 'more'])
})

it('reads what was kept before each unit, and then each session, had a document of its own', async () => {
  const store = new RecordStoreStub()
  const { activityId } = store.launch('tea')
  store.states.set(`progress ${courseIri(__COURSE_ID__)}`, 'of old')
  store.states.set(`progress:${activityId} ${courseIri(__COURSE_ID__)}`, { suspendData: 'of tea', savedAtMs: nowMs, afreshAtMs: 0 })
  store.states.set(`unit ${activityId}`, { location: 'quiz/tea/index.html', told: { passed: true, completed: true } })
  const { session, left } = await begun(store)
  expect(left).toEqual({ suspendData: ['of old', 'of tea'], location: 'quiz/tea/index.html' })
  await session.save({ suspendData: 'new', location: '' }, passed)
  expect(store.verbs).not.toContain('passed')
  expect((await begun(store)).left?.suspendData).toEqual(['of tea', 'new'])
})

it('says failed at the end of a session, passed and completed once a registration, and failed never after them', async () => {
  const store = new RecordStoreStub()
  const first = await begun(store)
  await first.session.save({ suspendData: '1', location: '' }, failing)
  expect(store.verbs).not.toContain('failed')
  await first.session.end(now())
  const second = await begun(store)
  await second.session.save({ suspendData: '2', location: '' }, failing)
  await second.session.save({ suspendData: '3', location: '' }, passed)
  await second.session.save({ suspendData: '4', location: '' }, passed)
  await second.session.end(now())
  const third = await begun(store)
  await third.session.save({ suspendData: '5', location: '' }, failing)
  await third.session.end(now())
  expect(store.refused).toEqual([])
  expect(store.verbs).toEqual(['initialized', 'failed', 'terminated', 'initialized', 'passed', 'completed', 'terminated', 'initialized', 'terminated'])
  expect(store.statements.find(({ result }) => result?.success)?.result).toMatchObject({ success: true, score: { scaled: 0.9 } })
})

it('says failed once for the same score, however often somebody comes back', async () => {
  const store = new RecordStoreStub()
  for (let visit = 0; visit < 3; visit++) {
    const { session } = await begun(store)
    await session.save({ suspendData: 'x', location: '' }, failing)
    await session.end(now())
  }
  expect(store.verbs.filter(verb => verb === 'failed')).toHaveLength(1)
})

it.each([['Browse', 0], ['Review', 1]])('judges nobody in the mode %s, and keeps so many documents: %i', async (launchMode, keeps) => {
  const store = new RecordStoreStub(undefined, { launchMode })
  const { session } = await begun(store)
  const kept = store.states.size
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  expect(await session.save({ suspendData: 'x', location: 'index.html' }, passed)).toBe(true)
  await session.end(now())
  expect(store.verbs).toEqual(['initialized', 'terminated'])
  expect(store.states.size - kept).toBe(keeps)
})

it('says so when the store takes nothing, and says it all again later, each once', async () => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  store.isBroken = true
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(false)
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(false)
  expect(session.delayed).toBe(0)
  store.isBroken = false
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
  expect(store.verbs).toEqual(['initialized', 'answered', 'passed', 'completed'])
  expect((await begun(store)).left?.suspendData).toEqual(['kept'])
})

it.each([400, 403, 422])('has the store take all but the statement that it refuses with %i, and says how many those are', async (status) => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  store.dislikes.set('passed', status)
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
  expect(session.refused).toBe(1)
  session.answered({ id: 'tea.r', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  expect(await session.save({ suspendData: 'more', location: '' }, passed)).toBe(true)
  await session.end(now())
  expect(store.verbs).toEqual(['initialized', 'answered', 'completed', 'answered', 'terminated'])
  expect(session.refused).toBe(1)
})

it.each([500, 503])('has the store take all but the statement that it fails on with %i each time, and sends that one again later', async (status) => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  store.dislikes.set('passed', status)
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  const save = () => session.save({ suspendData: 'kept', location: '' }, passed)
  expect([await save(), await save()]).toEqual([false, false])
  expect(session).toMatchObject({ delayed: 1, refused: 0 })
  store.dislikes.clear()
  nowMs += 60_000
  expect(await save()).toBe(true)
  expect(store.verbs).toEqual(['initialized', 'answered', 'completed', 'passed'])
  expect(session).toMatchObject({ delayed: 0, refused: 0 })
})

it('says in the next session what was not taken in this one', async () => {
  const store = new RecordStoreStub()
  const first = await begun(store)
  store.dislikes.set('passed', 400)
  await first.session.save({ suspendData: 'kept', location: '' }, passed)
  await first.session.end(now())
  store.dislikes.set('passed', 503)
  const second = await begun(store)
  expect(await second.session.save({ suspendData: 'kept', location: '' }, passed)).toBe(false)
  await second.session.end(now())
  store.dislikes.clear()
  const third = await begun(store)
  await third.session.save({ suspendData: 'kept', location: '' }, passed)
  expect(store.verbs.filter(verb => verb === 'passed' || verb === 'completed')).toEqual(['completed', 'passed'])
  expect(store.refused).toEqual([])
})

it('says failed at the end of the next session where it was not taken at the end of this one', async () => {
  const store = new RecordStoreStub()
  store.dislikes.set('failed', 400)
  for (let visit = 0; visit < 2; visit++) {
    const { session } = await begun(store)
    await session.save({ suspendData: 'x', location: '' }, failing)
    await session.end(now(), true)
    store.dislikes.clear()
  }
  expect(store.verbs).toEqual(['initialized', 'terminated', 'initialized', 'failed', 'terminated'])
})

it.each([401, 403, 408, 429])('keeps every statement, and their order, where the store takes none of them for now: %i', async (status) => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  for (const verb of ['answered', 'passed', 'completed'])
    store.dislikes.set(verb, status)
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(false)
  store.dislikes.clear()
  expect(await session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
  expect(store.verbs).toEqual(['initialized', 'answered', 'passed', 'completed'])
  expect(session.refused).toBe(0)
})

it('catches up after a long time without the store, which no browser lets it do in one request', async () => {
  const store = new RecordStoreStub()
  const { session } = await begun(store)
  const left = { suspendData: 'x'.repeat(session.suspendLimit), location: '' }
  store.isBroken = true
  for (let count = 0; count < 60; count++)
    session.answered({ id: `tea.q${count}`, prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  expect(await session.save(left, learning)).toBe(false)
  store.isBroken = false
  expect(await session.save(left, learning)).toBe(true)
  expect(store.verbs).toHaveLength(61)
})

it('sends again what came through though its answer was lost, and the store has it once', async () => {
  const store = new RecordStoreStub()
  let isLost = false
  const session = new Cmi5Session(store.launch('tea'), now, async (input, init) => {
    const answer = await store.ask(input, init)
    if (isLost)
      throw new TypeError('Failed to fetch')
    return answer
  })
  await session.start(now())
  session.answered({ id: 'tea.q', prompt: 'Which?' }, interactionOf(questions[0]!, 'a'), 0, now())
  isLost = true
  expect(await session.save({ suspendData: 'kept', location: '' }, learning)).toBe(false)
  isLost = false
  session.answered({ id: 'tea.r', prompt: 'Which?' }, interactionOf(questions[0]!, 'b'), 1, now())
  expect(await session.save({ suspendData: 'kept', location: '' }, learning)).toBe(true)
  expect(store.verbs).toEqual(['initialized', 'answered', 'answered'])
})

it.each(['stateId=progress', 'state?activityId='])('opens nothing, and so overwrites nothing, where the store does not answer %s', async (asked) => {
  const store = new RecordStoreStub()
  await (await begun(store)).session.save({ suspendData: 'kept', location: '' }, learning)
  const launch = store.launch('tea')
  const kept = new Map(store.states)
  const session = new Cmi5Session(launch, now, (input, init) => String(input).includes(asked) ? Promise.resolve(new Response(null, { status: 500 })) : store.ask(input, init))
  expect(await session.start(now())).toBeUndefined()
  expect(await session.save({ suspendData: 'new', location: '' }, passed)).toBe(true)
  expect(store.states).toEqual(kept)
})

it('leads to where the system asks for', async () => {
  const { session } = await begun(new RecordStoreStub(undefined, { returnURL: 'https://lms.test/back' }))
  expect(session.returnUrl).toBe('https://lms.test/back')
})
