import type { Progress } from '../progress.ts'
import type { ProgressPart } from './part.ts'
import { answers } from './answers.ts'
import { attempts } from './attempts.ts'
import { beliefs } from './beliefs.ts'
import { clocks } from './clocks.ts'
import { seen } from './seen.ts'

export type PartName = keyof Progress

/** Every part of a learner's progress, in the order in which they are saved; one that is forgotten here is a type error. */
export const progressParts: { [Name in PartName]: ProgressPart<Progress[Name]> } = { answers, attempts, beliefs, seen, clocks }

/** @returns something for each part; what `of` gives is trusted to fit the part's name */
export function eachPart<T>(of: (part: ProgressPart<any>, name: PartName) => T): Record<PartName, T> {
  return Object.fromEntries(Object.entries(progressParts).map(([name, part]) => [name, of(part, name as PartName)])) as Record<PartName, T>
}

/** @returns the progress of a learner who has done nothing yet */
export function emptyProgress(): Progress {
  return eachPart<any>(part => part.empty())
}

/** Puts two histories together: what either tab knows is kept. @returns the same in either order and any number of times */
export function mergeProgress(a: Progress, b: Progress): Progress {
  return eachPart<any>((part, name) => part.merge(a[name], b[name]))
}

/** @returns what `a` holds and `b` does not */
export function withoutProgress(a: Progress, b: Progress): Progress {
  return eachPart<any>((part, name) => part.without(a[name], b[name]))
}

/** @returns how much there is of each part */
export function countsOf(progress: Progress): Record<PartName, number> {
  return eachPart((part, name) => part.count(progress[name]))
}

/** @returns whether nothing is known of a learner */
export function isEmpty(progress: Progress): boolean {
  return Object.values(countsOf(progress)).every(count => count === 0)
}
