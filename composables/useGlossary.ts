import type { ComputedRef, InjectionKey } from 'vue'
import type { Glossary, LessonInFull, Term } from '../core/course.ts'
import { computed, inject, provide, shallowRef } from 'vue'

const glossary = shallowRef<Glossary>()
let loading: Promise<void> | undefined

/** Loads the glossary once. It is there afterwards, or the connection was lost and the next call tries anew. */
export function loadGlossary(): Promise<void> {
  loading ??= import('virtual:course/glossary').then((module) => {
    glossary.value = module.glossary
  }).catch(() => {
    loading = undefined
  })
  return loading
}

/** The lessons and terms of the whole course; `undefined` until they are there. A chunk of its own. */
export function useGlossary(): ComputedRef<Glossary | undefined> {
  loadGlossary()
  return computed(() => glossary.value)
}

const lessons = shallowRef<Glossary['lessons']>()
let lessonsLoading: Promise<void> | undefined

/** Loads the lessons once, which are few and a chunk without the terms. A lost connection is not remembered. */
export function loadLessons(): Promise<void> {
  lessonsLoading ??= import('virtual:course/lessons').then((module) => {
    lessons.value = module.lessons
  }).catch(() => {
    lessonsLoading = undefined
  })
  return lessonsLoading
}

/** @returns the lesson with this id, `undefined` until it is there */
export function useLesson(id: () => string): ComputedRef<LessonInFull | undefined> {
  loadLessons()
  return computed(() => lessons.value?.find(lesson => lesson.id === id()))
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
