import type { Progress } from './progress.ts'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProgress, nearlyProgress } from '../tests/fixtures/any-progress.ts'
import { anyText } from '../tests/fixtures/any-text.ts'
import { answerTo, attemptAt, progressOf } from '../tests/fixtures/build.ts'
import { packProgress, PROGRESS_VERSION } from './packed-progress.ts'
import { emptyProgress } from './progress-parts/index.ts'
import { answerModes, clockOf, withAnswer } from './progress.ts'
import { readProgress, readSaved } from './saved-progress.ts'

const textOf = (progress: Progress) => JSON.stringify(packProgress(progress))
/** As the first version of the course saved it. */
function firstTextOf({ beliefs: _, clocks: __, ...progress }: Progress) {
  return JSON.stringify({
    version: 1,
    ...progress,
    answers: progress.answers.map(({ confidence: _, ...answer }) => answer).filter(answer => answer.mode !== 'review'),
    attempts: progress.attempts.map(({ feedback: _, origin: __, ...attempt }) => attempt),
  })
}

const isTime = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isId = (value: unknown) => /^[a-z0-9-]+\.[a-z0-9-]+$/.test(value as string)
const isInOrder = (times: number[]) => times.every((time, place) => place === 0 || times[place - 1]! <= time)

/** In plain terms and without matchers, as thousands of cases are looked at. */
function faultsOf({ answers, attempts, seen, clocks }: Progress): unknown[] {
  return [
    ...answers.filter(({ question, score, atMs, mode, revision }) =>
      !isId(question) || !(score >= 0 && score <= 1) || !isTime(atMs) || !answerModes.includes(mode) || !Number.isInteger(revision)),
    ...isInOrder(answers.map(({ atMs }) => atMs)) ? [] : ['answers out of order'],
    ...attempts.filter(({ section, seed, questions, sinceMs, startedAtMs, feedback }) =>
      typeof section !== 'string' || typeof seed !== 'string' || !questions.every(isId) || !isTime(sinceMs) || !isTime(startedAtMs) || !['each', 'end'].includes(feedback)),
    ...Object.entries(seen).filter(([slide, atMs]) => !isId(slide) || !isTime(atMs)),
    ...clocks.filter(({ atMs, clockMs }) => !isTime(atMs) || !isTime(clockMs)),
  ]
}

function expectValid(progress: Progress) {
  const faults = faultsOf(progress)
  if (faults.length > 0)
    expect(faults).toEqual([])
}

/** How many cases are tried; each takes well under a millisecond. */
const CASES = 500

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
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBoxedValues: true, withDate: true, withMap: true, withBigInt: true }), saved => expectValid(readProgress(saved).progress)), { numRuns: CASES })
  })

  it('gives valid progress of what is nearly progress, and never throws', () => {
    fc.assert(fc.property(nearlyProgress, saved => expectValid(readProgress(saved).progress)), { numRuns: CASES })
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
/** Which of these answers are not read. */
function missing(text: string, keys: string[]): string[] {
  const read = new Set(readSaved(text).progress.answers.map(({ question, atMs }) => `${question} ${atMs}`))
  return keys.filter(key => !read.has(key))
}

describe.each([['the first version', firstTextOf], ['this version', textOf]])('progress of %s that is damaged', (_, saved) => {
  it('keeps every answer before the place where it is cut off', () => {
    let cases = 0
    fc.assert(fc.property(anyProgress, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (progress, share) => {
      const text = saved(progress)
      const cut = Math.floor(text.length * share)
      const readable = endsOf(text).filter(({ end }) => end <= cut).map(({ key }) => key)
      cases += readable.length
      expect(missing(text.slice(0, cut), readable)).toEqual([])
    }), { numRuns: CASES })
    expect(cases, 'the cases hold answers to keep').toBeGreaterThan(CASES / 20)
  })

  it('keeps every answer in the blocks that junk does not touch, and says that something is lost', () => {
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
        expect(missing(damaged, readable)).toEqual([])
      expectValid(read.progress)
    }), { numRuns: CASES })
  })
})

describe('a text that was never progress', () => {
  it('is read without throwing: any text', () => {
    fc.assert(fc.property(fc.oneof(anyText, fc.json()), text => expectValid(readSaved(text).progress)), { numRuns: CASES })
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

it.each([Number.MAX_SAFE_INTEGER, 32_503_680_000_000])('of a copy with a time that no clock says, %i, what is answered next is read again', (atMs) => {
  const answer = { question: 'tea.a', response: 'a', score: 1, mode: 'page' as const, revision: 1 }
  const copy = readSaved(JSON.stringify({ version: 1, answers: [{ ...answer, atMs }], attempts: [], seen: {} })).progress
  const then = withAnswer(copy, answer, 1000)
  expect(readSaved(JSON.stringify(packProgress(then))).progress.answers).toContainEqual({ ...answer, atMs: then.answers.at(-1)!.atMs })
})

describe('frozen examples of what was saved', () => {
  const folder = new URL('../tests/fixtures/progress/', import.meta.url)

  it.each(readdirSync(folder).filter(name => name.endsWith('.saved.json')))('%s is read as its .read.json says', (name) => {
    const expected = JSON.parse(readFileSync(new URL(name.replace('.saved.json', '.read.json'), folder), 'utf8'))
    // A part that came later is empty in what was saved before.
    expect(readSaved(readFileSync(new URL(name, folder), 'utf8').trim())).toEqual({ ...expected, progress: { ...emptyProgress(), ...expected.progress } })
  })

  it('a clock that said 2100 for one answer: those after it keep their own days', () => {
    const { progress } = readSaved(readFileSync(new URL('v2-clocks.saved.json', folder), 'utf8'))
    const clock = clockOf(progress)
    const days = progress.answers.map(({ question, atMs }) => `${question} ${new Date(clock(atMs)).toISOString().slice(0, 10)}`)
    expect(days).toEqual([
      'gut.sham-response 2025-11-24',
      'depression.recover 2100-01-01',
      'depression.recover 2025-11-25',
      'headlines.fish-oil-and-memory 2025-11-25',
      'pain.match-trials 2025-11-26',
    ])
  })
})
