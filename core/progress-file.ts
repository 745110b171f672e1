import type { PartName } from './progress-parts/index.ts'
import type { Progress } from './progress.ts'
import type { Settings } from './settings.ts'
import { isObject, parsed } from './json.ts'
import { packProgress } from './packed-progress.ts'
import { countsOf, mergeProgress } from './progress-parts/index.ts'
import { readProgress } from './saved-progress.ts'
import { settingsFrom } from './settings.ts'

/** What tells the files of a course from any other JSON. */
const kindOf = (courseId: string) => `${courseId}-progress`

/** Larger than any history a person could make; a file beyond it is not ours. */
export const MOST_BYTES = 5 * 1024 * 1024

/** What a copy holds: the progress, and how the learner set the display where they set anything. */
export interface Copy {
  progress: Progress
  settings?: Settings
}

/** @returns the learner's copy: a name with the course and the day (`YYYY-MM-DD`), and the text of the file */
export function progressFile({ progress, settings }: Copy, courseId: string, day: string): { name: string, text: string } {
  return {
    name: `${kindOf(courseId)}-${day}.json`,
    text: `${JSON.stringify({ kind: kindOf(courseId), ...packProgress(progress), settings })}\n`,
  }
}

/** Why a file is no copy that can be brought in; `newer`: a newer version of the course saved it. */
export type CopyProblem = 'too-large' | 'unreadable' | 'another-kind' | 'newer'

/** @returns what a file holds, or why it cannot be used; any text may be passed */
export function readProgressFile(text: string, courseId: string): Copy | { problem: CopyProblem } {
  if (text.length > MOST_BYTES)
    return { problem: 'too-large' }
  const [content] = parsed(text)
  if (content === undefined)
    return { problem: 'unreadable' }
  if (!isObject(content) || content.kind !== kindOf(courseId))
    return { problem: 'another-kind' }
  const { progress, newer } = readProgress(content)
  return newer
    ? { problem: 'newer' }
    : { progress, ...('settings' in content && { settings: settingsFrom(content.settings) }) }
}

/** @returns what `other` would add to `mine`, part by part */
export function gainOf(mine: Progress, other: Progress): Record<PartName, number> {
  const gain = countsOf(mergeProgress(mine, other))
  for (const [name, count] of Object.entries(countsOf(mine)))
    gain[name as PartName] -= count
  return gain
}
