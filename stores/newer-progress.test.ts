import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { PROGRESS_VERSION } from '../core/packed-progress.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { readSaved } from '../core/saved-progress.ts'
import { aMinuteLater, questionOf, reload } from '../tests/components/mount.ts'
import { damagedText } from './damaged.ts'
import { PROGRESS_KEY } from './keys.ts'
import { useProgressStore } from './progress.ts'

const colour = await questionOf('tea.colour')
const text = () => localStorage.getItem(PROGRESS_KEY)
const problem = () => useProgressStore().storageProblem
const responsesIn = (saved: string) => readSaved(saved).progress.answers.map(({ response }) => response)

async function answer(response = 'a') {
  useProgressStore().answer(scoredAnswer(colour, response, 'page'))
  aMinuteLater()
  await nextTick()
}

describe('progress of a newer version of the course', () => {
  const newer = JSON.stringify({ version: PROGRESS_VERSION + 1, journal: ['something unknown'] })

  it('is left untouched and reported, and the course works on in memory', async () => {
    localStorage.setItem(PROGRESS_KEY, newer)
    const store = reload()
    expect(problem()).toBe('newer')
    await answer()
    expect(text()).toBe(newer)
    expect(Object.keys(localStorage)).toEqual([PROGRESS_KEY])
    expect(store.latest('tea.colour')?.score).toBe(1)
  })

  it('saved by another tab while this one is open is left untouched too', async () => {
    await answer('b')
    localStorage.setItem(PROGRESS_KEY, newer)
    await answer('a')
    expect(text()).toBe(newer)
    expect(problem(), 'nothing new is kept, so it is told').toBe('newer')
  })

  it('that is forgotten stands in the way no more: what comes after is saved, and nothing is reported', async () => {
    localStorage.setItem(PROGRESS_KEY, newer)
    const store = reload()
    await answer('b')
    store.startAfresh()
    await answer('a')
    expect(problem()).toBeUndefined()
    expect(responsesIn(text()!)).toEqual(['a'])
    expect(damagedText()).toBeUndefined()
  })

  it('that was forgotten is there again when that is taken back, and is left untouched as before', async () => {
    localStorage.setItem(PROGRESS_KEY, newer)
    const store = reload()
    await answer('b')
    const undo = store.startAfresh()
    await nextTick()
    undo()
    await nextTick()
    expect(text()).toBe(newer)
    expect(problem()).toBe('newer')
    expect(store.latest('tea.colour')?.response).toBe('b')
    expect(damagedText()).toBeUndefined()
    await answer('a')
    expect(text()).toBe(newer)
  })

  it('that comes back after a fresh start takes nothing away that was saved meanwhile', async () => {
    localStorage.setItem(PROGRESS_KEY, newer)
    const store = reload()
    await answer('b')
    const undo = store.startAfresh()
    await answer('a')
    undo()
    await nextTick()
    expect(text()).toBe(newer)
    expect(store.progress.answers.map(({ response }) => response)).toEqual(['b', 'a'])
    expect(responsesIn(damagedText()!)).toEqual(['a'])
  })

  it('that is forgotten before its page has heard of it is there again too', async () => {
    const store = reload()
    await answer('b')
    localStorage.setItem(PROGRESS_KEY, newer)
    store.startAfresh()()
    await nextTick()
    expect(text()).toBe(newer)
    expect(problem()).toBe('newer')
  })
})
