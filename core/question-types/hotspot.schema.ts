import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { optionKey, questionBase, text } from './base.schema.ts'
import { hotspot } from './hotspot.ts'

const region = z.strictObject({
  text: text.describe('What the region is called'),
  region: z.string().describe('The region of the figure'),
  feedback: text,
})

/** The figures of `course.yaml`, each with the names of its regions. */
export type HotspotFigures = Record<string, string[]>

function figureOf(figures: HotspotFigures | undefined): z.ZodType<string, string> {
  if (!figures)
    return z.string()
  const names = Object.keys(figures)
  return names.length > 0 ? z.enum(names) : z.string().refine(() => false, 'is no figure: course.yaml names none under "hotspots"')
}

/** @param figures without them every figure and region passes, as nothing is known of them */
export function hotspotSchemaOf(figures?: HotspotFigures) {
  return questionBase.extend({
    type: z.literal('hotspot').describe('Find a region of a figure'),
    figure: figureOf(figures),
    options: z.record(optionKey, region)
      .refine(o => Object.keys(o).length >= 3 && Object.keys(o).length <= 7, 'needs 3 to 7 regions'),
    answer: optionKey.describe('Key of the right region'),
  })
    .superRefine(({ figure, options }, context) => {
      const regions = figures?.[figure]
      for (const [key, { region }] of Object.entries(options)) {
        if (regions && !regions.includes(region))
          context.addIssue({ code: 'custom', path: ['options', key, 'region'], message: `is no region of the figure; it has ${regions.join(', ')}` })
      }
    })
    .refine(({ options }) => {
      const regions = Object.values(options).map(option => option.region)
      return new Set(regions).size === regions.length
    }, { path: ['options'], error: 'names a region twice' })
}

export type HotspotQuestion = Asked<z.infer<ReturnType<typeof hotspotSchemaOf>>>

export const wrongSpot: WrongAnswer<HotspotQuestion> = question =>
  hotspot.validate(question, question.answer) && `the answer "${question.answer}" is no option (${Object.keys(question.options)})`
