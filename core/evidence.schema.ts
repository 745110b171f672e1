import type { About } from './course.schema.ts'
import { z } from 'zod'
import { slug, text } from './question-types/base.schema.ts'
import { evidenceLevels } from './scales.ts'
import { figuresSchema } from './subject/figures.schema.ts'

const devices = [
  'implant',
  'neck-skin',
  'ear-skin',
  'ear-needles',
  'several',
  'none',
] as const
const bodySystems = [
  'brain',
  'mood',
  'pain',
  'heart',
  'immune',
  'gut',
  'general',
] as const
const lessonIds = z.array(slug).min(1).describe('The lessons of evidence/lessons.yaml on which its reading turns')

const anyParagraph = z.string().regex(/^P[1-9]\d*$/, 'must be a paragraph of the article, as in P1')

const claimSchema = z.strictObject({
  id: slug,
  paragraph: anyParagraph,
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
  system: z.enum(bodySystems).describe('The part of the body or the mind it is about; a filter of the evidence map'),
  title: text,
  statement: text.describe('The claim narrowed to something testable'),
  approval: approvalSchema,
  evidence: z.enum(evidenceLevels),
  because: text.describe('Why this level, with the numbers'),
  limits: text.optional(),
  lessons: lessonIds.optional(),
  checked: z.iso.date().describe('The day it was last weighed'),
  recheckBy: z.iso.date().describe('From then on a banner says that it may be out of date'),
  sources: z.array(slug).min(1, 'needs at least one source'),
})

const armSchema = z.strictObject({
  name: text,
  people: z.int().positive().optional(),
  value: z.number(),
})

/** The people of a small study, each drawn once; a group of nobody is left without `people`. */
const groupSchema = z.strictObject({
  name: text,
  people: z.int().positive().optional().describe('Left out: nobody, there was no such group'),
  filled: z.int().nonnegative().optional().describe('How many of them had the result; left out where the result is no count of people'),
  says: text.describe('What was found in this group, or what is missing'),
}).refine(({ people = 0, filled = 0 }) => filled <= people, 'counts more people with the result than there were')

const outcomeSchema = z.strictObject({
  id: slug,
  label: text,
  inShort: text.max(24, 'must be short, 24 characters at most').optional().describe('What was counted, where there is no room for the label: in the figure of all effects'),
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
  groups: z.array(groupSchema).min(2, 'needs at least two groups').optional().describe('Draws the people one by one, for small studies whose result is no number of each group'),
  p: z.string().optional(),
}).superRefine(({ unit, arms = [] }, context) => {
  for (const [place, { value }] of arms.entries()) {
    if (unit === 'percent-of-people' && !(value >= 0 && value <= 100))
      context.addIssue({ code: 'custom', path: ['arms', place, 'value'], message: 'must lie between 0 and 100, as it counts people in a hundred' })
  }
})

const trialSchema = z.strictObject({
  id: slug,
  name: text,
  device: z.enum(devices),
  asked: text,
  who: text,
  compared: text,
  goal: z.enum(['met', 'missed', 'none', 'not-known']).describe('none: an open study; not-known: compared by chance, but we did not see its main goal'),
  goalText: text,
  outcomes: z.array(outcomeSchema).default([]),
  lessons: lessonIds.optional(),
  sources: z.array(slug).min(1, 'needs at least one source'),
})

const safetySchema = z.strictObject({
  notFor: text.describe('For whom this does not apply, or who should not'),
  seekCare: text.describe('When to seek care'),
})

/** One claim of the section that the learner places on the two scales, before the course and after it. */
const beliefSchema = z.strictObject({
  text,
  verdict: slug.describe('The verdict that answers it'),
})

/** `evidence/<section>.yaml` */
export const evidenceFileSchema = z.strictObject({
  title: text,
  paragraph: anyParagraph,
  station: slug.describe('Where it stands on the map'),
  lead: text,
  safety: safetySchema,
  belief: beliefSchema,
  questionsToTake: z.array(text).min(1).optional().describe('What to ask a clinician; printed on one page'),
  claims: z.array(claimSchema).min(1, 'needs at least one claim'),
  verdicts: z.array(verdictSchema).min(1, 'needs at least one verdict'),
  trials: z.array(trialSchema).default([]),
  figures: figuresSchema.default({}).describe('What the figures of the course say; each stands in one section'),
})

/** @returns the same, with the stations and the paragraphs that the course has */
export function evidenceSchemaOf({ stations, article }: Pick<About, 'stations' | 'article'>) {
  const paragraph = z.enum(Array.from({ length: article.paragraphs }, (_, index) => `P${index + 1}`))
  return evidenceFileSchema.extend({
    paragraph,
    station: z.enum(stations).describe('Where it stands on the map'),
    claims: z.array(claimSchema.extend({ paragraph })).min(1, 'needs at least one claim'),
  })
}

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
    limits: text,
    checked: z.iso.date(),
    etAl: z.boolean().optional().describe('There are more authors than are listed here'),
  }),
})

export type EvidenceLevel = (typeof evidenceLevels)[number]
export type BodySystem = (typeof bodySystems)[number]
export type Claim = z.infer<typeof claimSchema>
export type Approval = z.infer<typeof approvalSchema>
export type Verdict = z.infer<typeof verdictSchema>
export type Trial = z.infer<typeof trialSchema>
