// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { answerTo, attemptAt, progressOf } from '../../tests/fixtures/build.ts'
import { RecordStoreStub } from '../../tests/fixtures/record-store.ts'
import { twoVersions } from '../../tests/fixtures/selections.ts'
import { Cmi5Session } from './cmi5-session.ts'
import { scorm12, scorm2004 } from './scorm-version.ts'
import { readState, standingIn, writeState } from './state.ts'

const settings = JSON.stringify({ scheme: 'dark' })

describe('a new version of a package, where a question has other words, one is new and one is gone', () => {
  it.each([
    ['suspend_data of SCORM 1.2, in little room', 120],
    ['suspend_data of SCORM 1.2', scorm12.suspendLimit],
    ['suspend_data of SCORM 2004', scorm2004.suspendLimit],
    ['the state of cmi5', new Cmi5Session(new RecordStoreStub().launch('tea'), Date.now, fetch).suspendLimit],
  ])('finds in %s what the first one left: the answers by their ids, what was seen, the quiz without the question that is gone', async (_, limit) => {
    const { before, after, reworded, added, retired } = await twoVersions()
    const courses = { before: { sections: before.course.outline.sections, headlines: [] }, after: { sections: after.course.outline.sections, headlines: [] } }
    const left = progressOf({ answers: [answerTo(reworded, 1, 5), answerTo(retired, 0.5, 6)], attempts: [attemptAt([reworded, retired], 4)], seen: { [courses.before.sections[0]!.slides[0]!.id]: 60_000 } })
    const text = writeState({ progress: left, settings }, courses.before, limit)
    expect(text.length).toBeLessThanOrEqual(limit)
    const { progress, settings: kept } = readState(text, courses.after)
    expect(kept).toBe(settings)
    expect(progress.answers.filter(({ question }) => question !== retired)).toEqual([left.answers[0]])
    expect(progress.answers.some(({ question }) => question === added)).toBe(false)
    expect(progress.seen).toEqual(left.seen)
    const asked = courses.after.sections.flatMap(({ questions }) => questions.map(({ id }) => id))
    expect([reworded, added, retired].map(id => asked.includes(id))).toEqual([true, true, false])
    // The quiz stands by what is left of it, as on the site.
    expect(standingIn(progress, courses.after.sections)).toEqual(standingIn(left, courses.after.sections))
  })
})
