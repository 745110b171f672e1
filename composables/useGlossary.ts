import type { ComputedRef } from 'vue'
import type { Glossary, Lesson, Term } from '../core/course.ts'
import { computed, shallowRef } from 'vue'

const glossary = shallowRef<Glossary>()
let loading: Promise<void> | undefined

/** The lessons and terms of the whole course; `undefined` until they are there. A chunk of its own. */
export function useGlossary(): ComputedRef<Glossary | undefined> {
  loading ??= import('virtual:course/glossary').then((module) => {
    glossary.value = module.glossary
  }).catch(() => {
    // A lost connection must not be remembered: the next lesson or term that is drawn loads anew.
    loading = undefined
  })
  return computed(() => glossary.value)
}

/** @returns the lesson with this id, `undefined` until it is there */
export function useLesson(id: () => string): ComputedRef<Lesson | undefined> {
  const all = useGlossary()
  return computed(() => all.value?.lessons.find(lesson => lesson.id === id()))
}

/** @returns the term with this id, `undefined` until it is there */
export function useTerm(id: () => string): ComputedRef<Term | undefined> {
  const all = useGlossary()
  return computed(() => all.value?.terms.find(term => term.id === id()))
}
