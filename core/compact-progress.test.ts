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

const { outline, sections, headlines } = await loadCourse(process.cwd())
const course = { sections: outline.sections, headlines: headlines.map(({ id }) => id) }
const dayAt = (atMs: number) => Math.floor(atMs / 86_400_000)
const asked = new Map([...sections.flatMap(section => section.questions), ...headlines].map(question => [question.id, question]))

/** Somebody who saw every slide, passed every part by two quizzes on two days, and answered every question so many times, a quarter of a minute each. */
function learner(times: number, wanted = outline.sections): Progress {
  let atMs = Date.UTC(2026, 10, 1)
  const seen = Object.fromEntries(wanted.flatMap(({ slides }) => slides.map(({ id }) => [id, atMs += 21_000])))
  const answers: Answer[] = []
  const say = ({ id, revision }: { id: string, revision: number }, score: number) =>
    answers.push({ question: id, response: solution(asked.get(id)!), score, atMs: atMs += 14_321, mode: 'quiz', revision, confidence: 'sure' })
  const attempts = [0, 4].flatMap((from) => {
    atMs += 2 * 86_400_000
    return wanted.map(({ id, questions: bank }) => {
      const startedAtMs = atMs += 900
      // A headline may stand first.
      const drawn = [...headlines.slice(from, from + 2), ...bank.slice(from, from + 4)]
      drawn.forEach(question => say(question, 1))
      return { section: id, seed: `seed${startedAtMs % 999}`, questions: drawn.map(({ id }) => id), sinceMs: startedAtMs, startedAtMs, feedback: 'each' as const, origin: 'drawn' as const }
    })
  })
  for (let time = 0; time < times; time++) {
    atMs += 3 * 86_400_000
    wanted.forEach(({ questions: bank }) => bank.forEach(question => say(question, answers.length % 3 ? 1 : 0.5)))
  }
  const beliefs = wanted.flatMap(({ id }) => (['before', 'after'] as const).map(moment => ({ section: id, moment, approved: true, evidence: 'mixed' as const, atMs: atMs += 9_000 })))
  return mergeProgress(emptyProgress(), { answers, attempts, beliefs, seen, clocks: [] })
}

function recordOf(progress: Progress, section: typeof outline.sections[number]) {
  const { quiz, isOldRule, quizScore } = sectionRecord(progress, section, dayAt)
  return { quiz, isOldRule, quizScore: quizScore?.toFixed(9) }
}

describe('progress for systems that keep little', () => {
  it('tells every id of the course apart', () => {
    expect(meetingIds(course)).toEqual([])
  })

  it.each([1, 2, 5, 20])('fits 4,096 characters for a learner who answered every question %i times, with every pass', (times) => {
    const progress = learner(times)
    const text = compactProgress(progress, course, 4096, dayAt)
    const read = readCompact(text, course)
    // The measured lengths stand in docs/exports.md.
    expect(text.length).toBeLessThanOrEqual(4096)
    for (const section of outline.sections)
      expect(recordOf(read, section)).toEqual(recordOf(progress, section))
  })

  it.each([1, 2, 5, 20])('fits 4,096 characters for each section answered %i times, with the latest answer to every question and headline', (times) => {
    for (const section of outline.sections) {
      const progress = learner(times, [section])
      const text = compactProgress(progress, course, 4096, dayAt)
      const read = readCompact(text, course)
      expect(text.length).toBeLessThanOrEqual(4096)
      expect(new Set(read.answers.map(({ question }) => question)).size).toBe(section.questions.length + 4)
      expect(sectionRecord(read, section, dayAt)).toEqual(sectionRecord(progress, section, dayAt))
    }
  })

  const tinySections = ['tea', 'rain'].map(id => sectionFixture(id, ['a', 'b', 'c'], [], ['a', 'b', 'c']))
  const tiny = { sections: tinySections, headlines: [] }

  it('comes back whole where there is room, slides seen to the minute', () => {
    fc.assert(fc.property(anyProgress, (any) => {
      // A score that nothing tells from another makes two answers one.
      const progress = mergeProgress(emptyProgress(), { ...any, answers: any.answers.map(answer => ({ ...answer, score: Number(answer.score.toFixed(9)) })) })
      const read = readCompact(compactProgress(progress, tiny, Infinity, dayAt), tiny)
      expect(read.beliefs).toEqual(progress.beliefs)
      expect(read.answers.map(answer => ({ ...answer, score: answer.score.toFixed(9) }))).toEqual(progress.answers.map(answer => ({ ...answer, score: answer.score.toFixed(9) })))
      expect(Object.keys(read.seen).sort()).toEqual(Object.keys(progress.seen).sort())
    }))
  })

  it('never loses a passed quiz or a best result, however little room there is', () => {
    fc.assert(fc.property(anyProgress, fc.nat(200), (progress, limit) => {
      const own = { ...progress, attempts: progress.attempts.map(attempt => ({ ...attempt, sinceMs: Math.min(attempt.sinceMs, attempt.startedAtMs), questions: attempt.questions.filter(id => id.startsWith(`${attempt.section}.`)) })) }
      const read = readCompact(compactProgress(own, tiny, limit, dayAt), tiny)
      for (const section of tinySections)
        expect(recordOf(read, section)).toEqual(recordOf(own, section))
    }), { numRuns: 500 })
  })

  it('is refused where it was cut off', () => {
    const text = compactProgress(learner(1), course, 4096, dayAt)
    expect(() => readCompact(text.slice(0, 100), course)).toThrow()
  })

  it('keeps what it knows when questions are added and retired', () => {
    const progress = mergeProgress(emptyProgress(), { ...emptyProgress(), answers: ['tea.a', 'tea.b'].map((question, place) => ({ question, response: 'a', score: 1, atMs: place + 1, mode: 'page', revision: 1 })) })
    const later = tinySections.map(section => ({ ...section, questions: section.questions.filter(({ id }) => id !== 'tea.b').concat({ ...section.questions[0]!, id: `${section.id}.new` }) }))
    expect(readCompact(compactProgress(progress, tiny, 4096, dayAt), { ...tiny, sections: later }).answers.map(({ question }) => question)).toEqual(['tea.a'])
  })
})
