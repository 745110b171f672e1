import type { Approval, EvidenceLevel, Trial, Verdict } from './course.ts'
import { approvalStatuses, evidenceLevels } from './scales.ts'

/** The whole course in little: what the figures need that span its sections. */
export interface CourseMap {
  verdicts: MapVerdict[]
  trials: MapTrial[]
  /** The claim of each section that the learner places on the two scales */
  beliefs: { section: string, text: string, verdict: string }[]
}

export interface MapVerdict extends Pick<Verdict, 'id' | 'title' | 'device' | 'system' | 'approval' | 'evidence' | 'checked'> {
  /** The slide where it is shown: full id, title, number in the deck */
  slide?: { id: string, title: string, no: number }
}

type Outcome = Trial['outcomes'][number]

/** A trial that counted people in percent in each of its groups. */
export interface MapTrial extends Pick<Trial, 'id' | 'name' | 'device' | 'who' | 'compared' | 'goal'> {
  outcome: Pick<Outcome, 'label' | 'inShort' | 'kind'> & { arms: NonNullable<Outcome['arms']> }
}

/** A place on the plane of proof and approval, with what lies there. */
interface MapCell {
  status: Approval['status']
  verdicts: MapVerdict[]
}

export interface MapRow {
  level: EvidenceLevel
  cells: MapCell[]
}

/** @returns the plane row by row, from established down, each cell from no decision to approved */
export function planeOf(verdicts: MapVerdict[]): MapRow[] {
  return evidenceLevels.map(level => ({
    level,
    cells: approvalStatuses.map(status => ({
      status,
      verdicts: verdicts.filter(verdict => verdict.evidence === level && verdict.approval.status === status),
    })),
  }))
}

const mayBeSold: Approval['status'][] = ['approved', 'granted', 'cleared']

/** How many uses of a device have a permission, and how strong the proof of those is. */
export interface PlaneCounts {
  uses: number
  permitted: number
  /** Of those that are permitted */
  permittedBy: { established: number, promising: number, weaker: number }
  /** Established or promising, and not permitted */
  provenOnly: number
}

/** @returns what the plane shows, counted; ideas without a device are no uses */
export function planeCounts(verdicts: MapVerdict[]): PlaneCounts {
  const uses = verdicts.filter(({ approval }) => approval.status !== 'not-a-device')
  const permitted = uses.filter(({ approval }) => mayBeSold.includes(approval.status))
  const countOf = (list: MapVerdict[], ...levels: EvidenceLevel[]) => list.filter(({ evidence }) => levels.includes(evidence)).length
  const established = countOf(permitted, 'established')
  const promising = countOf(permitted, 'promising')
  return {
    uses: uses.length,
    permitted: permitted.length,
    permittedBy: { established, promising, weaker: permitted.length - established - promising },
    provenOnly: countOf(uses, 'established', 'promising') - established - promising,
  }
}

/**
 * Every use once. Where two sections weigh the same decision of a regulator (same device, part of the body, word,
 * year and proof), it stands as the first has it; else one permission would count twice.
 */
export function usesOf(verdicts: MapVerdict[]): MapVerdict[] {
  const found = new Map<string, MapVerdict>()
  for (const verdict of verdicts) {
    if (!('year' in verdict.approval)) {
      found.set(verdict.id, verdict)
      continue
    }
    const { status, by, year } = verdict.approval
    const key = [verdict.device, verdict.system, status, by, year, verdict.evidence].join()
    // Within one section the same words may well be two decisions: a device cleared for two illnesses in a year.
    const section = verdict.id.split('.')[0]
    const same = found.get(key)
    if (same && !same.id.startsWith(`${section}.`))
      continue
    found.set(same ? `${key} ${verdict.id}` : key, verdict)
  }
  return [...found.values()]
}

export interface Decision extends MapVerdict {
  approval: Extract<Approval, { year: number }>
}

/** @returns the regulators' decisions from the first to the last, each once */
export function decisionsOf(verdicts: MapVerdict[]): Decision[] {
  return usesOf(verdicts)
    .filter((verdict): verdict is Decision => 'year' in verdict.approval)
    .sort((a, b) => a.approval.year - b.approval.year)
}
