import type { Component } from 'vue'
import { slides } from 'virtual:course/slides'
import { defineAsyncComponent } from 'vue'
import { partLoader } from './loadOnce.ts'
import { loadCourseMap } from './useCourseMap.ts'
import { loadGlossary, loadLessons } from './useGlossary.ts'
import { loadSection } from './useSection.ts'
import { whenNear } from './whenNear.ts'

export interface ReadableSlide {
  id: string
  component: Component
}

/**
 * A section's slides as components for a page, in their order. Each brings the data it shows, and on a page that was
 * prerendered it is hydrated when it is nearly in view; until then neither is loaded.
 * @throws {Error} when there is no such section, or the connection is lost
 */
export async function loadSlides(section: string): Promise<ReadableSlide[]> {
  const own = await slides[section]?.()
  if (!own)
    throw new Error(`There is no section "${section}".`)
  return own.map(({ id, needs, load }) => ({
    id,
    component: defineAsyncComponent(partLoader(async () => {
      const [component] = await Promise.all([
        load(),
        ...needs.sections.map(loadSection),
        needs.sections.length > 0 && loadLessons(),
        needs.map && loadCourseMap(),
        needs.glossary && loadGlossary(),
      ])
      return component.default
    }, () => whenNear(`[data-slide="${id}"]`))),
  }))
}
