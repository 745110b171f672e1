import type { Source } from '../course.ts'
import type { FigureData, FigureName } from './figures.schema.ts'

export type { Branch, FigureName } from './figures.schema.ts'

/** A use of a device, and the decision that allows it. */
export interface AllowedUse {
  as: string
  /** What is said before it */
  with?: string
  status: 'approved' | 'granted' | 'cleared' | 'designated'
  by: string
}

type InFull<Data> = Data extends { sources: string[] } ? Omit<Data, 'sources'> & { sources: Source[] } : Data

type Families = FigureData['device-families']

/** What a family of devices is allowed for, as a sentence for each word of the regulator */
type FamilyInWords = Omit<Families['families'][number], 'allowed' | 'note'> & { allowed: string }

/** What a figure says, as its component gets it from `virtual:course/figure/<name>`. */
export type Figure<N extends FigureName = FigureName> = N extends 'device-families'
  ? Omit<InFull<Families>, 'families'> & { families: FamilyInWords[] }
  : InFull<FigureData[N]>

/** The tags of slides that draw a figure of the data: `FigureReflex` draws `reflex`, `EvidenceScale` draws `evidence-scale`. */
export const figureTags: Record<FigureName, string> = {
  'reflex': 'FigureReflex',
  'device-families': 'FigureDeviceFamilies',
  'fibres': 'FigureFibres',
  'mood-pathway': 'FigureMoodPathway',
  'breathing': 'FigureBreathing',
  'nerve-course': 'FigureNerveCourse',
  'autonomic-plane': 'FigureAutonomicPlane',
  'autonomic-organs': 'FigureAutonomicOrgans',
  'headache-trials': 'FigureHeadacheTrials',
  'evidence-scale': 'EvidenceScale',
}

/**
 * What a regulator allows, a sentence for each word, in the order in which the words first come up.
 * @returns as in `US approved: epilepsy, depression; in one piece, arthritis. US cleared: migraine.`
 */
export function approvalsInWords(uses: AllowedUse[], note?: string): string {
  const groups = new Map<string, AllowedUse[]>()
  for (const use of uses) {
    // "US FDA" is the regulator of the US.
    const decision = `${use.by.split(' ')[0]} ${use.status}`
    groups.set(decision, [...groups.get(decision) ?? [], use])
  }
  return [...groups].map(([decision, group]) => {
    const list = group.reduce((said, use) => {
      const text = use.with ? `${use.with}, ${use.as}` : use.as
      return said === '' ? text : `${said}${use.with ? ';' : ','} ${text}`
    }, '')
    return `${decision}${note ? `, ${note}` : ''}: ${list}.`
  }).join(' ')
}
