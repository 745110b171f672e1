import type { ComputedRef, Ref } from 'vue'
import type { SectionOutline } from '../core/course.ts'
import type { Mastery, SectionRecord } from '../core/records.ts'
import type { ReviewCard } from '../core/review.ts'
import { course } from 'virtual:course'
import { computed, ref } from 'vue'
import { sectionOf } from '../core/course.ts'
import { masteryOf } from '../core/records.ts'
import { localDay } from '../stores/localDay.ts'
import { useProgressStore } from '../stores/progress.ts'
import { loadOnce } from './loadOnce.ts'

export interface Reviews {
  cards: ReviewCard[]
  due: ReviewCard[]
  today: number
}

const questions = course.sections.flatMap(section => section.questions.filter(question => question.quiz).map(question => question.id))

/** What is due changes with the day, also on a page that is left open over night: counts the looks at the clock. */
const looks = ref(0)
const LOOK_EVERY_MS = 60_000

function followTheClock(): void {
  const look = () => looks.value++
  setInterval(look, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', look)
}

/** The scheduler is a chunk of its own, so no page waits for it. */
const { data: scheduler, failed, want } = loadOnce(() => import('../core/review.ts').then((module) => {
  followTheClock()
  return module
}))

/** The reviews of the learner's day; `undefined` until the scheduler is there. */
export function useReview(): { reviews: ComputedRef<Reviews | undefined>, failed: Ref<boolean> } {
  const store = useProgressStore()
  const today = computed(() => looks.value >= 0 && scheduler.value ? localDay(Date.now()) : undefined)
  const reviews = computed(() => {
    if (!scheduler.value || today.value === undefined)
      return undefined
    const cards = scheduler.value.reviewCards(store.progress, questions, localDay, today.value)
    return { cards, due: scheduler.value.dueCards(cards, today.value), today: today.value }
  })
  // A prerendered page knows nobody's answers.
  if (!import.meta.env.SSR)
    want()
  return { reviews, failed }
}

/** @returns the mastery of a section and how many of its questions are due; without the scheduler nothing is known to be due */
export function masteryIn(section: SectionOutline, record: SectionRecord, reviews: Reviews | undefined): { mastery: Mastery, due: number } {
  const ofSection = (card: ReviewCard) => sectionOf(card.question) === section.id
  const due = reviews?.due.filter(ofSection).length ?? 0
  const reviewed = reviews?.cards.filter(card => ofSection(card) && card.reviews > 0).length ?? 0
  return { mastery: masteryOf(record, { due, reviewed }), due }
}
