import type { SectionOutline } from '../core/course.ts'
import { course } from 'virtual:course'
import { describe, expect, it, vi } from 'vitest'
import { nextTick, watchEffect } from 'vue'
import { emptyProgress } from '../core/progress-parts/index.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { whereToContinue } from '../core/where-to-continue.ts'
import { aMinuteLater, NOON, questionOf, reload } from '../tests/components/mount.ts'
import { localDay } from './localDay.ts'
import { useProgressStore } from './progress.ts'
import { drawQuizOf, quizOf } from './sectionQuiz.ts'

const [tea, rain] = course.sections as [SectionOutline, SectionOutline]
const colour = await questionOf('tea.colour')
const several = await questionOf('tea.several')

describe('an answer', () => {
  it('is kept as an event: question, response, score, time, mode, revision', () => {
    const store = useProgressStore()
    store.answer(scoredAnswer(several, ['a'], 'slide'))
    expect(store.progress.answers).toEqual([{ question: 'tea.several', response: ['a'], score: 0.5, atMs: NOON, mode: 'slide', revision: 1 }])
  })

  it('carries the revision of the question as it was asked', () => {
    const store = useProgressStore()
    store.answer(scoredAnswer({ ...colour, revision: 3 }, 'a', 'page'))
    expect(store.latest('tea.colour')?.revision).toBe(3)
  })

  it('does not take the place of an earlier one; the latest counts', () => {
    const store = useProgressStore()
    store.answer(scoredAnswer(colour, 'b', 'page'))
    aMinuteLater()
    store.answer(scoredAnswer(colour, 'a', 'quiz'))
    expect(store.progress.answers.map(({ response }) => response)).toEqual(['b', 'a'])
    expect(store.latest('tea.colour')?.response).toBe('a')
  })

  it('is looked for only since a given time', () => {
    const store = useProgressStore()
    store.answer(scoredAnswer(colour, 'a', 'page'))
    expect(store.latest('tea.colour', NOON)?.response).toBe('a')
    expect(store.latest('tea.colour', NOON + 1)).toBeUndefined()
    expect(store.latest('tea.several')).toBeUndefined()
  })

  it('is seen by whoever watches, as progress is replaced as a whole', () => {
    const store = useProgressStore()
    const before = store.progress
    const scores: (number | undefined)[] = []
    const stop = watchEffect(() => scores.push(store.latest('tea.colour')?.score), { flush: 'sync' })
    store.answer(scoredAnswer(colour, 'a', 'page'))
    stop()
    expect(scores).toEqual([undefined, 1])
    expect(store.progress).not.toBe(before)
    expect(before.answers).toEqual([])
  })
})

describe('a slide', () => {
  it.each([
    ['an answer', (store: ReturnType<typeof useProgressStore>) => store.answer(scoredAnswer(several, ['a'], 'page'))],
    ['another slide', (store: ReturnType<typeof useProgressStore>) => store.see('tea.start')],
  ])('is where to go on though the clock once ran ahead, for %s', (_, happen) => {
    const store = useProgressStore()
    vi.setSystemTime(Date.UTC(2100, 0, 1))
    happen(store)
    vi.setSystemTime(NOON)
    store.see(rain.slides[0]!.id)
    expect(whereToContinue(store.progress, course.sections, localDay)?.id).toBe('rain')
  })

  it('is seen the first time, and that time stays', () => {
    const store = useProgressStore()
    store.see('tea.start')
    const once = store.progress
    aMinuteLater()
    store.see('tea.start')
    expect(store.progress).toBe(once)
    store.see('tea.verdict')
    expect(store.progress.seen).toEqual({ 'tea.start': NOON, 'tea.verdict': NOON + 60_000 })
  })
})

describe('a quiz', () => {
  it('is drawn once and then gone on with, also after the page was closed', async () => {
    const attempt = quizOf(useProgressStore(), tea, [])
    expect(quizOf(useProgressStore(), tea, [])).toEqual(attempt)
    await Promise.resolve()
    const store = reload()
    expect(quizOf(store, tea, [])).toEqual(attempt)
    expect(store.progress.attempts.length).toBe(1)
  })

  it('the first time counts what was answered on slides and pages before', () => {
    expect(quizOf(useProgressStore(), tea, [])).toMatchObject({ section: 'tea', sinceMs: 0, startedAtMs: NOON })
  })

  it('taken again counts from now on, and is the one to go on with', () => {
    const store = useProgressStore()
    quizOf(store, tea, [])
    aMinuteLater()
    const again = drawQuizOf(store, tea, [])
    expect(again).toMatchObject({ section: 'tea', sinceMs: NOON + 60_000, startedAtMs: NOON + 60_000 })
    expect(quizOf(store, tea, [])).toEqual(again)
    expect(store.progress.attempts.length).toBe(2)
  })

  it('of one section is not that of another', () => {
    const store = useProgressStore()
    expect(quizOf(store, course.sections[1]!, []).questions.every(id => id.startsWith('rain.'))).toBe(true)
    expect(quizOf(store, tea, []).questions.toSorted()).toEqual(['tea.colour', 'tea.pairs', 'tea.several', 'tea.steps'])
  })
})

describe('a section', () => {
  it('is not started, then learning, then learned by reading and answering its check', () => {
    const store = useProgressStore()
    expect(store.record(tea).state).toBe('not-started')
    store.see('tea.start')
    expect(store.record(tea)).toMatchObject({ state: 'learning', slidesSeen: 1, slidesTotal: 3, checksAnswered: 0, checksTotal: 1 })
    tea.slides.forEach(({ id }) => store.see(id))
    store.answer(scoredAnswer(colour, 'b', 'slide'))
    expect(store.record(tea)).toMatchObject({ state: 'learned', slidesSeen: 3, checksAnswered: 1, quiz: 'open' })
    expect(store.record(course.sections[1]!).state).toBe('not-started')
  })
})

describe('a fresh start', () => {
  it('forgets everything, here and in what is saved', async () => {
    const store = useProgressStore()
    store.see('tea.start')
    store.answer(scoredAnswer(colour, 'a', 'page'))
    await nextTick()
    store.startAfresh()
    await nextTick()
    expect(store.progress).toEqual(emptyProgress())
    expect(reload().progress).toEqual(emptyProgress())
  })

  it('can be taken back, beside what was done since', async () => {
    const store = useProgressStore()
    store.answer(scoredAnswer(colour, 'a', 'page'))
    const undo = store.startAfresh()
    aMinuteLater()
    store.see('tea.start')
    undo()
    await nextTick()
    expect(store.latest('tea.colour')?.response).toBe('a')
    expect(Object.keys(reload().progress.seen)).toEqual(['tea.start'])
    expect(useProgressStore().latest('tea.colour')?.response).toBe('a')
  })
})
