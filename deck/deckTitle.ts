/** @returns what a slide's document is called, before the name of the course; without `section` it is of none */
export function deckTitle(slide: string, section?: string): string {
  if (section === undefined)
    return 'Slides'
  // The cover of a section is named like its page: in the title it says that it is the slides.
  return `${slide === section ? 'slides' : slide} · ${section}`
}

/** @returns what the presenter's view of a slide is called, before the name of the course */
export const presenterTitle = (slide: string): string => `${slide} · presenter`
