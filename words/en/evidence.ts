import type { PlaneCounts } from '../../core/course-map.ts'
import type { BodySystem, EvidenceLevel, Trial, Verdict } from '../../core/course.ts'

export const evidenceWords: Record<EvidenceLevel, string> = {
  'established': 'Established',
  'promising': 'Promising',
  'mixed': 'Mixed',
  'early': 'Early',
  'not-supported': 'Not supported',
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

export const goalWords: Record<Trial['goal'], string> = {
  'met': 'Main goal met',
  'missed': 'Main goal missed',
  'none': 'No groups made by chance',
  'not-known': 'Main goal not known to us',
}

export const resultWords: Record<Trial['outcomes'][number]['result'], string> = {
  'favours-device': 'favours the device',
  'no-clear-difference': 'no clear difference',
  'favours-control': 'favours the control',
  'not-compared': 'not compared',
}

const orNone = (count: number) => count || 'none'

/** @returns what the plane shows: that a permission and a proof are two things */
export function planeInWords({ uses, permitted, permittedBy, provenOnly }: PlaneCounts): string {
  if (uses === 0)
    return 'None of these is a use of a device.'
  const { established, promising, weaker } = permittedBy
  return [
    `Of ${uses} ${uses === 1 ? 'use' : 'uses'} of a device, ${orNone(permitted)} ${permitted > 1 ? 'are' : 'is'} approved, granted or cleared.`,
    permitted > 0 && `Of these, ${orNone(established)} ${established === 1 ? 'is' : 'are'} established, ${orNone(promising)} promising, ${orNone(weaker)} mixed or weaker.`,
    provenOnly > 0 && `${provenOnly} promising or established ${provenOnly === 1 ? 'one has' : 'ones have'} no such decision.`,
  ].filter(Boolean).join(' ')
}
