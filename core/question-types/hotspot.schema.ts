import type { HotspotFigure } from '../subject/hotspot-regions.ts'
import type { Asked, WrongAnswer } from './base.schema.ts'
import { z } from 'zod'
import { hotspotRegions } from '../subject/hotspot-regions.ts'
import { optionKey, questionBase, text } from './base.schema.ts'
import { hotspot } from './hotspot.ts'

const region = z.strictObject({
  text: text.describe('What the region is called'),
  region: z.string().describe('The region of the figure'),
  feedback: text,
})

export const hotspotSchema = questionBase.extend({
  type: z.literal('hotspot').describe('Find a region of a figure'),
  figure: z.enum(Object.keys(hotspotRegions) as [HotspotFigure, ...HotspotFigure[]]),
  options: z.record(optionKey, region)
    .refine(o => Object.keys(o).length >= 3 && Object.keys(o).length <= 7, 'needs 3 to 7 regions'),
  answer: optionKey.describe('Key of the right region'),
})
  .refine(
    ({ figure, options }) => Object.values(options).every(option => (hotspotRegions[figure] as readonly string[]).includes(option.region)),
    { path: ['options'], error: issue => `names a region that the figure has not; it has ${hotspotRegions[(issue.input as { figure: HotspotFigure }).figure]?.join(', ')}` },
  )
  .refine(({ options }) => {
    const regions = Object.values(options).map(option => option.region)
    return new Set(regions).size === regions.length
  }, { path: ['options'], error: 'names a region twice' })

export type HotspotQuestion = Asked<z.infer<typeof hotspotSchema>>

export const wrongSpot: WrongAnswer<HotspotQuestion> = question =>
  hotspot.validate(question, question.answer) && `the answer "${question.answer}" is no option (${Object.keys(question.options)})`
