import type { Course } from '../../content/load-course.ts'
import type { Approval, EvidenceLevel } from '../../core/course.ts'
import type { Run } from './text.ts'
import { evidenceLevels } from '../../core/scales.ts'
import { evidenceWords } from '../../words/en/evidence.ts'

// The two badges are two texts, each with words of its own, so that neither is ever a part of the other.

/** @returns whether there is no decision: such a stamp is drawn with a broken line */
export const isNone = ({ status }: Approval): boolean => status.startsWith('not-')

/** The dots of Arial are small beside its letters, and on the slides of the course they are as high as those. */
const DOTS = 1.4

/** @returns the four dots and the word */
export function meterRuns(level: EvidenceLevel): Run[] {
  const filled = 4 - evidenceLevels.indexOf(level)
  const dots = '●'.repeat(filled) + '○'.repeat(4 - filled)
  return [
    { text: dots, colour: level, scale: DOTS, ...filled === 0 && { struck: true } },
    { text: `\u00A0\u00A0${evidenceWords[level].replace(' ', '\u00A0')}`, colour: level, bold: true },
  ]
}

/** @returns the word of the decision, who took it and when, as they stand on the stamp */
export function stampRuns(approval: Approval, { about }: Course): Run[] {
  const colour = isNone(approval) ? 'muted' : 'ink'
  const parts = [about.approval.words[approval.status], ...'by' in approval ? [`${approval.by} ${approval.year}`] : []]
  return [{ text: parts.join('\u00A0│ ').toUpperCase(), bold: true, colour }]
}

/** @returns for whom it was decided; nothing where nothing was */
export const forWhom = (approval: Approval): string => 'for' in approval ? `for ${approval.for}` : ''
