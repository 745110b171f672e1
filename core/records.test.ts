import type { SectionOutline } from './course.ts'
import type { Progress } from './progress.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt, outlineOf, progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { changedSince, latestAttempt, masteryOf, PASS_MARK, quizQuery, quizResult, sectionRecord, sharedQuiz } from './records.ts'

const everyId = () => true
const DAY = 86_400_000
const dayAt = (atMs: number) => Math.floor(atMs / DAY)
const recordOf = (progress: Progress, section: SectionOutline) => sectionRecord(progress, section, dayAt)

/** A finished quiz with these scores, one question each. */
function finished(scores: number[]) {
  const ids = scores.map((_, index) => `tea.q${index}`)
  return { attempt: attemptAt(ids, 100), progress: progressOf({ answers: ids.map((id, index) => answerTo(id, scores[index]!, 101 + index)) }) }
}

function resultOf(scores: number[]) {
  const { attempt, progress } = finished(scores)
  return quizResult(progress, attempt, everyId)
}

describe('the result of a quiz', () => {
  it('has no score before every question is answered', () => {
    const progress = progressOf({ answers: [answerTo('tea.a', 1, 10), answerTo('tea.b', 1, 11)] })
    const result = quizResult(progress, attemptAt(['tea.a', 'tea.b', 'tea.c'], 5), everyId)
    expect(result).toMatchObject({ answers: { length: 2 }, total: 3, isEnough: false })
    expect(result).not.toHaveProperty('score')
  })

  it('is the mean over all questions once every one is answered', () => {
    expect(resultOf([1, 0.5, 0])).toMatchObject({ answers: { length: 3 }, total: 3, score: 0.5, isEnough: false })
  })

  it('takes the first answer to each question', () => {
    const progress = progressOf({ answers: [answerTo('tea.a', 0, 10), answerTo('tea.a', 1, 20), answerTo('tea.b', 1, 30)] })
    expect(quizResult(progress, { ...attemptAt(['tea.a', 'tea.b'], 5), origin: 'drawn' }, everyId)).toMatchObject({ score: 0.5, completeAtMs: 30 })
  })

  it('takes under the old rule the newest answer to each question until the last one is answered', () => {
    const progress = progressOf({ answers: [answerTo('tea.a', 0, 10), answerTo('tea.a', 1, 20), answerTo('tea.b', 1, 30)] })
    expect(quizResult(progress, attemptAt(['tea.a', 'tea.b'], 5), everyId).score).toBe(1)
  })

  it('does not count questions that the course no longer has', () => {
    const progress = progressOf({ answers: [answerTo('tea.a', 1, 10), answerTo('tea.gone', 0, 11)] })
    const known = (id: string) => id !== 'tea.gone' && id !== 'tea.never-answered'
    expect(quizResult(progress, attemptAt(['tea.a', 'tea.gone', 'tea.never-answered'], 5), known)).toMatchObject({ answers: { length: 1 }, total: 1, score: 1, isEnough: true })
  })

  it('has no score and is not passed when the course has none of its questions any more', () => {
    const { attempt, progress } = finished([1, 1])
    expect(quizResult(progress, attempt, () => false)).toEqual({ answers: [], total: 0, isEnough: false })
  })

  it('is passed from exactly 80 per cent', () => {
    expect(PASS_MARK).toBe(0.8)
    expect(resultOf([1, 1, 1, 1, 0]).isEnough).toBe(true)
    expect(resultOf([0.8]).isEnough).toBe(true)
    expect(resultOf([0.79999]).isEnough).toBe(false)
    expect(resultOf([1, 1, 1, 1, 0.5, 0]).isEnough).toBe(false)
  })

  it('is passed where only the last bit of a float is missing from 80 per cent', () => {
    const { score, isEnough } = resultOf([1, 1, 2 / 3, 2 / 3, 2 / 3])
    expect(score).toBeLessThan(0.8)
    expect(isEnough).toBe(true)
  })

  it('lies from 0 to 1 and counts no more answers than questions, for any history', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      for (const attempt of progress.attempts) {
        const { answers, total, score = 0 } = quizResult(progress, attempt, everyId)
        expect(answers.length).toBeLessThanOrEqual(total)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
      }
    }))
  })

  it('stands as it was when its last question was answered, whatever is answered on a page later', () => {
    const { attempt, progress } = finished([1, 1])
    const later = { ...progress.answers[0]!, score: 0, mode: 'page' as const, atMs: progress.answers.at(-1)!.atMs + 1000 }
    expect(quizResult({ ...progress, answers: [...progress.answers, later] }, attempt, everyId).score).toBe(1)
  })

  it('counts what was answered on a slide before in a first attempt, but not in a retake', () => {
    const progress = progressOf({ answers: [answerTo('tea.a', 1, 10, { mode: 'slide' }), answerTo('tea.b', 1, 210)] })
    expect(quizResult(progress, attemptAt(['tea.a', 'tea.b'], 100, 0), everyId)).toMatchObject({ answers: { length: 2 }, score: 1, isEnough: true })
    expect(quizResult(progress, attemptAt(['tea.a', 'tea.b'], 200), everyId)).toMatchObject({ answers: { length: 1 }, total: 2, isEnough: false })
  })

  it('is not changed by the answers of a later retake', () => {
    const first = attemptAt(['tea.a'], 100, 0)
    const retake = attemptAt(['tea.a'], 200)
    const progress = progressOf({ answers: [answerTo('tea.a', 1, 110), answerTo('tea.a', 0, 210)], attempts: [first, retake] })
    expect(quizResult(progress, first, everyId).score).toBe(1)
    expect(quizResult(progress, retake, everyId).score).toBe(0)
  })

  it('is not cut short by a later quiz of another section', () => {
    const first = attemptAt(['tea.a'], 100)
    const progress = progressOf({ answers: [answerTo('tea.a', 1, 300)], attempts: [first, { ...attemptAt(['rain.a'], 200), section: 'rain' }] })
    expect(quizResult(progress, first, everyId).score).toBe(1)
  })
})

const tea = sectionOf('tea', ['start', 'check', 'end'], ['colour'], ['colour', 'steps'])
const seenAll = { 'tea.start': 1, 'tea.check': 2, 'tea.end': 3 }

describe('where somebody stands in a section', () => {
  it('is not started without anything seen or answered', () => {
    expect(recordOf(progressOf({}), tea)).toEqual({
      slidesSeen: 0,
      slidesTotal: 3,
      checksAnswered: 0,
      checksTotal: 1,
      quizScore: undefined,
      quiz: 'open',
      isOldRule: false,
      state: 'not-started',
    })
  })

  it('is not started by what happened in another section', () => {
    expect(recordOf(progressOf({ answers: [answerTo('rain.colour', 1, 1)], seen: { 'rain.start': 1 } }), tea).state).toBe('not-started')
  })

  it.each<[string, Partial<Progress>]>([
    ['a slide was seen', { seen: { 'tea.start': 1 } }],
    ['a question was answered', { answers: [answerTo('tea.steps', 0, 1)] }],
    ['all slides were seen but the check is open', { seen: seenAll }],
    ['the check was answered but a slide is unseen', { answers: [answerTo('tea.colour', 1, 1)], seen: { 'tea.start': 1 } }],
    ['a quiz was finished but not passed', { answers: [answerTo('tea.steps', 0.7, 20)], attempts: [attemptAt(['tea.steps'], 10)] }],
  ])('is being learned when %s', (_name, parts) => {
    expect(recordOf(progressOf(parts), tea).state).toBe('learning')
  })

  it('is learned when every slide is seen and every check answered, rightly or not', () => {
    const record = recordOf(progressOf({ answers: [answerTo('tea.colour', 0, 4)], seen: seenAll }), tea)
    expect(record).toMatchObject({ slidesSeen: 3, checksAnswered: 1, state: 'learned', quiz: 'open' })
  })

  it('is learned when the quiz is passed, without a slide seen', () => {
    const progress = progressOf({ answers: [answerTo('tea.steps', 0.8, 20)], attempts: [attemptAt(['tea.steps'], 10)] })
    expect(recordOf(progress, tea)).toMatchObject({ quizScore: 0.8, quiz: 'passed', state: 'learned' })
  })

  it('keeps the best finished quiz, also after a worse or unfinished retake of the same questions', () => {
    const attempts = [attemptAt(['tea.steps'], 10), attemptAt(['tea.steps'], 30), attemptAt(['tea.steps', 'tea.colour'], 50)]
    const progress = progressOf({ answers: [answerTo('tea.steps', 1, 20), answerTo('tea.steps', 0, 40)], attempts })
    expect(recordOf(progress, tea)).toMatchObject({ quizScore: 1, quiz: 'passed', state: 'learned' })
  })
})

describe('after the course has changed', () => {
  const progress = progressOf({
    answers: [answerTo('tea.colour', 1, 4, { mode: 'page' }), answerTo('tea.steps', 1, 20), answerTo('tea.retired', 0, 21)],
    attempts: [attemptAt(['tea.steps', 'tea.retired'], 10)],
    seen: { ...seenAll, 'tea.retired-slide': 5 },
  })
  const grown: SectionOutline = {
    ...tea,
    title: 'Tea, told anew',
    lead: 'Other words.',
    slides: [{ id: 'tea.new', title: 'New', layout: 'people' }, ...tea.slides.map(slide => ({ ...slide, title: `${slide.title}, reworded`, layout: 'verdict' }))],
    questions: [outlineOf('tea.new', 'tea.second'), ...tea.questions.map(question => ({ ...question, revision: 2 }))],
  }

  it('keeps what was seen, answered and passed when slides and questions are put in before and words change', () => {
    expect(recordOf(progress, grown)).toEqual({ ...recordOf(progress, tea), slidesTotal: 4 })
  })

  it('does not mind in which order slides and questions stand', () => {
    const turned = { ...tea, slides: tea.slides.toReversed(), questions: tea.questions.toReversed() }
    expect(recordOf(progress, turned)).toEqual(recordOf(progress, tea))
  })
})

describe('the newest attempt', () => {
  it('is the last one of this section', () => {
    const [first, second] = [attemptAt(['tea.a'], 1), attemptAt(['tea.b'], 2)]
    const progress = progressOf({ attempts: [first!, second!, { ...attemptAt(['rain.a'], 3), section: 'rain' }] })
    expect(latestAttempt(progress, 'tea')).toEqual(second)
    expect(latestAttempt(progress, 'pain')).toBeUndefined()
  })
})

describe('mastery of a section', () => {
  const learning = { slidesSeen: 1, slidesTotal: 2, checksAnswered: 0, checksTotal: 1, quiz: 'open' as const, isOldRule: false, state: 'learning' as const }
  const passed = { ...learning, quizScore: 0.8, quiz: 'passed' as const, state: 'learned' as const }

  it.each([
    ['not-started', { ...learning, state: 'not-started' as const }, { due: 0, reviewed: 0 }],
    ['learning', learning, { due: 0, reviewed: 5 }],
    ['learning', { ...learning, state: 'learned' as const }, { due: 0, reviewed: 5 }],
    ['practised', { ...learning, quiz: 'practised' as const }, { due: 0, reviewed: 5 }],
    ['passed', passed, { due: 0, reviewed: 0 }],
    ['passed', passed, { due: 2, reviewed: 5 }],
    ['mastered', passed, { due: 0, reviewed: 1 }],
  ] as const)('is %s', (mastery, record, reviews) => {
    expect(masteryOf(record, reviews)).toBe(mastery)
  })
})

describe('questions that changed since they were answered', () => {
  it('are those whose latest answer was given to an older revision', () => {
    const bank = [outlineOf('tea.a', 'tea.first', { revision: 2 }), outlineOf('tea.b', 'tea.first', { revision: 2 }), outlineOf('tea.c')]
    const answers = [answerTo('tea.a', 1, 1), answerTo('tea.b', 1, 2), answerTo('tea.b', 1, 3, { revision: 2 }), answerTo('tea.c', 1, 4)]
    expect(changedSince(progressOf({ answers }), bank).map(question => question.id)).toEqual(['tea.a'])
  })
})

describe('a quiz that is shared by its address', () => {
  const section = { ...sectionOf('tea', ['start'], ['a'], ['a', 'b', 'c']), questions: [outlineOf('tea.a'), outlineOf('tea.b'), outlineOf('tea.c', 'tea.first', { quiz: false })] }
  const read = (query: Record<string, unknown>) => sharedQuiz(query, section)

  it('comes out as it went in', () => {
    const { questions, seed } = { ...attemptAt(['tea.b', 'tea.a'], 5), seed: 'k3x9' }
    const query = Object.fromEntries(new URLSearchParams(quizQuery({ ...attemptAt(questions, 5), seed })))
    expect(read(query)).toEqual({ questions, seed })
  })

  it('asks only what this section’s quiz may ask, and nothing twice', () => {
    expect(read({ questions: 'a,c,gone,a,__proto__,b', seed: 'x' })?.questions).toEqual(['tea.a', 'tea.b'])
  })

  it.each([[{}], [{ questions: ['a', 'b'] }], [{ questions: null }]])('is none where the address names no question: %j', (query) => {
    expect(read(query)).toBeUndefined()
  })

  it.each(['', 'gone', 'gone,c'])('has no question where none is known: "%s"', (questions) => {
    expect(read({ questions })?.questions).toEqual([])
  })

  it('takes no seed that is none', () => {
    for (const seed of [undefined, '', '<b>', 'x'.repeat(33), ['x']])
      expect(read({ questions: 'a', seed })?.seed).toBe('shared')
  })

  it('can be read from any address without throwing', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('questions', 'seed'), fc.anything()), (query) => {
      read(query)
    }))
  })
})
