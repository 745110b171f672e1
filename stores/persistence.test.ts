import type { Answer, Progress } from '../core/progress.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { packProgress, PROGRESS_VERSION } from '../core/packed-progress.ts'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { readSaved } from '../core/saved-progress.ts'
import { aMinuteLater, NOON, questionOf, reload } from '../tests/components/mount.ts'
import { damagedText } from './damaged.ts'
import { PROGRESS_KEY } from './keys.ts'
import { useProgressStore } from './progress.ts'

const colour = await questionOf('tea.colour')
const text = () => localStorage.getItem(PROGRESS_KEY)
const problem = () => useProgressStore().storageProblem
const saved = (): Progress => readSaved(text()!).progress
const textOf = (progress: Progress) => JSON.stringify(packProgress(progress))

/** What another tab knows: one answer of its own, given a second earlier. */
const theirs: Answer = { question: 'rain.colour', response: 'b', score: 0, atMs: NOON - 1000, mode: 'quiz', revision: 1 }
const otherTab: Progress = { ...emptyProgress(), answers: [theirs], seen: { 'rain.start': NOON - 2000 } }

async function answer(response = 'a') {
  useProgressStore().answer(scoredAnswer(colour, response, 'page'))
  aMinuteLater()
  await nextTick()
}
const questions = (progress: Progress) => progress.answers.map(({ question }) => question)

/** What a browser that forbids storage does: any access throws. */
function forbidStorage() {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() { throw new DOMException('The operation is insecure.', 'SecurityError') },
  })
  return () => Object.defineProperty(globalThis, 'localStorage', before)
}

/** A storage with room for so many characters in all, which still may be read. */
function fillStorage(room = 0) {
  const real = localStorage
  const used = () => Object.keys(real).reduce((sum, key) => sum + real.getItem(key)!.length, 0)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => real.getItem(key),
    removeItem: (key: string) => real.removeItem(key),
    setItem(key: string, value: string) {
      if (used() - (real.getItem(key)?.length ?? 0) + value.length > room)
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      real.setItem(key, value)
    },
  })
  return () => vi.unstubAllGlobals()
}

let allowStorage: (() => void) | undefined
afterEach(() => {
  allowStorage?.()
  allowStorage = undefined
})

describe('what is saved', () => {
  it('stands under one key of the course, which never changes', async () => {
    await answer()
    expect(PROGRESS_KEY).toBe('tea-and-rain.progress')
    expect(Object.keys(localStorage)).toEqual([PROGRESS_KEY])
  })

  it('is JSON with its version and the whole history', async () => {
    await answer()
    expect(JSON.parse(text()!)).toEqual({
      version: PROGRESS_VERSION,
      answers: { 'tea.colour': { given: [['a', 1]], at: `0 ${NOON.toString(36)} 4;` } },
      attempts: {},
      beliefs: [],
      seen: {},
    })
  })

  it('is nothing before anything is done', async () => {
    await nextTick()
    expect(text()).toBeNull()
    expect(problem()).toBeUndefined()
  })

  it('comes back when the page is opened again', async () => {
    useProgressStore().see('tea.start')
    await answer()
    const before = useProgressStore().progress
    const after = reload().progress
    expect(after).not.toBe(before)
    expect(after).toEqual(before)
    expect(problem()).toBeUndefined()
  })

  it('of the first version comes back whole, and is saved as this version', async () => {
    localStorage.setItem(PROGRESS_KEY, JSON.stringify({ version: 1, answers: [theirs], attempts: [], seen: {} }))
    expect(reload().progress.answers).toEqual([theirs])
    await answer()
    expect(JSON.parse(text()!).version).toBe(PROGRESS_VERSION)
    expect(questions(saved())).toEqual(['rain.colour', 'tea.colour'])
    expect(problem()).toBeUndefined()
  })

  it('comes back without entries that nobody can read, with all others, and the text is set aside', () => {
    const damaged = JSON.stringify({ version: 1, answers: [theirs, 17, { question: 'no id' }], attempts: [], seen: {} })
    localStorage.setItem(PROGRESS_KEY, damaged)
    expect(reload().progress.answers).toEqual([theirs])
    expect(damagedText()).toBe(damaged)
    expect(problem()).toBe('damaged')
  })
})

describe('a browser that forbids storage', () => {
  it('is reported as blocked, and the course works on in memory', async () => {
    allowStorage = forbidStorage()
    const store = reload()
    expect(problem()).toBe('blocked')
    await answer()
    expect(store.latest('tea.colour')?.score).toBe(1)
    expect(problem()).toBe('blocked')
  })

  it('that allows it again is saved to again, and no longer reported', async () => {
    allowStorage = forbidStorage()
    reload()
    await answer('b')
    allowStorage()
    await answer('a')
    expect(saved().answers.map(({ response }) => response)).toEqual(['b', 'a'])
    expect(problem()).toBeUndefined()
  })
})

describe('a storage that is full', () => {
  it('is reported as full, keeps what was saved, and the course works on in memory', async () => {
    await answer('b')
    const before = text()
    fillStorage()
    await answer('a')
    expect(problem()).toBe('full')
    expect(text()).toBe(before)
    expect(useProgressStore().latest('tea.colour')?.response).toBe('a')
  })

  it('that has room again takes everything given meanwhile, and is no longer reported', async () => {
    const makeRoom = fillStorage()
    await answer('b')
    makeRoom()
    await answer('a')
    expect(saved().answers.map(({ response }) => response)).toEqual(['b', 'a'])
    expect(problem()).toBeUndefined()
  })
})

it('what a storage refused that throws now and then is kept when the page is left', async () => {
  allowStorage = forbidStorage()
  await answer()
  expect(problem()).toBe('blocked')
  allowStorage()
  document.dispatchEvent(new Event('visibilitychange'))
  await nextTick()
  expect(questions(saved())).toEqual(['tea.colour'])
  expect(problem()).toBeUndefined()
})

describe('saved progress that is not JSON', () => {
  const damaged = '{"version":1,"answers":[{"quest'

  it('is set aside whole, reported as damaged, and the course starts', () => {
    localStorage.setItem(PROGRESS_KEY, damaged)
    expect(reload().progress).toEqual(emptyProgress())
    expect(localStorage.getItem(`${PROGRESS_KEY}.damaged`)).toBe(damaged)
    expect(problem()).toBe('damaged')
  })

  it('gives way to new answers, and stays set aside', async () => {
    localStorage.setItem(PROGRESS_KEY, damaged)
    reload()
    await answer()
    expect(questions(saved())).toEqual(['tea.colour'])
    expect(localStorage.getItem(`${PROGRESS_KEY}.damaged`)).toBe(damaged)
    expect(problem(), 'still told on this page').toBe('damaged')
    expect(questions(reload().progress)).toEqual(['tea.colour'])
    expect(problem()).toBeUndefined()
  })

  it('is read as far as it can be', () => {
    localStorage.setItem(PROGRESS_KEY, textOf(otherTab).slice(0, -20))
    expect(reload().progress.answers).toEqual([theirs])
  })

  it('is moved where there is no room for a copy', () => {
    localStorage.setItem(PROGRESS_KEY, damaged)
    fillStorage(damaged.length + 10)
    reload()
    expect(damagedText()).toBe(damaged)
    expect(text()).toBeNull()
    expect(problem()).toBe('damaged')
  })

  it('can be thrown away at the learner’s word, and then nothing is reported any more', () => {
    localStorage.setItem(PROGRESS_KEY, damaged)
    reload()
    useProgressStore().discardDamaged()
    expect(damagedText()).toBeUndefined()
    expect(problem()).toBeUndefined()
  })

  it('that was thrown away does not come back on the next page, and what could be read stays', () => {
    const half = textOf({ ...otherTab, answers: [theirs, { ...theirs, atMs: NOON }] }).slice(0, -20)
    localStorage.setItem(PROGRESS_KEY, half)
    const { progress } = reload()
    expect(useProgressStore().hasDamaged).toBe(true)
    useProgressStore().discardDamaged()
    expect(useProgressStore().hasDamaged).toBe(false)
    expect(reload().progress).toEqual(progress)
    expect(damagedText()).toBeUndefined()
    expect(problem()).toBeUndefined()
  })

  it('is set aside once, however many pages are opened', () => {
    localStorage.setItem(PROGRESS_KEY, 'first')
    reload()
    for (const _ of [1, 2, 3]) {
      localStorage.setItem(PROGRESS_KEY, damaged)
      reload()
      reload()
    }
    expect(damagedText()).toBe(`first\n${damaged}`)
  })

  it('is forgotten by a fresh start, and brought back with the rest', async () => {
    localStorage.setItem(PROGRESS_KEY, damaged)
    const store = reload()
    await answer()
    const undo = store.startAfresh()
    await nextTick()
    expect(damagedText()).toBeUndefined()
    expect(store.hasDamaged).toBe(false)
    undo()
    await nextTick()
    expect(damagedText()).toBe(damaged)
    expect(store.hasDamaged).toBe(true)
    expect(questions(saved())).toEqual(['tea.colour'])
  })

  it('is kept beside what was set aside before', () => {
    localStorage.setItem(PROGRESS_KEY, 'first')
    reload()
    localStorage.setItem(PROGRESS_KEY, 'second')
    reload()
    expect(damagedText()).toBe('first\nsecond')
  })

  it('stays whole where it fills the storage, and what is new is said not to be kept', async () => {
    const long = damaged.repeat(100)
    localStorage.setItem(PROGRESS_KEY, long)
    fillStorage(long.length)
    reload()
    await answer()
    expect(damagedText()).toBe(long)
    expect(problem()).toBe('full')
    expect(useProgressStore().latest('tea.colour')?.score).toBe(1)
  })

  it('that appears while the page is open is set aside too', async () => {
    await answer('b')
    localStorage.setItem(PROGRESS_KEY, damaged)
    await answer('a')
    expect(localStorage.getItem(`${PROGRESS_KEY}.damaged`)).toBe(damaged)
    expect(saved().answers.length).toBe(2)
  })
})
