/** Is this build for presenting, and not for publishing? Then it has the galleries, and what a live room needs. */
declare const __PRESENTS__: boolean

/** Does this build keep itself in the browser? The public one does. */
declare const __OFFLINE__: boolean

/** Is this build for a learning system, which keeps progress itself and opens no folders? */
declare const __LMS__: boolean

/** Is this build a folder that is opened without a server? Then links name files, and the deck is one of them. */
declare const __FILES__: boolean

/** Do the slides stand beside the pages? Without them no link leads to one. */
declare const __DECK__: boolean

/** What the course is called in all that is kept of it; `id`, `title` and `subject` of course.yaml */
declare const __COURSE_ID__: string
declare const __COURSE_TITLE__: string
declare const __COURSE_SUBJECT__: string

/** Who decides, and the words of its decisions; `approval` of course.yaml */
declare const __COURSE_APPROVAL__: import('./core/course.schema.ts').About['approval']

/** Every file of the build, for site/service-worker.ts; what bears a hash in its name has no revision */
declare const __PRECACHE__: { url: string, revision: string | null }[]

declare module 'virtual:course' {
  export const course: import('./core/course.ts').CourseOutline
}

declare module 'virtual:course/about' {
  export const about: Pick<import('./core/course.schema.ts').About, 'article' | 'home'>
}

declare module 'virtual:course/map-picture' {
  /** The drawing that course.yaml names */
  export const CourseMap: import('vue').Component<{ stations: import('./core/course.ts').MapStation[] }>
}

declare module 'virtual:course/plate' {
  const plate: import('vue').Component<import('./core/course.ts').Plate>
  export default plate
}

declare module 'virtual:course/hotspot-picture' {
  /**
   * Draws a figure of a question: `shown` are the regions asked about, `lit` the one that stands out, `pointed` the one
   * under the pointer, `heat` (0 … 1) how often a room pointed at each. The mark of a region comes in by the slot of its name.
   */
  const picture: import('vue').DefineComponent<{ figure: string, shown: string[], lit?: string, pointed?: string, heat?: Record<string, number>, onTouch?: (region: string) => void, onPoint?: (region?: string) => void }>
  export default picture
}

declare module 'virtual:course/contents' {
  export const contents: import('./core/course.ts').Contents
}

declare module 'virtual:course/addresses' {
  /** The pages of the published course that have a title, which home has not */
  export const addresses: Pick<import('./content/addresses.ts').Address, 'path' | 'title'>[]
}

declare module 'virtual:course/deck' {
  /** Full id of each slide of the deck, in its order; `null` for one that belongs to no section */
  export const ids: (string | null)[]
  /** By full id of a slide that holds something back: after how many keys all of it is seen */
  export const clicks: Record<string, number>
}

declare module 'virtual:course/outlines' {
  export const outlines: Record<string, () => Promise<import('./core/course.ts').SectionOutline>>
}

declare module 'virtual:course/slides' {
  /** A section's slides as components, in their order */
  export const slides: Record<string, () => Promise<{
    id: string
    needs: import('./content/slide-needs.ts').SlideNeeds
    load: () => Promise<{ default: import('vue').Component }>
  }[]>>
}

declare module 'virtual:course/sections' {
  export const sections: Record<string, () => Promise<import('./core/course.ts').Section>>
}

declare module 'virtual:course/questions' {
  /** The same objects as in the section, in a chunk of their own: a quiz asks before it shows what answers rest on */
  export const questions: Record<string, () => Promise<import('./core/course.ts').Question[]>>
}

declare module 'virtual:course/search' {
  /** A MiniSearch index as text, made with `searchOptions` of core/search.ts */
  export const index: string
}

declare module 'virtual:course/lessons' {
  export const lessons: import('./core/course.ts').Glossary['lessons']
}

declare module 'virtual:course/tour' {
  export const tour: import('./core/course.schema.ts').Tour
}

declare module 'virtual:course/agendas' {
  /** For pages that a public build leaves out */
  export const agendas: import('./core/course.ts').AgendaInFull[]
}

declare module 'virtual:course/headlines' {
  export const headlines: import('./core/headlines.schema.ts').Headline[]
}

declare module 'virtual:course/headline-outlines' {
  export const headlines: import('./core/headlines.ts').HeadlineOutline[]
}

declare module 'virtual:course/glossary' {
  export const glossary: import('./core/course.ts').Glossary
}

declare module 'virtual:course/map' {
  export const map: import('./core/course-map.ts').CourseMap
}

interface Window {
  /** What site/early.ts leaves for the page until it is hydrated; not there in tests */
  coursePage?: {
    early: import('./composables/replay.ts').EarlyInput
    /** On slides: what was pressed before the deck was awake */
    takeKeys?: () => string[]
    show: (settings: import('./core/settings.ts').Settings) => void
    watchLoad: typeof import('./site/lost.ts').watchLoad
    loadAnew: () => void
    /** The page's own script is there. */
    begin: () => void
  }
}
