import type { ComputedRef } from 'vue'
import type { Question, Section, Source, Trial, Verdict } from '../core/course.ts'
import { sections } from 'virtual:course/sections'
import { computed, shallowReactive } from 'vue'
import { sectionOf } from '../core/course.ts'

const loaded = shallowReactive<Record<string, Section>>({})
const loading = new Map<string, Promise<Section>>()

/**
 * Loads a section's data once.
 * @throws {Error} when there is no such section
 */
export function loadSection(id: string): Promise<Section> {
  const load = sections[id]
  if (!load)
    return Promise.reject(new Error(`There is no section "${id}".`))
  if (!loading.has(id)) {
    loading.set(id, load().then(section => loaded[id] = section).catch((error) => {
      // A lost connection must not be remembered: the next try loads anew.
      loading.delete(id)
      throw error
    }))
  }
  return loading.get(id)!
}

/** @returns the section, `undefined` until it is there */
export function useSection(id: string): ComputedRef<Section | undefined> {
  // Who waits for it tells of a failure (CourseReader, EvidencePage); who only shows it stays empty.
  loadSection(id).catch(() => {})
  return computed(() => loaded[id])
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
