import type { Progress } from './progress.ts'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress, nearlyProgress } from '../tests/fixtures/any-progress.ts'
import { answerTo, attemptAt, progressOf } from '../tests/fixtures/build.ts'
import { packProgress, PROGRESS_VERSION } from './packed-progress.ts'
import { answerModes, emptyProgress } from './progress.ts'
import { readProgress, readSaved } from './saved-progress.ts'

const id = expect.stringMatching(/^[a-z0-9-]+\.[a-z0-9-]+$/)
const textOf = (progress: Progress) => JSON.stringify(packProgress(progress))
/** As the first version of the course saved it. */
function firstTextOf({ beliefs: _, ...progress }: Progress) {
  return JSON.stringify({
    version: 1,
    ...progress,
    answers: progress.answers.map(({ confidence: _, ...answer }) => answer).filter(answer => answer.mode !== 'review'),
    attempts: progress.attempts.map(({ feedback: _, ...attempt }) => attempt),
  })
}

function expectTime(value: number) {
  expect(Number.isSafeInteger(value) && value >= 0, `${value} is a time`).toBe(true)
}

function expectValid({ answers, attempts, seen }: Progress) {
  for (const answer of answers) {
    expect(answer.question).toEqual(id)
    expect(answer.score >= 0 && answer.score <= 1).toBe(true)
    expectTime(answer.atMs)
    expect(answerModes).toContain(answer.mode)
    expect(Number.isInteger(answer.revision)).toBe(true)
  }
  expect(answers.map(answer => answer.atMs)).toEqual(answers.map(answer => answer.atMs).sort((a, b) => a - b))
  for (const attempt of attempts) {
    expect(attempt).toMatchObject({ section: expect.any(String), seed: expect.any(String), feedback: expect.stringMatching(/^(?:each|end)$/) })
    for (const question of attempt.questions)
      expect(question).toEqual(id)
    expectTime(attempt.sinceMs)
    expectTime(attempt.startedAtMs)
  }
  for (const [slide, atMs] of Object.entries(seen)) {
    expect(slide).toEqual(id)
    expectTime(atMs)
  }
}

describe('reading saved progress', () => {
  it('gives back what was saved, whole, for any history', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      expect(readSaved(textOf(progress))).toEqual({ progress, newer: false, lost: false })
    }))
  })

  it('reads the first version of the course whole', () => {
    fc.assert(fc.property(anyProgress, (progress) => {
      const read = readSaved(firstTextOf(progress))
      expect(read.lost).toBe(false)
      expect(firstTextOf(read.progress)).toEqual(firstTextOf(progress))
    }))
  })

  it('gives valid progress whatever was saved, and never throws', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBoxedValues: true, withDate: true, withMap: true, withBigInt: true }), saved => expectValid(readProgress(saved).progress)), { numRuns: 1000 })
  })

  it('gives valid progress of what is nearly progress, and never throws', () => {
    fc.assert(fc.property(nearlyProgress, saved => expectValid(readProgress(saved).progress)), { numRuns: 1000 })
  })

  it.each([undefined, null, 'text', 7, [], [[]]])('starts empty where nothing can be read, and says that something is lost: %j', (saved) => {
    expect(readProgress(saved)).toEqual({ progress: emptyProgress(), newer: false, lost: true })
  })

  it.each([
    ['the id of a question', { question: 'tea' }],
    ['a score above 1', { score: 1.01 }],
    ['a score below 0', { score: -0.01 }],
    ['a score that is no number', { score: Number.NaN }],
    ['a score as text', { score: '1' }],
    ['a time before all times', { atMs: -1 }],
    ['a time without end', { atMs: Infinity }],
    ['an unknown mode', { mode: 'dream' }],
    ['a mode of every object', { mode: 'constructor' }],
    ['half a revision', { revision: 1.5 }],
    ['an unknown confidence', { confidence: 'very' }],
    ['a response without end', { response: 'a'.repeat(5000) }],
  ])('keeps the readable answers where one is damaged, and says so: %s', (_name, damage) => {
    const good = [answerTo('tea.a', 1, 10), answerTo('tea.b', 0, 30, { mode: 'slide' })]
    const saved = { version: 1, answers: [good[0], { ...answerTo('tea.c', 1, 20), ...damage }, good[1]], attempts: [], seen: {} }
    expect(readProgress(saved)).toEqual({ progress: progressOf({ answers: good }), newer: false, lost: true })
  })

  it.each([
    ['a place that is not there', '9 a 0;'],
    ['an unknown mode', '0 a zz;'],
    ['a time that is none', '0 ? 0;'],
    ['a field too many', '0 a 0 1 1;'],
    ['nothing', ';'],
    ['no end', '0 a 0'],
  ])('keeps the readable answers of a block where one is damaged, and says so: %s', (_name, damage) => {
    const saved = { version: 2, answers: { 'tea.a': { given: [['a', 1]], at: `0 5 0;${damage}` } }, attempts: {}, beliefs: [], seen: {} }
    expect(readProgress(saved)).toEqual({ progress: progressOf({ answers: [answerTo('tea.a', 1, 5, { mode: 'slide' })] }), newer: false, lost: true })
  })

  it('keeps the readable attempts and slides beside damaged ones', () => {
    const good = attemptAt(['tea.a'], 5)
    const saved = {
      version: 1,
      answers: 'gone',
      attempts: [null, { ...good, questions: ['tea'] }, { ...good, seed: 7 }, { ...good, sinceMs: null }, good],
      seen: { 'tea.start': 5, 'tea': 5, 'tea.check': 'yesterday', 'tea.verdict': -1 },
    }
    expect(readProgress(saved).progress).toEqual(progressOf({ attempts: [good], seen: { 'tea.start': 5 } }))
  })

  it('keeps answers whose version is missing or no number', () => {
    const answers = [answerTo('tea.a', 1, 10)]
    expect(readProgress({ answers }).progress.answers).toEqual(answers)
    expect(readProgress({ version: 'one', answers })).toEqual({ progress: progressOf({ answers }), newer: false, lost: true })
  })

  it('says when a later version of the course saved it, and reads nothing of it', () => {
    expect(readSaved(JSON.stringify({ version: PROGRESS_VERSION + 1, answers: [answerTo('tea.a', 1, 10)] }))).toEqual({ progress: emptyProgress(), newer: true, lost: false })
    expect(readSaved(`{"version":${PROGRESS_VERSION + 1},"answers":[{"cut`), 'cut off too').toMatchObject({ newer: true })
  })
})

/** Where each answer of a saved text ends; what stands before a cut is readable. */
function endsOf(text: string): { key: string, end: number }[] {
  const first = [...text.matchAll(/\{"question":"([^"]*)","response":.*?,"atMs":(\d+),"mode":"[a-z]*","revision":\d+\}/g)]
    .map(match => ({ key: `${match[1]} ${match[2]}`, end: match.index + match[0].length }))
  const second = [...text.matchAll(/"([a-z]+\.[a-z]+)":\{"given":.*?\],"at":"([^"]*)"/g)].flatMap((block) => {
    let end = block.index + block[0].length - 1 - block[2]!.length
    return block[2]!.split(';').slice(0, -1).map((entry) => {
      end += entry.length + 1
      return { key: `${block[1]} ${Number.parseInt(entry.split(' ')[1]!, 36)}`, end }
    })
  })
  return [...first, ...second]
}
const keysOf = (text: string) => readSaved(text).progress.answers.map(({ question, atMs }) => `${question} ${atMs}`)

describe.each([['the first version', firstTextOf], ['this version', textOf]])('progress of %s that is damaged', (_, saved) => {
  it('keeps every answer before the place where it is cut off, in any of 1,000 cases', () => {
    let cases = 0
    fc.assert(fc.property(anyProgress, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (progress, share) => {
      const text = saved(progress)
      const cut = Math.floor(text.length * share)
      const readable = endsOf(text).filter(({ end }) => end <= cut).map(({ key }) => key)
      cases += readable.length
      expect(keysOf(text.slice(0, cut))).toEqual(expect.arrayContaining(readable))
    }), { numRuns: 1000 })
    expect(cases, 'the cases hold answers to keep').toBeGreaterThan(100)
  })

  it('keeps every answer in the blocks that junk does not touch, and says that something is lost, in any of 1,000 cases', () => {
    const junk = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('\u0000', '"', '}', '{"question":', '],"at":"', '\\', '"tea.a":{"given":'))
    fc.assert(fc.property(anyProgress, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), junk, (progress, share, junk) => {
      const text = saved(progress)
      const place = Math.floor(text.length * share)
      const damaged = text.slice(0, place) + junk + text.slice(place + 1)
      const blocks = [...text.matchAll(/\{"question":.*?"revision":\d+\}|"[a-z]+\.[a-z]+":\{"given":.*?\],"at":"[^"]*"\}/g)]
        .filter(({ index, 0: { length } }) => index + length < place || index > place)
      const readable = blocks.flatMap(block => endsOf(block[0])).map(({ key }) => key)
      const read = readSaved(damaged)
      if (!read.newer && damaged !== text)
        expect(keysOf(damaged)).toEqual(expect.arrayContaining(readable))
      expectValid(read.progress)
    }), { numRuns: 1000 })
  })
})

describe('a text that was never progress', () => {
  it('is read without throwing: any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), text => expectValid(readSaved(text).progress)), { numRuns: 1000 })
  })

  it.each([
    ['5 MB of one letter', 'a'.repeat(5e6)],
    ['5 MB of beginnings', '"tea.a":{"given":[['.repeat(250_000)],
    ['5 MB of answers that never end', '{"question":"tea.a",'.repeat(250_000)],
    ['deep nesting', '['.repeat(100_000)],
    ['a key of every object', '{"version":2,"answers":{"__proto__":{"given":[["a",1]],"at":"0 5 0;"}},"attempts":{"constructor":{"questions":[],"list":"x 0 0 e ;"}},"beliefs":[],"seen":{"__proto__":5}}'],
  ])('is read without throwing: %s', (_name, text) => {
    const { progress, lost } = readSaved(text)
    expectValid(progress)
    expect(lost).toBe(true)
    expect(Object.getPrototypeOf(progress.seen)).toBe(Object.prototype)
  })
})

describe('frozen examples of what was saved', () => {
  const folder = new URL('../tests/fixtures/progress/', import.meta.url)

  it.each(readdirSync(folder).filter(name => name.endsWith('.saved.json')))('%s is read as its .read.json says', (name) => {
    const expected = JSON.parse(readFileSync(new URL(name.replace('.saved.json', '.read.json'), folder), 'utf8'))
    expect(readSaved(readFileSync(new URL(name, folder), 'utf8').trim())).toEqual(expected)
  })
})
