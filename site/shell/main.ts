/*
 * The one document that a learning system opens: it holds the session, and the course lives in a frame inside it. A
 * page of the course that began and ended sessions itself would end them at the first link.
 */
import type { AskedQuestion, SectionOutline } from '../../core/course.ts'
import type { State } from './state.ts'
import { isHeadline } from '../../core/course.ts'
import { interactionOf } from '../../core/interaction.ts'
import { packProgress } from '../../core/packed-progress.ts'
import { isEmpty, withoutProgress } from '../../core/progress-parts/index.ts'
import { validate } from '../../core/question-types/index.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { PROGRESS_KEY, SETTINGS_KEY } from '../../stores/keys.ts'
import { findApi } from './find-api.ts'
import { ScormSession } from './scorm-session.ts'
import { scorm12, scorm2004 } from './scorm-version.ts'
import { ShellStorage } from './shell-storage.ts'
import { readState, standingIn, writeState } from './state.ts'

/** What the package says of itself, in a script before this one. */
export interface PackagedCourse {
  version: '1.2' | '2004'
  /** Every section, as the pages know all of them */
  outlines: SectionOutline[]
  /** Those that this package is for: they make the score */
  wanted: string[]
  /** Of every section, and the invented headlines */
  questions: AskedQuestion[]
  /** The folder of the course, and the page it opens at */
  folder: string
  opens: string
}

declare global {
  interface Window {
    wanderingCourse: PackagedCourse
    wanderingShell?: { storage: Storage }
  }
}

const SAVE_AFTER_MS = 500
const LOOK_AGAIN_MS = 3000
const TRY_AGAIN_MS = 5000

const course = window.wanderingCourse
const version = course.version === '1.2' ? scorm12 : scorm2004
const frame = document.querySelector('iframe')!
const alert = document.querySelector<HTMLElement>('[role=alert]')!
const questions = new Map(course.questions.map(question => [question.id, question]))
const kept = { sections: course.outlines, headlines: [...questions.keys()].filter(isHeadline) }
const wanted = course.outlines.filter(({ id }) => course.wanted.includes(id))

const storage = new ShellStorage(changed)
let session: ScormSession | undefined
let state: State = { progress: readSaved('').progress, settings: '' }
let timer: ReturnType<typeof setTimeout> | undefined

function warn(text: string) {
  alert.textContent = text
  alert.hidden = text === ''
}
const NOT_FOUND = 'No learning system was found, so nothing that you do here is kept. Close this window and open the course anew from the learning system.'
const NOT_SAVED = 'The learning system does not save your progress at the moment. The course goes on trying; keep this window open.'

/** Everything that the frame changed since the last time goes to the system at once, as the end may never come. */
function save(): void {
  clearTimeout(timer)
  timer = undefined
  if (!session)
    return
  const now: State = { progress: readSaved(storage.getItem(PROGRESS_KEY) ?? JSON.stringify(packProgress(readSaved('').progress))).progress, settings: storage.getItem(SETTINGS_KEY) ?? '' }
  const fresh = withoutProgress(now.progress, state.progress)
  for (const { question: id, response, score, atMs } of fresh.answers) {
    const question = questions.get(id)
    if (question && !validate(question, response))
      session.answered(id, interactionOf(question, response), score, atMs)
  }
  const taken = session.save({ suspendData: writeState(now, kept, version.suspendLimit), location: placeOfFrame() }, standingIn(now.progress, wanted))
  state = now
  warn(taken ? '' : NOT_SAVED)
  if (!taken)
    timer = setTimeout(save, TRY_AGAIN_MS)
}

function changed(key: string): void {
  if (session && (key === PROGRESS_KEY || key === SETTINGS_KEY))
    timer ??= setTimeout(save, SAVE_AFTER_MS)
}

/** @returns where the learner is, from the folder of the course on */
function placeOfFrame(): string {
  const { pathname = '', search = '', hash = '' } = frame.contentWindow?.location ?? {}
  return pathname.slice(pathname.indexOf(course.folder) + course.folder.length) + search + hash
}

function begin(left: { suspendData: string, location: string }): void {
  state = readState(left.suspendData, kept)
  if (!isEmpty(state.progress))
    storage.setItem(PROGRESS_KEY, JSON.stringify(packProgress(state.progress)))
  if (state.settings)
    storage.setItem(SETTINGS_KEY, state.settings)
  clearTimeout(timer)
  timer = undefined
  // Only a page of the course is opened again, whatever the record says.
  const opens = /^[a-z0-9/-]*index\.html(?:[?#][\w=,.-]*)?$/.test(left.location) ? left.location : course.opens
  frame.src = course.folder + opens
}

function connect(isLast: boolean): void {
  const api = findApi(version.api, window)
  const opened = api && new ScormSession(api, version)
  const left = opened?.start(Date.now())
  if (left) {
    session = opened
    return begin(left)
  }
  if (!isLast)
    return void setTimeout(connect, LOOK_AGAIN_MS, true)
  warn(NOT_FOUND)
  begin({ suspendData: '', location: '' })
}

window.wanderingShell = { storage }
frame.addEventListener('load', () => {
  document.title = frame.contentDocument?.title || document.title
})
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save())
window.addEventListener('pagehide', () => {
  save()
  session?.end(Date.now())
  session = undefined
})
// Brought back from the browser's memory, its session is over.
window.addEventListener('pageshow', event => event.persisted && location.reload())
connect(false)
