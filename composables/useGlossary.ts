import type { ComputedRef, InjectionKey, Ref, ShallowRef } from 'vue'
import type { Glossary, LessonInFull, Term } from '../core/course.ts'
import { computed, inject, provide } from 'vue'
import { loadOnce } from './loadOnce.ts'

const { data: glossary, failed, load, want } = loadOnce(() => import('virtual:course/glossary').then(module => module.glossary))

export const loadGlossary = load
/** The same, for who can do without */
export const wantGlossary = want

/** The lessons and terms of the whole course; `undefined` until they are there. A chunk of its own. */
export function useGlossary(): { glossary: ShallowRef<Glossary | undefined>, failed: Ref<boolean> } {
  want()
  return { glossary, failed }
}

/** The lessons are few, and a chunk without the terms. */
const lessons = loadOnce(() => import('virtual:course/lessons').then(module => module.lessons))

export const loadLessons = lessons.load

/** @returns the lesson with this id, `undefined` until it is there */
export function useLesson(id: () => string): ComputedRef<LessonInFull | undefined> {
  lessons.want()
  return computed(() => lessons.data.value?.find(lesson => lesson.id === id()))
}

const termsKey: InjectionKey<Term[]> = Symbol('terms')

/**
 * Gives everything below these terms at once, without the glossary. What content/slide-component.ts writes calls it.
 * @public
 */
export function provideTerms(terms: Term[]): void {
  provide(termsKey, terms)
}

/**
 * One term, once somebody asks for it: a page has many of them, and most stay closed.
 * @returns the term, `undefined` until `loadGlossary` has brought it; `missing` when there is none
 */
export function useTerm(id: () => string): { term: ComputedRef<Term | undefined>, missing: ComputedRef<boolean> } {
  const given = inject(termsKey, undefined)
  const term = computed(() => (given ?? glossary.value?.terms)?.find(term => term.id === id()))
  return { term, missing: computed(() => (given ?? glossary.value) !== undefined && !term.value) }
}

/** @returns the terms with these ids, of the whole glossary; empty until `wantGlossary` has brought it */
export function useTerms(ids: () => readonly string[]): ComputedRef<Term[]> {
  return computed(() => glossary.value?.terms.filter(({ id }) => ids().includes(id)) ?? [])
}
