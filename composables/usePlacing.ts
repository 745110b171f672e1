import type { ComputedRef } from 'vue'
import type { EvidenceLevel } from '../core/course.ts'
import type { Belief } from '../core/progress.ts'
import { computed, reactive } from 'vue'

type Placed = Partial<Pick<Belief, 'approved' | 'evidence'>>

/** Where claims are placed and not kept yet. */
export interface Placing {
  /** By section */
  placed: Record<string, Placed>
  /** The claims that are on both scales */
  whole: ComputedRef<{ section: string, approved: boolean, evidence: EvidenceLevel }[]>
  /** The scale that is still open, by the section of each claim that is on the other */
  halves: ComputedRef<Record<string, keyof Placed>>
}

/** @returns the claims of these sections to be placed */
export function usePlacing(sections: readonly string[]): Placing {
  const placed = reactive<Placing['placed']>(Object.fromEntries(sections.map(section => [section, {}])))
  const whole = computed(() => Object.entries(placed).flatMap(([section, { approved, evidence }]) =>
    approved !== undefined && evidence !== undefined ? [{ section, approved, evidence }] : []))
  const halves = computed(() => Object.fromEntries(Object.entries(placed).flatMap(([section, { approved, evidence }]) =>
    (approved === undefined) === (evidence === undefined) ? [] : [[section, approved === undefined ? 'approved' : 'evidence'] as const])))
  return { placed, whole, halves }
}
