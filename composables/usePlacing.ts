import type { ComputedRef } from 'vue'
import type { EvidenceLevel } from '../core/course.ts'
import type { Belief } from '../core/progress.ts'
import type { Placed } from '../stores/placingDraft.ts'
import { computed, reactive, watch } from 'vue'
import { readPlacing, savePlacing } from '../stores/placingDraft.ts'

/** Where claims are placed and not kept yet. */
export interface Placing {
  /** By section */
  placed: Record<string, Placed>
  /** The claims that are on both scales */
  whole: ComputedRef<{ section: string, approved: boolean, evidence: EvidenceLevel }[]>
  /** The scale that is still open, by the section of each claim that is on the other */
  halves: ComputedRef<Record<string, keyof Placed>>
}

/** @returns the claims of these sections to be placed, as far as that was done in this tab; it is saved for the tab at every change */
export function usePlacing(sections: readonly string[], moment: Belief['moment']): Placing {
  const draft = readPlacing()
  const before = draft?.moment === moment ? draft.placed : {}
  const placed = reactive<Placing['placed']>(Object.fromEntries(sections.map(section => [section, { ...before[section] }])))
  watch(placed, () => savePlacing({ moment, placed }))
  const whole = computed(() => Object.entries(placed).flatMap(([section, { approved, evidence }]) =>
    approved !== undefined && evidence !== undefined ? [{ section, approved, evidence }] : []))
  const halves = computed(() => Object.fromEntries(Object.entries(placed).flatMap(([section, { approved, evidence }]) =>
    (approved === undefined) === (evidence === undefined) ? [] : [[section, approved === undefined ? 'approved' : 'evidence'] as const])))
  return { placed, whole, halves }
}
