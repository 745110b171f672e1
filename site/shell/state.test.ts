import { describe, expect, it } from 'vitest'
import { answerTo, attemptAt, progressOf, sectionOf } from '../../tests/fixtures/build.ts'
import { readState, readStates, standingIn, writeState } from './state.ts'

const tea = sectionOf('tea', ['a', 'b'], ['x', 'y'])
const rain = sectionOf('rain', ['a'], ['x'])
const course = { sections: [tea, rain], headlines: [] }
const settings = JSON.stringify({ scheme: 'dark', note: 'größer' })
const passed = progressOf({ answers: [answerTo('tea.x', 1, 5), answerTo('tea.y', 1, 6)], attempts: [attemptAt(['tea.x', 'tea.y'], 4)] })

describe('what is kept between two sessions', () => {
  it.each([64_000, 120])('comes back within %i characters, with the settings', (limit) => {
    const text = writeState({ progress: passed, settings }, course, limit)
    expect(text.length).toBeLessThanOrEqual(limit)
    const read = readState(text, course)
    expect(read.settings).toBe(settings)
    expect(read.progress.answers).toEqual(passed.answers)
    expect(standingIn(read.progress, [tea])).toEqual(standingIn(passed, [tea]))
  })

  it('is all answers of several texts, each once, and the newest settings', () => {
    const other = progressOf({ answers: [answerTo('rain.x', 1, 7)] })
    const texts = [writeState({ progress: passed, settings }, course, 64_000), writeState({ progress: other, settings: 'newer' }, course, 120), writeState({ progress: passed, settings: '' }, course, 120), 'x']
    expect(readStates(texts, course)).toMatchObject({ settings: 'newer', progress: { answers: [...passed.answers, ...other.answers], attempts: passed.attempts } })
    expect(readStates([], course).progress.answers).toEqual([])
  })

  it.each(['', 'x', 'wabc', 'c', 'cAA.', 'something of another course'])('is empty where %j says nothing', (text) => {
    expect(readState(text, course).progress.answers).toEqual([])
  })
})

describe('how somebody stands', () => {
  it('is passed only when every section of the package is', () => {
    expect(standingIn(passed, [tea])).toEqual({ score: 1, passed: true, completed: true, progress: 1 })
    expect(standingIn(passed, [tea, rain])).toEqual({ score: 0.5, passed: false, completed: false, progress: 0.5 })
  })

  it('has no score before a quiz is finished', () => {
    expect(standingIn(progressOf({}), [tea, rain])).toEqual({ passed: false, completed: false, progress: 0 })
  })
})
