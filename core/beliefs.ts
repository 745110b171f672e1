import type { Approval, EvidenceLevel } from './course.ts'
import type { Belief, Progress } from './progress.ts'
import { evidenceLevels } from './scales.ts'

/** What a belief is measured by. */
export interface BeliefTruth {
  approval: Approval
  evidence: EvidenceLevel
}

/** @returns where the learner placed a section's claim last, before the course or after it */
export function latestBelief({ beliefs }: Progress, section: string, moment: Belief['moment']): Belief | undefined {
  return beliefs.findLast(belief => belief.section === section && belief.moment === moment)
}

/** A permission to be sold for this use, in whichever of its three words; a designation is none. */
export function isApproved({ status }: Approval): boolean {
  return status === 'approved' || status === 'granted' || status === 'cleared'
}

/** @returns how many levels of evidence the belief is off (0 … 4; positive: believed more than is shown), and whether the approval is right */
export function nearness(belief: Pick<Belief, 'approved' | 'evidence'>, truth: BeliefTruth): { levels: number, approvalRight: boolean } {
  return {
    levels: evidenceLevels.indexOf(truth.evidence) - evidenceLevels.indexOf(belief.evidence),
    approvalRight: belief.approved === isApproved(truth.approval),
  }
}
