import type { ComputedRef, Ref } from 'vue'
import type { SectionOutline } from '../core/course.ts'
import type { Progress } from '../core/progress.ts'
import type { Mastery, SectionRecord } from '../core/records.ts'
import type { ReviewCard, ReviewItem } from '../core/review.ts'
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
  /** The lessons that headlines practise; their cards are of these items */
  lessons: ReviewItem[]
  /** The headlines before and after the course are to be read once more */
  isFormDue: boolean
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

/** The scheduler is a chunk of its own, so no page waits for it; what it needs of the headlines comes with it. */
const { data: scheduler, failed, want } = loadOnce(async () => {
  const [review, forms, { headlines }] = await Promise.all([import('../core/review.ts'), import('../core/headlines.ts'), import('virtual:course/headline-outlines')])
  followTheClock()
  const lessons = forms.lessonsToReview(headlines)
  return {
    reviewsOf(progress: Progress, today: number): Reviews {
      const cards = review.reviewCards(progress, [...questions.map(review.questionToReview), ...lessons], localDay, today)
      return { cards, due: review.dueCards(cards, today), today, lessons, isFormDue: forms.isFormDue(forms.formResults(progress, headlines), localDay, today) }
    },
  }
})

/** The reviews of the learner's day; `undefined` until the scheduler is there. */
export function useReview(): { reviews: ComputedRef<Reviews | undefined>, failed: Ref<boolean> } {
  const store = useProgressStore()
  const today = computed(() => looks.value >= 0 && scheduler.value ? localDay(Date.now()) : undefined)
  const reviews = computed(() => today.value === undefined ? undefined : scheduler.value?.reviewsOf(store.progress, today.value))
  // A prerendered page knows nobody's answers.
  if (!import.meta.env.SSR)
    want()
  return { reviews, failed }
}

/** @returns the mastery of a section and how many of its questions are due; without the scheduler nothing is known to be due */
export function masteryIn(section: SectionOutline, record: SectionRecord, reviews: Reviews | undefined): { mastery: Mastery, due: number } {
  const ofSection = (card: ReviewCard) => sectionOf(card.item) === section.id
  const due = reviews?.due.filter(ofSection).length ?? 0
  const reviewed = reviews?.cards.filter(card => ofSection(card) && card.reviews > 0).length ?? 0
  return { mastery: masteryOf(record, { due, reviewed }), due }
}
