import type { Answer, Progress } from '../core/progress.ts'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { packProgress } from '../core/packed-progress.ts'
import { emptyProgress, mergeProgress } from '../core/progress-parts/index.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { readSaved } from '../core/saved-progress.ts'
import { NOON, openPage, questionOf } from '../tests/components/mount.ts'
import { PROGRESS_KEY } from './keys.ts'
import { useProgressStore } from './progress.ts'

const colour = await questionOf('tea.colour')
const saved = (): Progress => readSaved(localStorage.getItem(PROGRESS_KEY)!).progress
const questions = (progress: Progress) => progress.answers.map(({ question }) => question)

/** What a later page saved while this one was in memory. */
const theirs: Answer = { question: 'rain.colour', response: 'b', score: 0, atMs: NOON - 1000, mode: 'quiz', revision: 1 }
const later: Progress = { ...emptyProgress(), answers: [theirs], seen: { 'rain.start': NOON - 2000 } }
const leave = () => localStorage.setItem(PROGRESS_KEY, JSON.stringify(packProgress(mergeProgress(saved(), later))))

async function answer(response = 'a') {
  useProgressStore().answer(scoredAnswer(colour, response, 'page'))
  await nextTick()
}

describe('a page that comes back from the browser’s memory', () => {
  /** No storage event comes to a page in memory; it hears that it is shown again. */
  const comeBack = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))

  it('shows what was saved meanwhile', async () => {
    await answer()
    leave()
    comeBack()
    expect(questions(useProgressStore().progress)).toEqual(['rain.colour', 'tea.colour'])
    expect(useProgressStore().progress.seen).toEqual(later.seen)
  })

  it('never saves over it', async () => {
    await answer()
    leave()
    comeBack()
    for (const slide of ['tea.start', 'tea.verdict']) {
      useProgressStore().see(slide)
      await nextTick()
    }
    expect(questions(saved())).toEqual(['rain.colour', 'tea.colour'])
  })

  it('never saves over it where nobody said that it came back', async () => {
    await answer()
    leave()
    for (const slide of ['tea.start', 'tea.verdict']) {
      useProgressStore().see(slide)
      await nextTick()
    }
    expect(questions(saved())).toEqual(['rain.colour', 'tea.colour'])
    expect(questions(useProgressStore().progress), 'shown here too').toEqual(['rain.colour', 'tea.colour'])
  })

  it.each([['and that it came back is heard', true], ['and nobody said that it came back', false]])('honours that everything was forgotten meanwhile and begun anew, %s', async (_, heard) => {
    await answer('b')
    const page = useProgressStore()
    const other = openPage()
    other.startAfresh()
    await nextTick()
    other.see('rain.start')
    await nextTick()
    if (heard) {
      comeBack()
      expect(page.progress.answers).toEqual([])
    }
    page.answer(scoredAnswer(colour, 'a', 'page'))
    await nextTick()
    expect(saved().answers.map(({ response }) => response)).toEqual(['a'])
    expect(Object.keys(saved().seen)).toEqual(['rain.start'])
    expect(page.progress).toEqual(saved())
  })

  it('honours that a fresh start was taken back', async () => {
    await answer('b')
    const page = useProgressStore()
    const other = openPage()
    const undo = other.startAfresh()
    await nextTick()
    undo()
    await nextTick()
    comeBack()
    expect(page.progress.answers.map(({ response }) => response)).toEqual(['b'])
  })
})
