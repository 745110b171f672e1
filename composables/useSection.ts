import type { ComputedRef } from 'vue'
import type { Question, Section, Source, Trial, Verdict } from '../core/course.ts'
import type { Loaded } from './loadOnce.ts'
import { questions } from 'virtual:course/questions'
import { sections } from 'virtual:course/sections'
import { computed } from 'vue'
import { loadHotspotPart } from '../components/quiz/hotspot.ts'
import { sectionOf } from '../core/course.ts'
import { loadOnce, watchLoad } from './loadOnce.ts'

const onceEach = <T>(loads: Record<string, () => Promise<T>>) => new Map(Object.entries(loads).map(([id, load]) => [id, loadOnce(load)]))
const sectionLoads = onceEach(sections)
const questionLoads = onceEach(Object.fromEntries(Object.entries(questions).map(([id, load]) => [id, () => load().then(withParts)])))

/** @returns the questions, once all that asks them is there */
async function withParts(questions: Question[]): Promise<Question[]> {
  if (questions.some(({ type }) => type === 'hotspot'))
    await loadHotspotPart()
  return questions
}

async function loadFrom<T>(loads: Map<string, Loaded<T>>, id: string): Promise<T> {
  const section = loads.get(id)
  if (!section)
    throw new Error(`There is no section "${id}".`)
  return section.load()
}

/**
 * Loads a section's questions once, without the rest of it.
 * @throws {Error} when there is no such section, or they do not come
 */
export const loadQuestions = (id: string): Promise<Question[]> => loadFrom(questionLoads, id)

/**
 * Loads a section's data once, its questions with it.
 * @throws {Error} when there is no such section, or it does not come
 */
export async function loadSection(id: string): Promise<Section> {
  const [section] = await Promise.all([loadFrom(sectionLoads, id), questionLoads.get(id)?.load()])
  return section
}

/** Has it come before it is shown, for who can do without */
export const wantSection = (id: string): void => void loadSection(id).catch(() => {})

/** @returns the section, `undefined` until it is there; that it does not come is said at the foot of the page */
export function useSection(id: string): ComputedRef<Section | undefined> {
  watchLoad(loadSection(id)).catch(() => {})
  return computed(() => sectionLoads.get(id)?.data.value)
}

/** @returns the section's questions, `undefined` until they are there, and whether they do not come, for who says so in its own place */
export function useQuestions(id: string): { data: ComputedRef<Question[] | undefined>, failed: ComputedRef<boolean> } {
  const own = questionLoads.get(id)
  own?.want()
  return { data: computed(() => own?.data.value), failed: computed(() => !own || own.failed.value) }
}

/** @returns the question with this full id, `undefined` until it is there; that it does not come is said at the foot of the page */
export function useQuestion(id: string): ComputedRef<Question | undefined> {
  const section = sectionOf(id)
  watchLoad(loadQuestions(section)).catch(() => {})
  return computed(() => questionLoads.get(section)?.data.value?.find(question => question.id === id))
}

function useItem<T extends { id: string }>(id: string, list: (section: Section) => T[]): ComputedRef<T | undefined> {
  const section = useSection(sectionOf(id))
  return computed(() => section.value && list(section.value).find(item => item.id === id))
}

export const useVerdict = (id: string): ComputedRef<Verdict | undefined> => useItem(id, section => section.verdicts)
export const useTrial = (id: string): ComputedRef<Trial | undefined> => useItem(id, section => section.trials)

/** @returns the sources with these ids, in this order; empty until the section is there */
export function useSources(section: string, ids: () => readonly string[]): ComputedRef<Source[]> {
  const data = useSection(section)
  return computed(() => ids().flatMap(id => data.value?.sources.find(source => source.id === id) ?? []))
}
