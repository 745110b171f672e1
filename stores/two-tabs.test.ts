import type { Answer, Progress } from '../core/progress.ts'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { packProgress, PROGRESS_VERSION } from '../core/packed-progress.ts'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { readSaved } from '../core/saved-progress.ts'
import { NOON, questionOf } from '../tests/components/mount.ts'
import { PROGRESS_KEY } from './keys.ts'
import { useProgressStore } from './progress.ts'

const colour = await questionOf('tea.colour')
const text = () => localStorage.getItem(PROGRESS_KEY)
const saved = (): Progress => readSaved(text()!).progress
const textOf = (progress: Progress) => JSON.stringify(packProgress(progress))
const questions = (progress: Progress) => progress.answers.map(({ question }) => question)

/** What another tab knows: one answer of its own, given a second earlier. */
const theirs: Answer = { question: 'rain.colour', response: 'b', score: 0, atMs: NOON - 1000, mode: 'quiz', revision: 1 }
const otherTab: Progress = { ...emptyProgress(), answers: [theirs], seen: { 'rain.start': NOON - 2000 } }

async function answer() {
  useProgressStore().answer(scoredAnswer(colour, 'a', 'page'))
  await nextTick()
}

describe('two tabs', () => {
  function hear(newValue: string | null, key: string | null = PROGRESS_KEY) {
    if (newValue === null)
      localStorage.removeItem(key ?? PROGRESS_KEY)
    else
      localStorage.setItem(key!, newValue)
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }))
    return nextTick()
  }

  it('what the other one saved in between is merged and not written over', async () => {
    await answer()
    localStorage.setItem(PROGRESS_KEY, textOf(otherTab))
    useProgressStore().see('tea.start')
    await nextTick()
    expect(questions(saved())).toEqual(['rain.colour', 'tea.colour'])
    expect(saved().seen).toEqual({ 'rain.start': NOON - 2000, 'tea.start': NOON })
  })

  it('an answer of the other one shows here at once, beside those given here', async () => {
    await answer()
    const store = useProgressStore()
    await hear(textOf(otherTab))
    expect(questions(store.progress)).toEqual(['rain.colour', 'tea.colour'])
    expect(store.latest('rain.colour')).toEqual(theirs)
    expect(store.progress.seen).toEqual(otherTab.seen)
  })

  it('a belief that the other one has read and saved is the same one, in whatever order a page gave its fields', async () => {
    const store = useProgressStore()
    store.place([{ section: 'tea', approved: true, evidence: 'promising', moment: 'before' }])
    await nextTick()
    const read = textOf({ ...saved(), answers: [theirs] })
    await hear(read)
    expect(store.progress.beliefs).toHaveLength(1)
    expect(text()).toBe(read)
  })

  it('hearing of its own answers again doubles nothing, and changes nothing that is saved', async () => {
    await answer()
    useProgressStore().see('tea.verdict')
    useProgressStore().see('tea.start')
    await nextTick()
    await hear(text())
    const once = text()
    await hear(once)
    expect(text(), 'tabs must not answer each other for ever').toBe(once)
    expect(useProgressStore().progress.answers.length).toBe(1)
  })

  it('what was forgotten in another tab is forgotten here too', async () => {
    await answer()
    await hear(null, PROGRESS_KEY)
    expect(useProgressStore().progress.answers).toEqual([])
  })

  it.each([
    ['another key', textOf(otherTab), 'something.else'],
    ['a cleared storage', null, null],
    ['something damaged', '{"version"', PROGRESS_KEY],
    ['a newer version', JSON.stringify({ ...otherTab, version: PROGRESS_VERSION + 1 }), PROGRESS_KEY],
  ])('%s changes nothing here', async (_, newValue, key) => {
    await answer()
    const before = useProgressStore().progress
    await hear(newValue, key)
    expect(useProgressStore().progress).toEqual(before)
  })
})
