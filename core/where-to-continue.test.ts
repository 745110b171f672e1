import type { Answer } from './progress.ts'
import { describe, expect, it } from 'vitest'
import { answerTo, attemptAt, outlineOf, progressOf, sectionOf } from '../tests/fixtures/build.ts'
import { placeToContinue, quizToContinue, quizUnderWay, stoppedAt, whereToContinue } from './where-to-continue.ts'

const dayAt = (atMs: number) => Math.floor(atMs / 86_400_000)

describe('where somebody stopped in a section', () => {
  const tea = sectionOf('tea', ['start', 'claim', 'check', 'end'], ['check'])
  tea.slides[2]!.question = 'tea.check'
  const stopped = (seen: Record<string, number>, answers: Answer[] = []) => stoppedAt(progressOf({ seen, answers }), tea)?.id

  it('is nowhere where nothing was read, and at its end', () => {
    expect(stopped({})).toBeUndefined()
    expect(stopped({ 'tea.start': 1, 'tea.end': 2 })).toBeUndefined()
  })

  it('is the part after the one that was read last, whatever was skipped before', () => {
    expect(stopped({ 'tea.start': 1 })).toBe('tea.claim')
    expect(stopped({ 'tea.claim': 1 })).toBe('tea.check')
    expect(stopped({ 'tea.check': 1, 'tea.start': 2 })).toBe('tea.claim')
  })

  it('is after a question that was answered, too', () => {
    expect(stopped({ 'tea.start': 1 }, [answerTo('tea.check', 0, 5)])).toBe('tea.end')
  })

  it('is later in the section where two parts were read in one moment', () => {
    expect(stopped({ 'tea.start': 7, 'tea.claim': 7 })).toBe('tea.check')
  })
})

describe('where to go on', () => {
  const sections = ['tea', 'rain', 'sleep'].map(id => sectionOf(id, ['start', 'end'], ['check']))
  const all = (id: string, fromMs: number): [Record<string, number>, Answer] => [
    { [`${id}.start`]: fromMs, [`${id}.end`]: fromMs + 1 },
    answerTo(`${id}.check`, 1, fromMs + 2),
  ]
  function continueAfter(learned: [id: string, fromMs: number][], seen: Record<string, number> = {}) {
    const done = learned.map(([id, fromMs]) => all(id, fromMs))
    return whereToContinue(progressOf({ answers: done.map(([, answer]) => answer), seen: Object.assign({}, ...done.map(([slides]) => slides), seen) }), sections, dayAt)?.id
  }

  it('is the first section for somebody new', () => {
    expect(continueAfter([])).toBe('tea')
  })

  it('is the unfinished section that was touched last', () => {
    expect(continueAfter([], { 'tea.start': 10, 'sleep.start': 20 })).toBe('sleep')
    expect(continueAfter([], { 'tea.start': 30, 'sleep.start': 20 })).toBe('tea')
  })

  it('is the section in which a question was answered last, without a slide seen', () => {
    expect(whereToContinue(progressOf({ answers: [answerTo('rain.check', 0, 50)], seen: { 'tea.start': 10 } }), sections, dayAt)?.id).toBe('rain')
  })

  it('is the next unfinished section after the one that was finished last', () => {
    expect(continueAfter([['tea', 10]])).toBe('rain')
    expect(continueAfter([['rain', 10]])).toBe('sleep')
    expect(continueAfter([['rain', 10], ['tea', 20]])).toBe('sleep')
  })

  it('goes back to an unfinished section when none comes after', () => {
    expect(continueAfter([['sleep', 10]])).toBe('tea')
    expect(continueAfter([['tea', 10], ['sleep', 20]])).toBe('rain')
  })

  it('does not lead back to a section whose end was reached', () => {
    expect(continueAfter([], { 'tea.end': 10 })).toBe('rain')
    expect(continueAfter([['rain', 5], ['sleep', 6]], { 'tea.end': 10 })).toBe('tea')
  })

  it('is nowhere when all is learned', () => {
    expect(continueAfter([['tea', 10], ['rain', 20], ['sleep', 30]])).toBeUndefined()
  })

  it('is nowhere in a course without sections', () => {
    expect(whereToContinue(progressOf({}), [], dayAt)).toBeUndefined()
  })
})

describe('where reading goes on in a section', () => {
  const tea = sectionOf('tea', ['start', 'claim', 'end'], [])
  const placeAfter = (seen: Record<string, number>) => placeToContinue(progressOf({ seen }), tea)

  it('is its beginning, then the part after the one read last', () => {
    expect(placeAfter({})).toBe('/learn/tea/')
    expect(placeAfter({ 'tea.start': 1 })).toBe('/learn/tea/#claim')
  })

  it('is what was left out first where the end was reached', () => {
    expect(placeAfter({ 'tea.start': 1, 'tea.end': 2 })).toBe('/learn/tea/#claim')
    expect(placeAfter({ 'tea.start': 1, 'tea.claim': 2, 'tea.end': 3 })).toBe('/learn/tea/')
  })
})

describe('which quiz to go on with', () => {
  const sections = ['tea', 'rain', 'sleep'].map(id => ({ ...sectionOf(id, ['start'], []), questions: [outlineOf(`${id}.a`)] }))
  const passed = (section: string, atMs: number) => ({
    attempts: [{ ...attemptAt([`${section}.a`], atMs), section }],
    answers: [answerTo(`${section}.a`, 1, atMs + 1, { mode: 'quiz' })],
  })
  const quizAfter = (parts: Parameters<typeof progressOf>[0]) => quizToContinue(progressOf(parts), sections, dayAt)?.id

  it('is that of the first section for somebody new', () => {
    expect(quizAfter({})).toBe('tea')
  })

  it('is that of the section that was read last', () => {
    expect(quizAfter({ seen: { 'tea.start': 1, 'rain.start': 2 } })).toBe('rain')
  })

  it('is the one that was opened last, though nothing in it is answered yet', () => {
    expect(quizAfter({ seen: { 'rain.start': 2 }, attempts: [{ ...attemptAt(['sleep.a'], 5), section: 'sleep' }] })).toBe('sleep')
  })

  it('is the next in the course after one that is passed, and before it where none is left', () => {
    expect(quizAfter(passed('tea', 10))).toBe('rain')
    expect(quizAfter(passed('sleep', 10))).toBe('tea')
  })

  it('is none when all are passed', () => {
    const all = sections.map(({ id }, place) => passed(id, 10 * (place + 1)))
    expect(quizAfter({ attempts: all.flatMap(({ attempts }) => attempts), answers: all.flatMap(({ answers }) => answers) })).toBeUndefined()
  })
})

describe('the quiz that waits', () => {
  const sections = ['tea', 'rain'].map(id => sectionOf(id, ['start'], ['a', 'b']))
  const waits = (answers: Answer[]) => quizUnderWay(progressOf({
    answers,
    attempts: [attemptAt(['tea.a', 'tea.b'], 5), { ...attemptAt(['rain.a', 'rain.b'], 8), section: 'rain' }],
  }), sections)

  it('is none where none was begun, nor where one was finished', () => {
    expect(waits([])).toBeUndefined()
    expect(waits([answerTo('tea.a', 1, 6), answerTo('tea.b', 0, 7)])).toBeUndefined()
  })

  it('is the newest one of which a part is answered', () => {
    expect(waits([answerTo('tea.a', 1, 6)])).toMatchObject({ section: { id: 'tea' }, answered: 1, total: 2 })
    expect(waits([answerTo('tea.a', 1, 6), answerTo('rain.b', 1, 9)])).toMatchObject({ section: { id: 'rain' }, answered: 1, total: 2 })
  })
})
