/** Does this build have the gallery of questions? setup/vite-plugins.ts says so. */
declare const __GALLERY__: boolean

declare module 'virtual:course' {
  export const course: import('./core/course.ts').CourseOutline
}

declare module 'virtual:course/sections' {
  export const sections: Record<string, () => Promise<import('./core/course.ts').Section>>
}

declare module 'virtual:course/search' {
  /** A MiniSearch index as text, made with `searchOptions` of core/search.ts */
  export const index: string
}

declare module 'virtual:course/lessons' {
  export const lessons: import('./core/course.ts').Glossary['lessons']
}

declare module 'virtual:course/glossary' {
  export const glossary: import('./core/course.ts').Glossary
}

declare module 'virtual:course/map' {
  export const map: import('./core/course-map.ts').CourseMap
}
