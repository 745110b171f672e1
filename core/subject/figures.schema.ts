import { z } from 'zod'
import { fullId, slug, text } from '../question-types/base.schema.ts'

/** What every figure with facts of its own has, as a verdict has it. */
const facts = {
  checked: z.iso.date().describe('The day its facts were last checked'),
  recheckBy: z.iso.date().describe('From then on the page says that it may be out of date'),
  sources: z.array(slug).min(1, 'needs at least one source').describe('What its facts rest on: ids in evidence/sources.json'),
}

const description = text.describe('What is drawn, for those who do not see it; "(1)" is the mark of that number in the drawing')
const caption = text.describe('Read under the figure')

/** One use that a regulator allows a family of devices for: as its verdicts have it, or a decision that no verdict is about. */
const useSchema = z.strictObject({
  as: text.describe('The use in a word or two'),
  with: text.optional().describe('What is said before it, as "in one piece at the neck"'),
  verdicts: z.array(fullId).min(1).optional().describe('The verdicts whose decision this is; the word (approved, granted, cleared) is theirs'),
  decision: z.strictObject({
    status: z.enum(['approved', 'granted', 'cleared']),
    by: text.describe('As in a verdict: "US FDA"'),
    source: slug.describe('Where the decision can be read; one of the sources of the figure'),
  }).optional().describe('A decision that no verdict is about'),
}).refine(({ verdicts, decision }) => !verdicts !== !decision, 'needs either "verdicts" or "decision"')

/** Places of the plate of the nerve's course, in the order in which they are offered. */
const branches = ['brainstem', 'ear', 'throat', 'heart', 'lungs', 'stomach', 'bowel'] as const

const organs = ['eye', 'gland', 'airways', 'heart', 'liver', 'stomach', 'pancreas', 'adrenal', 'colon', 'bladder', 'skin'] as const

/** By which nerve the parasympathetic side comes; the vagus is X. */
const parasympatheticNerves = ['III', 'VII, IX', 'X', 'S2–S4', 'none'] as const

const levels = z.enum(['low', 'middle', 'high'])

/** `figures:` of `evidence/<section>.yaml`: what each figure says. It is drawn by the component of that name. */
const figureSchemas = {
  'reflex': z.strictObject({
    ...facts,
    description,
    caption,
    steps: z.array(z.strictObject({
      name: text,
      says: text,
      animals: text.describe('What was seen of it in animals'),
      people: text.describe('What was seen of it in people'),
      disputed: z.boolean().optional().describe('Drawn with a broken line'),
    })).length(7, 'must be the seven steps that are drawn'),
  }).describe('FigureReflex: the inflammatory reflex step by step'),

  'device-families': z.strictObject({
    ...facts,
    description,
    families: z.array(z.strictObject({
      name: text,
      how: text.describe('Whether it needs surgery, and where it is'),
      note: text.optional().describe('Said of all its uses, as "on several nerves"'),
      allowed: z.array(useSchema).min(1),
      on: text.describe('For how long it is on'),
    })).length(4, 'must be the four families that are drawn'),
  }).describe('FigureDeviceFamilies: four families of devices on one body'),

  'fibres': z.strictObject({
    ...facts,
    description,
    caption,
    kinds: z.array(z.strictObject({
      kind: z.enum(['up', 'down', 'sympathetic']),
      count: z.int().positive().describe('How many of the hundred fibres are drawn so'),
      head: text,
      text,
    }).refine(({ count, head }) => new RegExp(`\\b${count}\\b`).test(head), 'must name its count in "head"'))
      .length(3, 'must be the three kinds that are drawn')
      .refine(kinds => kinds.reduce((sum, { count }) => sum + count, 0) === 100, 'must make one hundred fibres together'),
  }).describe('FigureFibres: one hundred fibres of the vagus nerve'),

  'mood-pathway': z.strictObject({
    ...facts,
    description,
    caption,
    rats: text.describe('What was stimulated in rats'),
    people: text.describe('What was stimulated in people'),
    steps: z.array(z.strictObject({
      name: text,
      job: text,
      rats: text.describe('What was seen there in rats'),
      people: text.describe('What was seen there in people'),
    })).length(3, 'must be the three places that are drawn'),
  }).describe('FigureMoodPathway: from the neck to mood, as far as it has been shown'),

  'breathing': z.strictObject({
    ...facts,
    description,
    caption,
    how: text.describe('How the trace was made'),
    axis: text.describe('What the axis and the dots are'),
    simulated: z.strictObject({
      pulse: z.tuple([z.int(), z.int()]).describe('Beats a minute, lowest and highest; nobody was measured'),
      pulseAxis: z.array(z.int()).min(2).describe('The numbers at the axis of the pulse, the lowest first'),
      secondsAxis: z.array(z.int().nonnegative()).min(2).describe('The numbers at the axis of time; the last one is its end'),
    }),
    stills: z.array(z.strictObject({
      second: z.int().nonnegative(),
      says: text,
    })).min(2).describe('What stands in for the motion, and the words at the end'),
  }).describe('FigureBreathing: a minute of slow breathing with a simulated pulse'),

  'nerve-course': z.strictObject({
    ...facts,
    description,
    says: text.describe('Before a branch is chosen'),
    branches: z.array(z.strictObject({
      id: z.enum(branches),
      name: text,
      says: text,
    })).length(branches.length, 'must be the seven branches that are drawn'),
  }).describe('FigureNerveCourse: the course of both vagus nerves'),

  'autonomic-plane': z.strictObject({
    ...facts,
    description,
    caption,
    says: z.array(z.strictObject({
      sympathetic: levels,
      parasympathetic: levels,
      says: text,
    })).length(9, 'must say something for each of the nine fields of the plane'),
  }).describe('FigureAutonomicPlane: two systems on two axes'),

  'autonomic-organs': z.strictObject({
    ...facts,
    nerves: z.record(z.enum(parasympatheticNerves), z.string()).describe('Which nerve brings the parasympathetic side, in words; empty where there is none'),
    from: text.describe('Where the sympathetic side comes from'),
    vagus: text.describe('Said of an organ that the vagus serves'),
    notVagus: text.describe('Said of an organ that it does not serve'),
    organs: z.array(z.strictObject({
      id: z.enum(organs),
      name: text,
      sympathetic: text,
      parasympathetic: text,
      by: z.enum(parasympatheticNerves),
    })).length(organs.length, 'must be the eleven organs that are drawn'),
  }).describe('FigureAutonomicOrgans: what the two systems do at one organ after another'),

  'headache-trials': z.strictObject({
    caption,
    aims: z.array(z.strictObject({
      name: text.describe('What the device is used for'),
      trials: z.array(slug).min(1).describe('Trials of the same file'),
    })).min(1),
    subgroups: z.array(slug).describe('Outcomes that count a part of the people only'),
  }).describe('FigureHeadacheTrials: the trials of one device by aim'),

  'evidence-scale': z.strictObject({
    ...facts,
    approval: text.describe('Whose decisions the stamps are'),
    stamps: z.strictObject({ approved: text, granted: text, cleared: text, designated: text }).describe('What each word of a regulator means'),
    proof: text.describe('What a level of proof is said of'),
    levels: z.strictObject({ 'established': text, 'promising': text, 'mixed': text, 'early': text, 'not-supported': text }).describe('When the course gives each level'),
  }).describe('EvidenceScale: the two badges explained'),
}

export const figuresSchema = z.strictObject(figureSchemas).partial()

type Schemas = typeof figureSchemas
export type FigureName = keyof Schemas
/** As it is written, by name. */
export type FigureData = { [N in FigureName]: z.infer<Schemas[N]> }
export type DeviceUse = z.infer<typeof useSchema>
export type Branch = (typeof branches)[number]
