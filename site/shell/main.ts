/*
 * The one document that a learning system opens: it holds the session, and the course lives in a frame inside it. A
 * page of the course that began and ended sessions itself would end them at the first link.
 */
import type { PackagedCourse } from '../../core/packaged-course.ts'
import type { Found, Session } from './session.ts'
import type { State } from './state.ts'
import { isHeadline } from '../../core/course.ts'
import { interactionOf } from '../../core/interaction.ts'
import { packProgress } from '../../core/packed-progress.ts'
import { learnPlace, withIndex } from '../../core/places.ts'
import { emptyProgress, isEmpty, mergeProgress, withoutProgress } from '../../core/progress-parts/index.ts'
import { validate } from '../../core/question-types/index.ts'
import { readSaved } from '../../core/saved-progress.ts'
import { AFRESH_KEY, PROGRESS_KEY, SETTINGS_KEY } from '../../stores/keys.ts'
import { Cmi5Session } from './cmi5-session.ts'
import { findApi } from './find-api.ts'
import { OtherWindows } from './other-windows.ts'
import { ScormSession } from './scorm-session.ts'
import { scorm12, scorm2004 } from './scorm-version.ts'
import { ShellStorage } from './shell-storage.ts'
import { readStates, standingIn, writeState } from './state.ts'
import { launchOf } from './xapi.ts'

declare global {
  interface Window {
    packagedCourse: PackagedCourse
    courseShell?: { storage: Storage }
  }
}

const SAVE_AFTER_MS = 500
const LOOK_AGAIN_MS = 3000
const TRY_AGAIN_MS = 5000

const course = window.packagedCourse
const versions = { 1.2: scorm12, 2004: scorm2004 }
/** In cmi5 each section is a unit, and its address names it. */
const unit = course.wanted.find(id => id === new URLSearchParams(location.search).get('section'))
const frame = document.querySelector('iframe')!
const leave = document.querySelector('button')!
const alert = document.querySelector<HTMLElement>('[role=alert]')!
const questions = new Map(course.questions.map(question => [question.id, question]))
const kept = { sections: course.outlines, headlines: [...questions.keys()].filter(isHeadline) }
const wanted = course.outlines.filter(({ id }) => (unit === undefined ? course.wanted : [unit]).includes(id))
const opensAt = unit === undefined ? course.opens : withIndex(learnPlace(unit)).slice(1)

const storage = new ShellStorage(changed)
let session: Session | undefined
let otherWindows: OtherWindows | undefined
/** All that the system was told of: what comes back by undoing a fresh start is not told again. */
let told = emptyProgress()
let timer: ReturnType<typeof setTimeout> | undefined
let again: ReturnType<typeof setTimeout> | undefined

function warn(text: string) {
  alert.textContent = text
  alert.hidden = text === ''
}
const NOT_FOUND = 'No learning system was found, so nothing that you do here is kept. Close this window and open the course anew from the learning system.'
const NOT_SAVED = 'The learning system does not save your progress at the moment. The course goes on trying; keep this window open.'
const records = (count: number) => count === 1 ? 'a record' : `${count} records`
const delayedText = (count: number) => `The learning system does not take ${records(count)} of what you did at the moment. Your progress here is kept. The course goes on trying; keep this window open.`
const refusedText = (count: number) => count === 0 ? '' : `The learning system refused ${records(count)} of what you did, so it may show less than that. Your progress here is kept. Please tell whoever runs the system.`

/** Everything that the frame changed since the last time goes to the system at once, as the end may never come. */
async function save(): Promise<void> {
  clearTimeout(timer)
  clearTimeout(again)
  timer = undefined
  if (!session)
    return
  const now: State = { progress: readSaved(storage.getItem(PROGRESS_KEY) ?? JSON.stringify(packProgress(readSaved('').progress))).progress, settings: storage.getItem(SETTINGS_KEY) ?? '' }
  const fresh = withoutProgress(now.progress, told)
  for (const { question: id, response, score, atMs } of fresh.answers) {
    const question = questions.get(id)
    if (question && !validate(question, response))
      session.answered(question, interactionOf(question, response), score, atMs)
  }
  told = mergeProgress(told, now.progress)
  const taken = await session.save({ suspendData: writeState(now, kept, session.suspendLimit), location: placeOfFrame() }, standingIn(now.progress, wanted))
  const { refused = 0, delayed = 0 } = session ?? {}
  warn([taken ? '' : delayed > 0 ? delayedText(delayed) : NOT_SAVED, refusedText(refused)].filter(Boolean).join(' '))
  clearTimeout(again)
  // What is done meanwhile is saved as soon as ever.
  if (!taken)
    again = setTimeout(save, TRY_AGAIN_MS)
}

function changed(key: string): void {
  otherWindows?.kept(key, Date.now())
  if (key === AFRESH_KEY)
    session?.startAfresh?.(Date.now())
  if (session && (key === PROGRESS_KEY || key === SETTINGS_KEY))
    timer ??= setTimeout(save, SAVE_AFTER_MS)
}

/** @returns where the learner is, from the folder of the course on */
function placeOfFrame(): string {
  const { pathname = '', search = '', hash = '' } = frame.contentWindow?.location ?? {}
  return pathname.slice(pathname.indexOf(course.folder) + course.folder.length) + search + hash
}

function begin(left: Found): void {
  const state = readStates(left.suspendData, kept)
  told = state.progress
  if (!isEmpty(state.progress))
    storage.setItem(PROGRESS_KEY, JSON.stringify(packProgress(state.progress)))
  if (state.settings)
    storage.setItem(SETTINGS_KEY, state.settings)
  clearTimeout(timer)
  timer = undefined
  // Only a page of the course is opened again, whatever the record says.
  const opens = /^[a-z0-9/-]*index\.html(?:[?#][\w=,.-]*)?$/.test(left.location) ? left.location : opensAt
  frame.src = course.folder + opens
}

/** cmi5 gives its token once: what is tried again is the same session. */
const launch = course.standard === 'cmi5' ? launchOf(location.search) : undefined
const cmi5 = launch && new Cmi5Session(launch, Date.now, window.fetch.bind(window))

function openSession(): Session | undefined {
  if (course.standard === 'cmi5')
    return cmi5
  const version = versions[course.standard]
  const api = findApi(version.api, window)
  return api && new ScormSession(api, version)
}

/** The page in the frame takes what another window did as it takes what another tab of a browser did. */
function joinOtherWindows(learner = ''): void {
  if (learner && 'BroadcastChannel' in window)
    otherWindows = new OtherWindows(`${location.pathname} ${learner}`, storage, (key, newValue) => frame.contentWindow?.dispatchEvent(new StorageEvent('storage', { key, newValue })))
}

async function connect(isLast: boolean): Promise<void> {
  const opened = openSession()
  const left = await opened?.start(Date.now())
  if (left) {
    session = opened
    leave.hidden = !session?.returnUrl
    begin(left)
    return joinOtherWindows(opened?.learner)
  }
  if (!isLast)
    return void setTimeout(connect, LOOK_AGAIN_MS, true)
  warn(NOT_FOUND)
  begin({ suspendData: [], location: '' })
}

/** A page that goes waits for nothing: it runs no further. */
async function end(hasTime: boolean): Promise<void> {
  const saved = save()
  if (hasTime)
    await saved
  otherWindows?.close()
  otherWindows = undefined
  const ended = session
  session = undefined
  await ended?.end(Date.now(), hasTime)
}

leave.addEventListener('click', async () => {
  const address = session?.returnUrl
  await end(true)
  if (address)
    location.assign(address)
})

window.courseShell = { storage }
frame.addEventListener('load', () => {
  document.title = frame.contentDocument?.title || document.title
})
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save())
window.addEventListener('pagehide', () => void end(false))
// Brought back from the browser's memory, its session is over.
window.addEventListener('pageshow', event => event.persisted && location.reload())
void connect(false)
