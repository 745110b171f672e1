import type { Approval, BodySystem, EvidenceLevel, Verdict } from './course.ts'

/** How the course names its scales, from the strongest or the first onwards. */
export const evidenceWords: Record<EvidenceLevel, string> = {
  'established': 'Established',
  'promising': 'Promising',
  'mixed': 'Mixed',
  'early': 'Early',
  'not-supported': 'Not supported',
}

/** From no decision to the one that asks for most. */
export const approvalWords: Record<Approval['status'], string> = {
  'not-a-device': 'No device',
  'not-approved': 'Not approved',
  'designated': 'Designated',
  'cleared': 'Cleared',
  'granted': 'Granted',
  'approved': 'Approved',
}

export const deviceWords: Record<Verdict['device'], string> = {
  'implant': 'Implant',
  'neck-skin': 'Neck-skin device',
  'ear-skin': 'Ear-skin device',
  'ear-needles': 'Ear needles',
  'several': 'Several devices',
  'none': 'No device',
}

export const systemWords: Record<BodySystem, string> = {
  brain: 'Brain and nerves',
  mood: 'Mood and anxiety',
  pain: 'Pain',
  heart: 'Heart and circulation',
  immune: 'Immune system',
  gut: 'Gut',
  general: 'Health in general',
}

export const goalWords = {
  'met': 'Main goal met',
  'missed': 'Main goal missed',
  'none': 'No comparison by chance',
  'not-known': 'Main goal not known to us',
}
