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

/** @returns the lesson with this id, `undefined` until it is there */
export function useLesson(id: () => string): ComputedRef<LessonInFull | undefined> {
  const all = useGlossary()
  return computed(() => all.value?.lessons.find(lesson => lesson.id === id()))
}

/** @returns the term with this id, `undefined` until it is there */
export function useTerm(id: () => string): ComputedRef<Term | undefined> {
  const all = useGlossary()
  return computed(() => all.value?.terms.find(term => term.id === id()))
}
