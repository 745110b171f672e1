import type { Progress } from './progress.ts'
import { isObject, parsed } from './json.ts'
import { PROGRESS_VERSION } from './packed-progress.ts'
import { eachPart, emptyProgress, mergeProgress, progressParts } from './progress-parts/index.ts'

/*
 * How whatever was saved is read again, of any version and with any damage; each part knows its own shapes.
 */

export interface ReadProgress {
  progress: Progress
  /** A later version of the course saved it: it must not be written over */
  newer: boolean
  /** Something in it could not be read: the text is worth keeping */
  lost: boolean
}

/** `kind` and `settings` are what a file adds. */
const known = new Set(['kind', 'settings', 'version', ...Object.keys(progressParts)])

/**
 * Reads saved progress, whatever the value is. Never throws.
 * @returns what could be read
 */
export function readProgress(saved: unknown): ReadProgress {
  if (!isObject(saved))
    return { progress: emptyProgress(), newer: false, lost: true }
  if (typeof saved.version === 'number' && saved.version > PROGRESS_VERSION)
    return { progress: emptyProgress(), newer: true, lost: false }

  const read = eachPart((part, name) => part.read(saved[name]))
  const progress = eachPart<any>((_, name) => read[name].part) as Progress
  return {
    // Merged, it is in order and without doubles.
    progress: mergeProgress(progress, emptyProgress()),
    newer: false,
    lost: (saved.version !== 1 && saved.version !== PROGRESS_VERSION)
      || Object.keys(saved).some(name => !known.has(name))
      || Object.values(read).some(({ lost }) => lost),
  }
}

/** @returns what a saved text holds, also when it is cut off or damaged; never throws, any text may be passed */
export function readSaved(text: string): ReadProgress {
  const [value] = parsed(text)
  const whole = readProgress(value)
  if (whole.newer || !whole.lost)
    return whole
  const pieces = readProgress(salvage(text))
  return { progress: mergeProgress(whole.progress, pieces.progress), newer: pieces.newer, lost: true }
}

/** Picks what can be recognised out of a text that is no JSON. @returns a value for `readProgress` */
function salvage(text: string): unknown {
  const version = /^\s*\{(?:"kind":"[a-z-]*",)?"version":(\d{1,6})[,}]/.exec(text)?.[1]
  if (version !== undefined && Number(version) > PROGRESS_VERSION)
    return { version: Number(version) }
  return eachPart(part => part.salvage(text))
}
