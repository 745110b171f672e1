import type { ComputedRef } from 'vue'
import type { Glossary, LessonInFull, Term } from '../core/course.ts'
import { computed, shallowRef } from 'vue'

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

/** @returns the lesson with this id, `undefined` until it is there; the lessons are few and a chunk without the terms */
export function useLesson(id: () => string): ComputedRef<LessonInFull | undefined> {
  lessonsLoading ??= import('virtual:course/lessons').then((module) => {
    lessons.value = module.lessons
  }).catch(() => {
    lessonsLoading = undefined
  })
  return computed(() => lessons.value?.find(lesson => lesson.id === id()))
}

/**
 * One term, once somebody asks for it: a page has many of them, and most stay closed.
 * @returns the term, `undefined` until `loadGlossary` has brought it; `missing` when there is none
 */
export function useTerm(id: () => string): { term: ComputedRef<Term | undefined>, missing: ComputedRef<boolean> } {
  const term = computed(() => glossary.value?.terms.find(term => term.id === id()))
  return { term, missing: computed(() => glossary.value !== undefined && !term.value) }
}
