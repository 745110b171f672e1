import type { Answer, Progress } from './progress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../content/load-course.ts'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { sectionOf as sectionFixture } from '../tests/fixtures/build.ts'
import { compactProgress, meetingIds, readCompact } from './compact-progress.ts'
import { emptyProgress, mergeProgress } from './progress-parts/index.ts'
import { solution } from './question-types/index.ts'
import { sectionRecord } from './records.ts'

const { outline, sections } = await loadCourse(process.cwd())
function idsOf(wanted = outline.sections) {
  return {
    sections: wanted.map(({ id }) => id),
    questions: wanted.flatMap(({ questions }) => questions.map(({ id }) => id)),
    slides: wanted.flatMap(({ slides }) => slides.map(({ id }) => id)),
  }
}
const questions = new Map(sections.flatMap(section => section.questions).map(question => [question.id, question]))

/** Somebody who saw every slide, passed every quiz at once, and answered every question so many times, a quarter of a minute each. */
function learner(times: number, wanted = outline.sections): Progress {
  let atMs = Date.UTC(2026, 10, 1)
  const seen = Object.fromEntries(wanted.flatMap(({ slides }) => slides.map(({ id }) => [id, atMs += 21_000])))
  const answers: Answer[] = []
  const attempts = wanted.map(({ id, questions: bank }, place) => ({ section: id, seed: `seed${place}x`, questions: bank.slice(0, 6).map(({ id }) => id), sinceMs: 0, startedAtMs: atMs += 900, feedback: 'each' as const }))
  for (let time = 0; time < times; time++) {
    for (const { questions: bank } of wanted) {
      for (const { id, revision } of bank)
        answers.push({ question: id, response: solution(questions.get(id)!), score: time === 0 || answers.length % 3 ? 1 : 0.5, atMs: atMs += 14_321, mode: 'quiz', revision, confidence: 'sure' })
    }
    atMs += 3 * 86_400_000
  }
  const beliefs = wanted.flatMap(({ id }) => (['before', 'after'] as const).map(moment => ({ section: id, moment, approved: true, evidence: 'mixed' as const, atMs: atMs += 9_000 })))
  return mergeProgress(emptyProgress(), { answers, attempts, beliefs, seen, clocks: [] })
}

function recordOf(progress: Progress, section: typeof outline.sections[number]) {
  const { quizPassed, quizScore } = sectionRecord(progress, section)
  return { quizPassed, quizScore: quizScore?.toFixed(9) }
}

describe('progress for systems that keep little', () => {
  it('tells every id of the course apart', () => {
    expect(meetingIds(idsOf())).toEqual([])
  })

  it.each([1, 2, 5, 20])('fits 4,096 characters for a learner who answered every question %i times, with every pass', (times) => {
    const progress = learner(times)
    const text = compactProgress(progress, idsOf(), 4096)
    const read = readCompact(text, idsOf())
    // The measured lengths stand in docs/exports.md.
    expect(text.length).toBeLessThanOrEqual(4096)
    for (const section of outline.sections)
      expect(recordOf(read, section)).toEqual(recordOf(progress, section))
  })

  it.each([1, 2, 5, 20])('fits 4,096 characters for each section answered %i times, with the latest answer to every question', (times) => {
    for (const section of outline.sections) {
      const progress = learner(times, [section])
      const text = compactProgress(progress, idsOf(), 4096)
      const read = readCompact(text, idsOf())
      expect(text.length).toBeLessThanOrEqual(4096)
      expect(new Set(read.answers.map(({ question }) => question)).size).toBe(section.questions.length)
      expect(sectionRecord(read, section)).toEqual(sectionRecord(progress, section))
    }
  })

  const tiny = ['tea', 'rain'].map(id => sectionFixture(id, ['a', 'b', 'c'], [], ['a', 'b', 'c']))

  it('comes back whole where there is room, but for the clocks, and seen to the minute', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      const ids = idsOf(tiny)
      const read = readCompact(compactProgress(progress, ids, Infinity), ids)
      expect(read.beliefs).toEqual(progress.beliefs)
      expect(read.answers.map(answer => ({ ...answer, score: answer.score.toFixed(9) }))).toEqual(progress.answers.map(answer => ({ ...answer, score: answer.score.toFixed(9) })))
      expect(Object.keys(read.seen).sort()).toEqual(Object.keys(progress.seen).sort())
    }))
  })

  it('never loses a passed quiz or a best result, however little room there is', () => {
    fc.assert(fc.property(anyProgress, fc.nat(200), (progress, limit) => {
      const ids = idsOf(tiny)
      const own = { ...progress, attempts: progress.attempts.map(attempt => ({ ...attempt, sinceMs: Math.min(attempt.sinceMs, attempt.startedAtMs), questions: attempt.questions.filter(id => id.startsWith(`${attempt.section}.`)) })) }
      const read = readCompact(compactProgress(own, ids, limit), ids)
      for (const section of tiny)
        expect(recordOf(read, section)).toEqual(recordOf(own, section))
    }), { numRuns: 500 })
  })

  it('is refused where it was cut off', () => {
    const text = compactProgress(learner(1), idsOf(), 4096)
    expect(() => readCompact(text.slice(0, 100), idsOf())).toThrow()
  })

  it('keeps what it knows when questions are added and retired', () => {
    const ids = idsOf(tiny)
    const progress = mergeProgress(emptyProgress(), { ...emptyProgress(), answers: ['tea.a', 'tea.b'].map((question, place) => ({ question, response: 'a', score: 1, atMs: place + 1, mode: 'page', revision: 1 })) })
    const later = { ...ids, questions: ['tea.new', ...ids.questions.filter(id => id !== 'tea.b')] }
    expect(readCompact(compactProgress(progress, ids, 4096), later).answers.map(({ question }) => question)).toEqual(['tea.a'])
  })
})
