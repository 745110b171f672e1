import { regulator } from './approval.ts'

/** Said where nothing is placed whole. */
export const NOTHING_PLACED = 'Place at least one claim on both scales first.'

/** @returns what is said before claims that are on one scale only are left out; empty where there are none */
export function halfPlacedWords(count: number): string {
  if (count === 0)
    return ''
  return count === 1
    ? '1 claim is on one scale only: place it on both, or press Keep again to leave it out.'
    : `${count} claims are on one scale only: place them on both, or press Keep again to leave them out.`
}

/** What is asked of a claim, scale by scale */
export const scaleWords = {
  approved: `Has ${regulator} allowed it for this?`,
  evidence: 'How strong is the proof?',
} as const

/** The two answers to the first, as they are counted. The course knows what it found, and not that there is nothing. */
export const approvedWords = { yes: 'Allowed', no: 'No approval found' } as const

/** What a claim lacks that is on one scale only */
export const openScaleWords = {
  approved: `Still open: has ${regulator} allowed it for this?`,
  evidence: 'Still open: how strong is the proof?',
} as const

/** @returns what the learner said of one scale, before and now: `you said yes, now no`; once only, `you said yes` */
export function saidWords(before: string | undefined, now: string): string {
  return before === undefined ? `you said ${now}` : `you said ${before}, now ${now}`
}
