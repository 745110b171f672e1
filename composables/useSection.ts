import type { ComputedRef } from 'vue'
import type { Question, Section, Source, Trial, Verdict } from '../core/course.ts'
import { sections } from 'virtual:course/sections'
import { computed } from 'vue'
import { sectionOf } from '../core/course.ts'
import { loadOnce, watchLoad } from './loadOnce.ts'

const loads = new Map(Object.entries(sections).map(([id, load]) => [id, loadOnce(load)]))

/**
 * Loads a section's data once.
 * @throws {Error} when there is no such section, or it does not come
 */
export async function loadSection(id: string): Promise<Section> {
  const section = loads.get(id)
  if (!section)
    throw new Error(`There is no section "${id}".`)
  return section.load()
}

/** @returns the section, `undefined` until it is there; that it does not come is said at the foot of the page */
export function useSection(id: string): ComputedRef<Section | undefined> {
  watchLoad(loadSection(id)).catch(() => {})
  return computed(() => loads.get(id)?.data.value)
}

/** The same for who says in its own place that it does not come. */
export function useLoadedSection(id: string): { data: ComputedRef<Section | undefined>, failed: ComputedRef<boolean> } {
  const section = loads.get(id)
  section?.want()
  return { data: computed(() => section?.data.value), failed: computed(() => !section || section.failed.value) }
}

function useItem<T extends { id: string }>(id: string, list: (section: Section) => T[]): ComputedRef<T | undefined> {
  const section = useSection(sectionOf(id))
  return computed(() => section.value && list(section.value).find(item => item.id === id))
}

export const useQuestion = (id: string): ComputedRef<Question | undefined> => useItem(id, section => section.questions)
export const useVerdict = (id: string): ComputedRef<Verdict | undefined> => useItem(id, section => section.verdicts)
export const useTrial = (id: string): ComputedRef<Trial | undefined> => useItem(id, section => section.trials)

/** @returns the sources with these ids, in this order; empty until the section is there */
export function useSources(section: string, ids: () => readonly string[]): ComputedRef<Source[]> {
  const data = useSection(section)
  return computed(() => ids().flatMap(id => data.value?.sources.find(source => source.id === id) ?? []))
}
