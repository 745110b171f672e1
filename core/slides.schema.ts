import { z } from 'zod'
import { fullId, slug, text } from './question-types/base.schema.ts'

/** What the frontmatter of every slide of a section holds. */
const base = z.strictObject({
  id: slug.describe('Short id, unique in the section, never reused: progress hangs on it'),
  title: text.describe('The heading of the slide'),
  routeAlias: slug.optional().describe('On the first slide of a section: its address, the name of the file'),
  then: fullId.optional().describe('The question that the reading page asks after this part; slides do without: <section>.<question>'),
})

/** The field that Slidev knows: a step inside a slide, which a clicker makes too. */
const clicks = z.literal(1).optional().describe('Guess, then reveal: on a slide the figure holds back its numbers until a key')

const cover = z.strictObject({
  layout: z.literal('cover'),
  lead: text.optional().describe('One sentence under the title: what is at stake'),
})

/** The layouts by name: each field of their frontmatter, and nothing else. `layouts/<name>.vue` draws it. */
export const slideSchemas = {
  cover: base.extend(cover.shape).extend({ whole: z.boolean().optional().describe('On the reading page nothing of it is folded, as where help is named') }),
  claim: base.extend({
    layout: z.literal('claim'),
    paragraph: z.string().regex(/^P[1-9]\d*$/, 'must be a paragraph of the article, as in P1').optional().describe('The paragraph of the article, as in P1'),
    ask: text.optional().describe('The question under the headline'),
  }),
  mechanism: base.extend({ layout: z.literal('mechanism'), clicks }),
  trial: base.extend({
    layout: z.literal('trial'),
    clicks,
    trial: fullId.describe('The trial whose facts stand beside the figure: <section>.<trial>'),
  }),
  verdict: base.extend({
    layout: z.literal('verdict'),
    verdicts: z.array(fullId).min(1).max(5).describe('One is drawn as a card, up to five as a table: <section>.<verdict>'),
  }),
  people: base.extend({ layout: z.literal('people') }),
  check: base.extend({
    layout: z.literal('check'),
    question: fullId.describe('The question that it asks: <section>.<question>'),
  }),
  takeaway: base.extend({ layout: z.literal('takeaway') }),
} as const

/** The frontmatter of a slide of a section. */
export const slideSchema = z.discriminatedUnion('layout', [
  slideSchemas.cover,
  slideSchemas.claim,
  slideSchemas.mechanism,
  slideSchemas.trial,
  slideSchemas.verdict,
  slideSchemas.people,
  slideSchemas.check,
  slideSchemas.takeaway,
])

/** A slide of the entry that brings in a section. Slidev would hand on any other field of it to every slide of the section. */
export const importSchema = z.strictObject({
  src: z.string().regex(/^\.\/slides\/[a-z0-9-]+\.md(?:#[\d,-]+)?$/, 'must be ./slides/<section>.md').describe('./slides/<section>.md'),
})

/** The first slide of the entry: a cover, and the fields of Slidev's headmatter that the course uses. */
export const headmatterSchema = cover.extend({
  title: text,
  theme: z.literal('none').optional(),
  titleTemplate: text.optional(),
  info: z.union([z.boolean(), z.string()]).optional(),
  favicon: text.optional(),
  fonts: z.strictObject({ provider: z.literal('none') }).optional().describe('Fonts are our own: no request to another host'),
  colorSchema: z.enum(['auto', 'light', 'dark']).optional(),
  aspectRatio: text.optional(),
  canvasWidth: z.int().positive().optional(),
  minutes: z.number().positive().optional().describe('What the clock of the presenter’s view counts down; without it, the minutes of all notes'),
  presenter: z.boolean().optional(),
  browserExporter: z.boolean().optional(),
  download: z.boolean().optional(),
  monaco: z.boolean().optional(),
  twoslash: z.boolean().optional(),
  record: z.boolean().optional(),
  wakeLock: z.boolean().optional(),
  editor: z.boolean().optional(),
  mcp: z.boolean().optional(),
  pwa: z.boolean().optional(),
  preloadImages: z.boolean().optional(),
  selectable: z.boolean().optional(),
  contextMenu: z.boolean().optional(),
  drawings: z.strictObject({ enabled: z.literal(false) }).optional(),
  defaults: z.strictObject({ preload: z.boolean() }).optional(),
  htmlAttrs: z.strictObject({ lang: text }).optional(),
})

type Layout = keyof typeof slideSchemas

/** The frontmatter of a slide, by its layout; a cover may be that of the whole course. */
export type Frontmatter<L extends Layout = Layout> = z.infer<(typeof slideSchemas)[L]>

/** A cover, and where in the deck it stands: which section of how many (0 on that of the course), which slide of how many, and how much of the section is behind it, 0 … 1. */
export interface CoverInDeck {
  frontmatter: Frontmatter<'cover'>
  place: { id: string | null, section: string | null, sectionTitle?: string, part: number, parts: number, done: number, no: number, total: number }
}
