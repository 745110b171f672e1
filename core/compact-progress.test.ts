import type { Answer, Progress } from './progress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '../content/load-course.ts'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt, progressOf, sectionOf as sectionFixture } from '../tests/fixtures/build.ts'
import { diligentLearner } from '../tests/fixtures/diligent-learner.ts'
import { meetingIds, readCompact } from './compact-format.ts'
import { compactProgress } from './compact-progress.ts'
import { emptyProgress, mergeProgress } from './progress-parts/index.ts'
import { sectionRecord } from './records.ts'

const loaded = await loadCourse(process.cwd())
const { outline, headlines } = loaded
const course = { sections: outline.sections, headlines: headlines.map(({ id }) => id) }
const dayAt = (atMs: number) => Math.floor(atMs / 86_400_000)
const learner = (times: number, wanted = outline.sections) => diligentLearner(loaded, times, wanted)

function recordOf(progress: Progress, section: typeof outline.sections[number]) {
  const { quiz, isOldRule, quizScore } = sectionRecord(progress, section, dayAt)
  return { quiz, isOldRule, quizScore: quizScore?.toFixed(9) }
}

/** @returns the attempts as a course makes them: of questions of their section, from a time before they began */
function ownAttempts({ attempts }: Progress): Progress['attempts'] {
  return attempts.map(attempt => ({ ...attempt, sinceMs: Math.min(attempt.sinceMs, attempt.startedAtMs), questions: attempt.questions.filter(id => id.startsWith(`${attempt.section}.`)) }))
}

describe('progress for systems that keep little', () => {
  it('tells every id of the course apart', () => {
    expect(meetingIds(course)).toEqual([])
  })

  it.each([1, 2, 5, 20])('fits 4,096 characters for a learner who answered every question %i times, with every pass', (times) => {
    const progress = learner(times)
    const text = compactProgress(progress, course, 4096, dayAt)
    const read = readCompact(text, course)
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
      expect(new Set(read.answers.map(({ question }) => question)).size).toBe(section.questions.length + headlines.length)
      expect(sectionRecord(read, section, dayAt)).toEqual(sectionRecord(progress, section, dayAt))
    }
  })

  it('keeps every section learned that was learned by its slides and checks, without a quiz', () => {
    const whole = learner(5)
    const progress = { ...whole, attempts: [] }
    const read = readCompact(compactProgress(progress, course, 4096, dayAt), course)
    expect(read.answers.length).toBeLessThan(progress.answers.length)
    const states = (of: Progress) => outline.sections.map(section => sectionRecord(of, section, dayAt).state)
    expect(states(progress)).toEqual(outline.sections.map(() => 'learned'))
    expect(states(read)).toEqual(states(progress))
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
      const own = { ...progress, attempts: ownAttempts(progress) }
      const read = readCompact(compactProgress(own, tiny, limit, dayAt), tiny)
      for (const section of tinySections)
        expect(recordOf(read, section)).toEqual(recordOf(own, section))
    }), { numRuns: 500 })
  })

  it('drops the oldest first, latest answers last, and of older ones keeps only what a quiz is made of', () => {
    fc.assert(fc.property(anyProgress, fc.nat(400), (any, limit) => {
      const progress = { ...any, attempts: ownAttempts(any) }
      const read = readCompact(compactProgress(progress, tiny, limit, dayAt), tiny)
      const key = ({ question, atMs, mode }: Answer) => `${question} ${atMs} ${mode}`
      const latest = new Set([...new Map(progress.answers.map(answer => [answer.question, answer])).values()].map(key))
      const left = new Set(read.answers.map(key))
      const dropped = progress.answers.filter(answer => !left.has(key(answer)))
      const isOfQuiz = ({ question, atMs }: Answer) => read.attempts.some(({ questions, sinceMs }) => questions.includes(question) && atMs >= sinceMs)
      const isLess = (a: Answer, b: Answer) => latest.has(key(a)) === latest.has(key(b)) ? a.atMs < b.atMs : latest.has(key(b))
      expect(progress.answers.filter(answer => left.has(key(answer)) && dropped.some(gone => isLess(answer, gone)) && !isOfQuiz(answer))).toEqual([])
      // Nothing that is worth more goes before them.
      if (Object.keys(read.seen).length < Object.keys(progress.seen).length || read.beliefs.length < progress.beliefs.length)
        expect(read.answers.filter(answer => !isOfQuiz(answer))).toEqual([])
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

  describe('when what a quiz was passed with is retired', () => {
    const bank = Array.from({ length: 12 }, (_, place) => `q${place}`)
    const section = sectionFixture('tea', ['start'], ['q0'], bank)
    const headlines = ['a', 'b', 'c', 'd'].map(slug => `headlines.${slug}`)
    const ownOf = (from: number) => bank.slice(from, from + 4).map(slug => `tea.${slug}`)
    const quizOn = (day: number, questions: string[]) => ({
      attempt: { ...attemptAt(questions, day * 86_400_000), seed: `s${day}`, origin: 'drawn' as const },
      answers: questions.map((id, place) => answerTo(id, place === 0 ? 0.5 : 1, day * 86_400_000 + 1 + place)),
    })
    const quizzes = [quizOn(1, [...ownOf(0), ...headlines.slice(0, 2)]), quizOn(3, [...ownOf(6), ...headlines.slice(2)])]
    const progress = progressOf({ attempts: quizzes.map(({ attempt }) => attempt), answers: quizzes.flatMap(({ answers }) => answers) })
    const before = { sections: [section], headlines }
    const recordIn = (of: Progress, { sections: [now] }: typeof before) => recordOf(of, now!)

    it.each([
      ['a question', 'tea.q3', before.headlines],
      ['a headline', '', headlines.slice(1)],
      ['a question of each quiz and all headlines', 'tea.q3 tea.q8', []],
    ])('says the same as the whole history: %s', (_, gone, left) => {
      const later = { sections: [{ ...section, questions: section.questions.filter(({ id }) => !gone.split(' ').includes(id)) }], headlines: left }
      expect(recordIn(progress, later).quiz).toBe('passed')
      for (const writer of [before, later]) {
        const read = readCompact(compactProgress(progress, writer, 4096, dayAt), later)
        expect(recordIn(read, later)).toEqual(recordIn(progress, later))
        // As often as it is written and read.
        expect(readCompact(compactProgress(read, later, 4096, dayAt), later)).toEqual(read)
      }
    })

    it('keeps a quiz counted that was written before headlines were told apart', () => {
      const later = { ...before, sections: [{ ...section, questions: section.questions.filter(({ id }) => id !== 'tea.q3') }] }
      const text = compactProgress(progressOf({ ...progress, attempts: quizzes.map(({ attempt }) => attempt) }), before, 4096, dayAt)
      expect(recordIn(readCompact(text.slice(0, -1), later), later)).toEqual(recordIn(progress, later))
    })
  })
})
