import type { Approval, EvidenceLevel, Trial, Verdict } from './course.ts'
import { approvalWords, evidenceWords } from './words.ts'

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

const levels = Object.keys(evidenceWords) as EvidenceLevel[]
const statuses = Object.keys(approvalWords) as Approval['status'][]

/** @returns the plane row by row, from established down, each cell from no decision to approved */
export function planeOf(verdicts: MapVerdict[]): MapRow[] {
  return levels.map(level => ({
    level,
    cells: statuses.map(status => ({
      status,
      verdicts: verdicts.filter(verdict => verdict.evidence === level && verdict.approval.status === status),
    })),
  }))
}

const mayBeSold: Approval['status'][] = ['approved', 'granted', 'cleared']

/** @returns what the plane shows, in words: that a permission and a proof are two things */
export function planeInWords(verdicts: MapVerdict[]): string {
  const uses = verdicts.filter(({ approval }) => approval.status !== 'not-a-device')
  const sold = uses.filter(({ approval }) => mayBeSold.includes(approval.status))
  const strong = ({ evidence }: MapVerdict) => evidence === 'established' || evidence === 'promising'
  const proven = uses.filter(verdict => strong(verdict) && !sold.includes(verdict)).length
  const count = (...wanted: EvidenceLevel[]) => sold.filter(({ evidence }) => wanted.includes(evidence)).length || 'none'
  if (uses.length === 0)
    return 'None of these is a use of a device.'
  return [
    `Of ${uses.length} ${uses.length === 1 ? 'use' : 'uses'} of a device, ${sold.length || 'none'} ${sold.length > 1 ? 'are' : 'is'} approved, granted or cleared.`,
    sold.length > 0 && `Of these, ${count('established')} ${count('established') === 1 ? 'is' : 'are'} established, ${count('promising')} promising, ${count('mixed', 'early', 'not-supported')} mixed or weaker.`,
    proven > 0 && `${proven} promising or established ${proven === 1 ? 'one has' : 'ones have'} no such decision.`,
  ].filter(Boolean).join(' ')
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
