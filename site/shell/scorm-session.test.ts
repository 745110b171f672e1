import type { ScormApi } from './scorm-session.ts'
import { Scorm12API, Scorm2004API } from 'scorm-again'
import { describe, expect, it } from 'vitest'
import { interactionOf } from '../../core/interaction.ts'
import { solution } from '../../core/question-types/index.ts'
import { oneOfEachType as questions } from '../../tests/fixtures/build.ts'
import { ScormSession } from './scorm-session.ts'
import { scorm12, scorm2004 } from './scorm-version.ts'

/** What strict systems refuse and scorm-again lets through: the limits as the standard has them. */
function strict12(api: ScormApi): ScormApi {
  const refused = (element: string, value: string) =>
    (element === 'cmi.suspend_data' && value.length > 4096)
    || (/location$|student_response$|pattern$/.test(element) && value.length > 255)
    || (/interactions\.\d+\.id$/.test(element) && !/^[\w-]{1,255}$/.test(value))
    || (element.endsWith('result') && !/^(?:correct|wrong|unanticipated|neutral|\d+(?:\.\d+)?)$/.test(value))
    || (/interactions\.\d+\.time$/.test(element) && !/^\d\d:\d\d:\d\d(?:\.\d\d?)?$/.test(value))
    || (element.endsWith('session_time') && !/^\d{2,4}:\d\d:\d\d(?:\.\d\d?)?$/.test(value))
  return { ...bound(api), LMSSetValue: (element, value) => refused(element!, value!) ? 'false' : api.LMSSetValue!(element!, value!) }
}

/** The functions of scorm-again as a system shows them, which hang on no object. */
function bound(api: ScormApi): ScormApi {
  return Object.fromEntries(['Initialize', 'GetValue', 'SetValue', 'Commit', 'Finish', 'Terminate', 'GetLastError'].flatMap(name => [name, `LMS${name}`]).map(name => [name, (...values) => api[name]?.(...values)]))
}

const settings = { autocommit: false, logLevel: 5 }
const versions = [
  { name: 'SCORM 1.2', version: scorm12, open: () => new Scorm12API(settings as object) as unknown as ScormApi & { cmi: any }, guard: strict12, status: 'cmi.core.lesson_status', completion: 'cmi.core.lesson_status', raw: 'cmi.core.score.raw' },
  { name: 'SCORM 2004', version: scorm2004, open: () => new Scorm2004API(settings as object) as unknown as ScormApi & { cmi: any }, guard: bound, status: 'cmi.success_status', completion: 'cmi.completion_status', raw: 'cmi.score.raw' },
]

const learning = { passed: false, completed: false, progress: 0.1 }
const passed = { score: 0.9, passed: true, completed: true, progress: 1 }

describe.each(versions)('a session of $name', ({ version, open, guard, status, completion, raw }) => {
  /** As the system shows them to whom it opens the package in this mode. */
  const inMode = (mode: string, functions: ScormApi): ScormApi => {
    const name = `${version.prefix}GetValue`
    return { ...functions, [name]: element => element === version.mode ? mode : functions[name]!(element!) }
  }
  const get = (api: ScormApi, element: string) => api[`${version.prefix}GetValue`]!(element)

  it('has every answer of every type recorded, and right as right', () => {
    const api = open()
    const refused: string[] = []
    const watched = guard(api)
    const set = watched[`${version.prefix}SetValue`]!
    watched[`${version.prefix}SetValue`] = (element, value) => {
      const taken = set(element!, value!)
      if (String(taken) !== 'true')
        refused.push(`${element}: ${value}`)
      return taken
    }
    const session = new ScormSession(watched, version)
    session.start(0)
    questions.forEach((question, place) => session.answered({ id: `tea.q${place}` }, interactionOf(question, solution(question)), 1, Date.UTC(2026, 10, 28, 13, 21, 50)))
    expect(session.save({ suspendData: 'x', location: 'index.html' }, learning)).toBe(true)
    expect(refused).toEqual([])
    expect(Number(get(api, 'cmi.interactions._count'))).toBe(questions.length)
  })

  it('overwrites an answer that is given again, so that the record stays small', () => {
    const api = open()
    const session = new ScormSession(guard(api), version)
    session.start(0)
    for (let time = 0; time < 20; time++)
      session.answered({ id: 'tea.q' }, interactionOf(questions[0]!, 'a'), 0, time * 1000)
    expect(Number(get(api, 'cmi.interactions._count'))).toBe(1)
  })

  it('says incomplete at first, passed with the score at last, and never failed', () => {
    const api = open()
    const session = new ScormSession(guard(api), version)
    session.start(0)
    session.save({ suspendData: 'x', location: '' }, { ...learning, score: 0.1 })
    expect(get(api, status)).toMatch(/^(?:incomplete|unknown)$/)
    session.save({ suspendData: 'x', location: '' }, passed)
    expect(get(api, status)).toBe('passed')
    expect(Number(get(api, raw))).toBe(90)
  })

  it('opens at the next visit where the last one was saved, though nothing ended it', () => {
    const api = open()
    const session = new ScormSession(guard(api), version)
    session.start(0)
    session.save({ suspendData: 'kept', location: 'learn/tea/index.html' }, learning)
    const record = (api as any).renderCMIToJSONObject()
    const later = open()
    ;(later as any).loadFromJSON(record.cmi ?? record)
    expect(new ScormSession(guard(later), version).start(0)).toEqual({ suspendData: ['kept'], location: 'learn/tea/index.html' })
  })

  // Moodle opens in review what is completed, passed or not.
  it('keeps what is learned in review too, and a pass after the completion', () => {
    const api = open()
    const session = new ScormSession(inMode('review', guard(api)), version)
    session.start(0)
    session.answered({ id: 'tea.q' }, interactionOf(questions[0]!, 'a'), 1, 1000)
    expect(session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
    expect([get(api, 'cmi.suspend_data'), get(api, status), get(api, 'cmi.interactions._count')].map(String)).toEqual(['kept', 'passed', '1'])
  })

  it('warns nobody in review, where a system may well keep nothing', () => {
    const api = open()
    const session = new ScormSession({ ...inMode('review', guard(api)), [`${version.prefix}SetValue`]: () => 'false', [`${version.prefix}Commit`]: () => 'false' }, version)
    session.start(0)
    expect(session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
  })

  it('keeps nothing where somebody only has a look', () => {
    const api = open()
    const session = new ScormSession(inMode('browse', guard(api)), version)
    session.start(0)
    session.answered({ id: 'tea.q' }, interactionOf(questions[0]!, 'a'), 1, 1000)
    expect(session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
    expect([get(api, 'cmi.suspend_data'), get(api, 'cmi.interactions._count')].map(String)).toEqual(['', '0'])
  })

  it('takes back no completion and no pass, whatever a new version or a fresh start makes of them', () => {
    const api = open()
    const first = new ScormSession(guard(api), version)
    first.start(0)
    first.save({ suspendData: 'x', location: '' }, passed)
    first.save({ suspendData: 'x', location: '' }, { ...learning, completed: true })
    expect(get(api, status)).toBe('passed')
    const record = (api as any).renderCMIToJSONObject()
    const later = open()
    ;(later as any).loadFromJSON(record.cmi ?? record)
    const second = new ScormSession(guard(later), version)
    second.start(0)
    second.save({ suspendData: '', location: '' }, learning)
    expect([get(later, status), get(later, completion)]).toEqual(['passed', version.prefix ? 'passed' : 'completed'])
  })

  it('says so when the system does not save, and says it all again later', () => {
    const api = open()
    let isBroken = true
    const functions = guard(api)
    const commit = functions[`${version.prefix}Commit`]!
    functions[`${version.prefix}Commit`] = value => isBroken ? 'false' : commit(value!)
    const said: string[] = []
    const set = functions[`${version.prefix}SetValue`]!
    functions[`${version.prefix}SetValue`] = (element, value) => {
      said.push(element!)
      return set(element!, value!)
    }
    const session = new ScormSession(functions, version)
    session.start(0)
    expect(session.save({ suspendData: 'kept', location: '' }, passed)).toBe(false)
    isBroken = false
    said.length = 0
    expect(session.save({ suspendData: 'kept', location: '' }, passed)).toBe(true)
    expect(said).toEqual(expect.arrayContaining(['cmi.suspend_data', status, raw]))
  })

  it('throws nothing where the system is gone', () => {
    const gone = new Proxy({}, {
      get: () => () => {
        throw new Error('gone')
      },
    }) as ScormApi
    const session = new ScormSession(gone, version)
    expect(session.start(0)).toBeUndefined()
    session.answered({ id: 'tea.q' }, interactionOf(questions[0]!, 'a'), 0, 0)
    session.end(0)
  })
})
