import { parsed } from '../json.ts'
import { LATEST_MS } from '../progress.ts'

/*
 * What every part of a learner's progress must be able to do, and the tools for parts that are lists. Packed lists are
 * text of entries that each end with ";", so that a text that is cut off or damaged in one place keeps the rest.
 */

/** One part of a learner's progress: `merge` is the same in any order and any number of times. */
export interface ProgressPart<T> {
  empty: () => T
  merge: (a: T, b: T) => T
  /** @returns what `a` holds and `b` does not */
  without: (a: T, b: T) => T
  /** @returns how many entries it holds */
  count: (part: T) => number
  /** @returns the value that is saved as JSON; `undefined` where nothing is saved of it */
  pack: (part: T) => unknown
  /** Reads what any version packed, whatever the value is. @returns what is sound of it, and whether something was lost */
  read: (packed: unknown) => { part: T, lost: boolean }
  /** @returns what can be recognised in a text that is no JSON any more, as a value for `read` */
  salvage: (text: string) => unknown
}

/** The order of texts by their characters, the same in every language of the browser. @returns -1, 0 or 1, for `sort` */
export function compare(a: string, b: string): number {
  return a < b
    ? -1
    : a > b
      ? 1
      : 0
}

type Compare<T> = (a: T, b: T) => number

/** @returns both lists as one, in order and without doubles; both are sorted already as a rule, which makes it fast */
function union<T>(a: readonly T[], b: readonly T[], compareItems: Compare<T>): T[] {
  const [left, right] = [a, b].map(list => list.every((item, place) => place === 0 || compareItems(list[place - 1]!, item) <= 0)
    ? list
    : [...list].sort(compareItems)) as [readonly T[], readonly T[]]
  const merged: T[] = []
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const takeLeft = j >= right.length || (i < left.length && compareItems(left[i]!, right[j]!) <= 0)
    const item = takeLeft ? left[i++]! : right[j++]!
    if (merged.length === 0 || compareItems(merged.at(-1)!, item) !== 0)
      merged.push(item)
  }
  return merged
}

/** @returns what of `a` is not in `b`, in order */
function difference<T>(a: readonly T[], b: readonly T[], compareItems: Compare<T>): T[] {
  const [left, right] = [[...a].sort(compareItems), [...b].sort(compareItems)]
  let place = 0
  return left.filter((item) => {
    while (place < right.length && compareItems(right[place]!, item) < 0)
      place++
    return place === right.length || compareItems(right[place]!, item) !== 0
  })
}

/** What all parts that are lists have in common. */
export function listPart<T>(compareItems: Compare<T>): Pick<ProgressPart<T[]>, 'empty' | 'merge' | 'without' | 'count'> {
  return {
    empty: () => [],
    merge: (a, b) => union(a, b, compareItems),
    without: (a, b) => difference(a, b, compareItems),
    count: list => list.length,
  }
}

/** Keeps what is sound of a list, in plain form. @returns it, and whether something was not */
export function soundOf<T>(list: unknown, isSound: (item: unknown) => item is T, plain: (item: T) => T): { part: T[], lost: boolean } {
  const kept = Array.isArray(list) ? list.filter(isSound) : []
  return { part: kept.map(plain), lost: !Array.isArray(list) || kept.length < list.length }
}

export const base36 = (value: number): string => value.toString(36)
/** @returns the number, or `NaN` where the text is none */
export const fromBase36 = (text: string | undefined): number => text !== undefined && /^[0-9a-z]+$/.test(text) ? Number.parseInt(text, 36) : Number.NaN

export const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LATEST_MS
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/.test(value)
export const isSlug = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)

/** @returns the entries of a packed list; one that does not end with ";" was cut off and could mean anything, so it is empty */
export function entriesOf(list: string): string[] {
  const entries = list.split(';')
  return entries.pop() === ''
    ? entries
    : [...entries, '']
}

export const untilLastEntry = (list: string): string => list.slice(0, list.lastIndexOf(';') + 1)

/** Cuts a text before each place that matches, so that damage in one piece does not reach the next. */
export function piecesFrom(text: string, start: RegExp): string[] {
  const places = Array.from(text.matchAll(start), match => match.index)
  return places.map((place, index) => text.slice(place, places[index + 1]))
}

/** @returns the objects of a text that begin and end like this */
export function objectsFrom(text: string, start: RegExp, end: RegExp): unknown[] {
  return piecesFrom(text, start).flatMap((piece) => {
    const last = end.exec(piece)
    return last ? parsed(piece.slice(0, last.index + last[0].length)) : []
  })
}
