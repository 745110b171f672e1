import { pagePlaces } from '../core/places.ts'
import { slug as slugSchema } from '../core/question-types/base.schema.ts'

/** Files in `evidence/` and `quizzes/` that belong to no single section. */
export const OF_THE_WHOLE_COURSE = new Set(['lessons', 'glossary', 'number-exceptions', 'retired', 'headlines', 'accepted-words'])

/** First parts of addresses that mean something else: a section's slides begin at `/<section>`. */
const ADDRESSES = new Set([
  ...Object.values(pagePlaces).map(place => place.slice(1).replace(/\/$/, '')),
  'learn',
  'quiz',
  'handout',
  'questions',
  'slides',
  'presenter',
  'notes',
  'overview',
  'print',
  'export',
  'entry',
])

/** Devices of Windows, which no file may be called after, whatever its ending. */
const ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** As no identifier in XML does, and manifests of packages have the ids of the course and its sections. */
export const BEGINS_WITH_A_DIGIT = /^\d/

/** @returns why no section may be called so; `undefined` when it may */
export function whyNoName(name: string): string | undefined {
  if (!slugSchema.safeParse(name).success)
    return `"${name}" is no name for a section: use letters a–z, digits and single hyphens, as in heart-rhythm`
  if (/^\d+$/.test(name))
    return `"${name}" is no name for a section: a number is the address of a slide`
  if (BEGINS_WITH_A_DIGIT.test(name))
    return `"${name}" is no name for a section: packages for other systems call its parts so, and no name there begins with a digit`
  if (OF_THE_WHOLE_COURSE.has(name) || ADDRESSES.has(name))
    return `"${name}" is no name for a section: the course has a page or a file of that name`
  if (name === 'all')
    return '"all" is no name for a section: "--section all" stands for the whole course'
  if (ON_WINDOWS.test(name))
    return `"${name}" is no name for a section: Windows can have no file of that name`
  return undefined
}
