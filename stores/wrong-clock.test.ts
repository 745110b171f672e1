import type { SectionOutline } from '../core/course.ts'
import type { Belief } from '../core/progress.ts'
import { course } from 'virtual:course'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { latestBelief } from '../core/beliefs.ts'
import { scoredAnswer } from '../core/question-types/index.ts'
import { knownIn, quizResult } from '../core/records.ts'
import { whereToContinue } from '../core/where-to-continue.ts'
import { NOON, questionOf, reload } from '../tests/components/mount.ts'
import { localDay } from './localDay.ts'
import { useProgressStore } from './progress.ts'
import { drawQuizOf, quizOf } from './sectionQuiz.ts'

const [tea, rain] = course.sections as [SectionOutline, SectionOutline]
const colour = await questionOf('tea.colour')
const several = await questionOf('tea.several')
const A_YEAR_LATER = NOON + 365 * 86_400_000
const belief = (approved: boolean): Omit<Belief, 'atMs'> => ({ section: 'tea', moment: 'before', approved, evidence: 'mixed' })

describe('where the clock ran ahead by a year and is right again', () => {
  /** Something happens a year ahead, and is saved. */
  async function ahead(happen: (store: ReturnType<typeof useProgressStore>) => void) {
    vi.setSystemTime(A_YEAR_LATER)
    happen(useProgressStore())
    await nextTick()
    vi.setSystemTime(NOON)
    return reload()
  }

  it('a quiz that was begun meanwhile can be answered', async () => {
    const store = await ahead(store => drawQuizOf(store, tea, []))
    store.answer(scoredAnswer(colour, 'a', 'quiz'))
    expect(quizResult(store.progress, quizOf(store, tea, []), knownIn(tea)).answers.map(({ question }) => question)).toEqual(['tea.colour'])
  })

  it('a quiz begun since then is the one to go on with, also after a reload', async () => {
    const store = await ahead(store => drawQuizOf(store, tea, []))
    const again = drawQuizOf(store, tea, [])
    await nextTick()
    expect(quizOf(reload(), tea, [])).toEqual(again)
  })

  it('a claim placed since then is the one that stands, also after a reload', async () => {
    const store = await ahead(store => store.place([belief(true)]))
    store.place([belief(false)])
    await nextTick()
    expect(latestBelief(reload().progress, 'tea', 'before')?.approved).toBe(false)
  })

  it('an answer since then is where to go on, whatever was read meanwhile', async () => {
    const store = await ahead(store => store.see(rain.slides[0]!.id))
    store.answer(scoredAnswer(several, ['a'], 'page'))
    expect(whereToContinue(store.progress, course.sections, localDay)?.id).toBe('tea')
  })
})
