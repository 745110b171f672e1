import { z } from 'zod'
import { fullId, slug, text } from './question-types/base.schema.ts'

export const evidenceLevels = [
  'established',
  'promising',
  'mixed',
  'early',
  'not-supported',
] as const
export const approvalStatuses = [
  'approved',
  'granted',
  'cleared',
  'designated',
  'not-approved',
  'not-a-device',
] as const
const devices = [
  'implant',
  'neck-skin',
  'ear-skin',
  'ear-needles',
  'several',
  'none',
] as const
const stations = [
  'brainstem',
  'brain',
  'head',
  'neck',
  'heart',
  'spleen',
  'gut',
  'body',
  'path',
] as const
const layouts = [
  'cover',
  'claim',
  'mechanism',
  'trial',
  'verdict',
  'people',
  'check',
  'takeaway',
] as const

const claimSchema = z.strictObject({
  id: slug,
  paragraph: z.string().regex(/^P[1-9]$/, 'must be the paragraph of the article, P1 to P9'),
  text: text.describe('What the article asserts, in our own words'),
})

const decision = {
  by: text,
  year: z.int().min(1990).max(2100),
  for: text,
}

/** A decision names who took it, when and for whom; where there is none, there is nothing to name. */
const approvalSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.enum([
      'approved',
      'granted',
      'cleared',
      'designated',
    ]),
    ...decision,
  }),
  z.strictObject({
    status: z.enum(['not-approved', 'not-a-device']),
  }),
])

const verdictSchema = z.strictObject({
  id: slug,
  claims: z.array(slug).min(1, 'belongs to at least one claim'),
  device: z.enum(devices),
  title: text,
  statement: text.describe('The claim narrowed to something testable'),
  approval: approvalSchema,
  evidence: z.enum(evidenceLevels),
  because: text.describe('Why this level, with the numbers'),
  limits: text.optional(),
  sources: z.array(slug).min(1, 'needs at least one source'),
})

const armSchema = z.strictObject({
  name: text,
  people: z.int().positive().optional(),
  value: z.number(),
})

const outcomeSchema = z.strictObject({
  id: slug,
  label: text,
  kind: z.enum(['main', 'secondary']),
  result: z.enum([
    'favours-device',
    'no-clear-difference',
    'favours-control',
    'not-compared',
  ]),
  unit: z.enum([
    'percent-of-people',
    'percent-change',
    'points',
    'other',
  ]).optional(),
  arms: z.array(armSchema).optional(),
  p: z.string().optional(),
})

const trialSchema = z.strictObject({
  id: slug,
  name: text,
  device: z.enum(devices),
  asked: text,
  who: text,
  compared: text,
  goal: z.enum(['met', 'missed', 'none']),
  goalText: text,
  outcomes: z.array(outcomeSchema).default([]),
  sources: z.array(slug).min(1, 'needs at least one source'),
})

/** `evidence/<section>.yaml` */
export const evidenceFileSchema = z.strictObject({
  title: text,
  paragraph: z.string().regex(/^P[1-9]$/, 'must be the paragraph of the article, P1 to P9'),
  station: z.enum(stations).describe('Where it stands on the map'),
  lead: text,
  safety: text,
  claims: z.array(claimSchema).min(1, 'needs at least one claim'),
  verdicts: z.array(verdictSchema).min(1, 'needs at least one verdict'),
  trials: z.array(trialSchema).default([]),
})

/** One entry of `evidence/sources.json`: CSL-JSON with what the course adds under `custom`. */
export const sourceSchema = z.looseObject({
  id: slug,
  type: text,
  title: text,
  DOI: z.string().regex(/^10\.\d{4,9}\/\S+$/, 'must begin with 10. and hold no blank').optional(),
  PMID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  custom: z.looseObject({
    result: text,
    checked: z.iso.date(),
    etAl: z.boolean().optional().describe('There are more authors than are listed here'),
  }),
})

/** What the frontmatter of every slide of a section must hold. */
export const slideSchema = z.looseObject({
  layout: z.enum(layouts),
  id: slug,
  title: text,
  question: fullId.optional(),
  trial: fullId.optional(),
  verdicts: z.array(fullId).min(1).max(5).optional(),
})

export type EvidenceLevel = (typeof evidenceLevels)[number]
export type Station = (typeof stations)[number]
export type Claim = z.infer<typeof claimSchema>
export type Approval = z.infer<typeof approvalSchema>
export type Verdict = z.infer<typeof verdictSchema>
export type Trial = z.infer<typeof trialSchema>
