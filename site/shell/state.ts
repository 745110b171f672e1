import type { KeptCourse } from '../../core/compact-format.ts'
import type { SectionOutline } from '../../core/course.ts'
import type { Progress } from '../../core/progress.ts'
import type { Standing } from './session.ts'
import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate'
import { readCompact } from '../../core/compact-format.ts'
import { compactProgress } from '../../core/compact-progress.ts'
import { packProgress } from '../../core/packed-progress.ts'
import { emptyProgress, mergeProgress } from '../../core/progress-parts/index.ts'
import { sectionRecord } from '../../core/records.ts'
import { readProgress } from '../../core/saved-progress.ts'
import { localDay } from '../../stores/localDay.ts'

/** What is kept of a learner between two sessions. */
export interface State {
  progress: Progress
  /** As the page saves them */
  settings: string
}

/** The first character says how the rest is written. */
const WHOLE = 'w'
const COMPACT = 'c'

const toText = (bytes: Uint8Array) => btoa(strFromU8(bytes, true))
const fromText = (text: string) => strToU8(atob(text), true)

/** @returns the state in at most so many characters: the whole history where it fits, else what `compactProgress` keeps of it */
export function writeState({ progress, settings }: State, course: KeptCourse, limit: number): string {
  const whole = WHOLE + toText(zlibSync(strToU8(JSON.stringify({ ...packProgress(progress), settings })), { level: 9 }))
  if (whole.length <= limit)
    return whole
  const head = `${COMPACT}${toText(strToU8(settings))}.`
  return head + compactProgress(progress, course, limit - head.length, localDay)
}

/** @returns what a text of `writeState` says; empty where it says nothing that can be read */
export function readState(text: string, course: KeptCourse): State {
  try {
    if (text.startsWith(WHOLE)) {
      const { settings = '', ...packed } = JSON.parse(strFromU8(unzlibSync(fromText(text.slice(1)))))
      return { progress: readProgress(packed).progress, settings }
    }
    if (text.startsWith(COMPACT)) {
      const end = text.indexOf('.')
      return { progress: readCompact(text.slice(end + 1), course), settings: strFromU8(fromText(text.slice(1, end))) }
    }
  }
  catch (error) {
    console.warn(error)
  }
  return { progress: emptyProgress(), settings: '' }
}

/** @returns what several texts of `writeState` say together, the newest last: every answer of all, and the newest settings */
export function readStates(texts: readonly string[], course: KeptCourse): State {
  const states = texts.map(text => readState(text, course))
  return {
    progress: states.map(({ progress }) => progress).reduce(mergeProgress, emptyProgress()),
    settings: states.findLast(({ settings }) => settings !== '')?.settings ?? '',
  }
}

/** @returns how a learner stands in these sections, by the course's own rules; a section without a quiz yet counts as 0 */
export function standingIn(progress: Progress, sections: readonly SectionOutline[]): Standing {
  const records = sections.map(section => sectionRecord(progress, section, localDay))
  const learned = records.filter(({ state }) => state === 'learned').length
  return {
    ...records.some(({ quizScore }) => quizScore !== undefined) && { score: records.reduce((sum, { quizScore = 0 }) => sum + quizScore, 0) / records.length },
    passed: records.every(({ quiz }) => quiz === 'passed'),
    completed: learned === records.length,
    progress: learned / records.length,
  }
}
