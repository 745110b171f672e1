import { z } from 'zod'
import { fullId, slug, text } from './question-types/base.schema.ts'
import { approvalStatuses } from './scales.ts'

const component = z.string().regex(/^[A-Z][A-Za-z]+$/, 'must be the name of a component, as in CourseMap')

/** `course.yaml`: what the course is called, and what it says of itself. */
export const aboutSchema = z.strictObject({
  id: slug.describe('Never changes: progress that is saved in browsers and learning systems hangs on it'),
  title: text,
  subject: text.describe('As it is said in "A course on …"'),
  description: text.describe('For search engines'),
  lead: text.describe('For packages in other systems'),
  article: z.strictObject({
    about: text.describe('As it is said in "weighs the claims of …"'),
    paragraphs: z.int().positive().describe('How many it has; claims and sections name them, P1 to the last'),
  }),
  approval: z.strictObject({
    regulator: text.describe('Whose decisions the course looked for, as they are named in "has … allowed it for this?"'),
    words: z.record(z.enum(approvalStatuses), text).describe('What the badge says of each decision'),
  }),
  home: z.strictObject({
    title: text.describe('Over the map; {promises} becomes their number, as in "nine promises"'),
    lead: text.describe('What it is about, in a few words: they are read before the first button'),
    more: text.describe('Which article is read, and what the course does with it; said under the buttons'),
    finished: text.describe('Said when every section is learned'),
  }),
  map: component.describe('The component that draws the map, with what lies behind its stations'),
  plate: component.describe('The component that draws the station of one section, large'),
  hotspots: z.strictObject({
    picture: component.describe('The component that draws them'),
    figures: z.record(slug, z.array(slug).min(3, 'needs at least 3 regions')).describe('The figures, each with the names of its regions'),
  }).optional().describe('Figures that questions of the type "hotspot" may be asked on'),
  stations: z.array(slug).min(1, 'needs at least one station').describe('The places of the map, in the order of its way'),
})

/** `evidence/lessons.yaml`: what fools people again and again, by name. */
export const lessonsSchema = z.array(z.strictObject({
  id: slug,
  name: text,
  text: text.describe('What it means and why it fools people, in two sentences'),
  ask: text.describe('What to ask of a headline'),
  seenIn: fullId.describe('The trial or verdict that shows it best'),
})).min(1)

/** `evidence/glossary.yaml` */
export const glossarySchema = z.array(z.strictObject({
  id: slug,
  term: text,
  also: z.array(text).optional().describe('Other words for it; search finds them, the reading level leaves them out'),
  text: text.describe('What it means, in one or two plain sentences'),
})).min(1)

/** `evidence/number-exceptions.yaml`: numbers that are rightly in no result of a source, each reviewed. */
export const numberExceptionsSchema = z.array(z.strictObject({
  section: slug.optional().describe('Where it may stand; without it in every section'),
  number: text.regex(/\d/, 'must hold a number').describe('The number, better with the words around it, as in "RECOVER 2"'),
  reason: text.describe('Why it is in no result of a source'),
}))

/** `quizzes/retired.yaml`: questions that are asked no more. Saved answers to them are kept, so no other question may take their ids. */
export const retiredSchema = z.array(z.strictObject({
  id: fullId.describe('<section>.<question>, as it was'),
  reason: text.describe('Why it went, or what took its place'),
}))

/** `quizzes/accepted-words.yaml`: words that typed gaps accept alike, by the name of their list. */
export const acceptedWordsSchema = z.record(slug, z.array(text).min(1, 'needs at least one word').describe('The first is shown as the solution'))

/** `slides/agendas.yaml`: workshops made of chosen slides. */
export const agendasSchema = z.array(z.strictObject({
  id: slug.describe('What `npm run deck -- --agenda` calls it'),
  title: text,
  minutes: z.int().positive().describe('How long the workshop lasts'),
  slides: z.array(fullId).min(1, 'needs at least one slide'),
})).min(1)

/** `slides/tour.yaml`: the way in for one person, in ten minutes. */
export const tourSchema = z.strictObject({
  lead: text.describe('What comes, in a few words: the first question is to be answered within a minute'),
  steps: z.array(z.strictObject({
    claim: text.describe('What the article asserts, in our own words'),
    look: text.describe('What to look at in the figure'),
    trial: fullId.optional().describe('The trial that is drawn'),
    outcome: slug.optional().describe('Which of its outcomes'),
    question: fullId,
    verdict: fullId,
    says: text.describe('What the verdict shows, in a sentence or two'),
  })).min(1),
})

export type Lesson = z.infer<typeof lessonsSchema>[number]
export type Term = z.infer<typeof glossarySchema>[number]
export type Agenda = z.infer<typeof agendasSchema>[number]
export type About = z.infer<typeof aboutSchema>
export type Tour = z.infer<typeof tourSchema>
export type RetiredQuestion = z.infer<typeof retiredSchema>[number]
export type NumberException = z.infer<typeof numberExceptionsSchema>[number]
