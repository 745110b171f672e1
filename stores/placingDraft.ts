import type { Belief } from '../core/progress.ts'
import { isObject, parsed } from '../core/json.ts'
import { evidenceLevels } from '../core/scales.ts'
import { AFRESH_KEY, PLACING_KEY } from './keys.ts'

/** Where a claim is placed so far, on one scale or both */
export type Placed = Partial<Pick<Belief, 'approved' | 'evidence'>>

/** Claims that are placed and not kept yet, by section. */
export interface PlacingDraft {
  moment: Belief['moment']
  placed: Record<string, Placed>
}

/** @returns what is sound of one claim; anybody may have written it */
function soundPlaced(value: unknown): Placed {
  const { approved, evidence } = isObject(value) ? value : {}
  const level = evidenceLevels.find(level => level === evidence)
  return { ...typeof approved === 'boolean' && { approved }, ...level && { evidence: level } }
}

/** @returns what this tab has of claims placed and not kept, unless everything was forgotten since; `undefined` where there is none, or no storage */
export function readPlacing(): PlacingDraft | undefined {
  try {
    const [draft] = parsed(sessionStorage.getItem(PLACING_KEY) ?? '')
    if (!isObject(draft) || !isObject(draft.placed) || draft.afresh !== localStorage.getItem(AFRESH_KEY) || (draft.moment !== 'before' && draft.moment !== 'after'))
      return undefined
    return { moment: draft.moment, placed: Object.fromEntries(Object.entries(draft.placed).map(([section, placed]) => [section, soundPlaced(placed)])) }
  }
  catch {
    return undefined
  }
}

/** Keeps it for this tab; without storage it lasts as long as the page. */
export function savePlacing(draft: PlacingDraft): void {
  try {
    sessionStorage.setItem(PLACING_KEY, JSON.stringify({ ...draft, afresh: localStorage.getItem(AFRESH_KEY) }))
  }
  catch {
    // It is on the page.
  }
}

export function forgetPlacing(): void {
  try {
    sessionStorage.removeItem(PLACING_KEY)
  }
  catch {
    // Nothing was kept.
  }
}
