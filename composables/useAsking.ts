import type { ComputedRef, Ref } from 'vue'
import type { OptionMark, Question } from '../core/course.ts'
import type { Answer, AnswerMode, Confidence } from '../core/progress.ts'
import type { Outcome } from '../core/question-types/index.ts'
import { computed, ref, watch } from 'vue'
import { outcomeOf, reveal, validate } from '../core/question-types/index.ts'
import { useProgressStore } from '../stores/progress.ts'
import { useHydrated } from './useHydrated.ts'

interface Asked {
  id: string
  mode: AnswerMode
  sinceMs: number
  silent?: boolean
}

interface Asking {
  response: Ref<any>
  confidence: Ref<Confidence | undefined>
  /** What is missing before the answer may be sent, as a sentence */
  missing: Ref<string | undefined>
  /** `kept`: answered, and nothing is told yet */
  phase: ComputedRef<'open' | 'second-try' | 'kept' | 'done'>
  kept: ComputedRef<Answer | undefined>
  outcome: ComputedRef<Outcome | undefined>
  marks: ComputedRef<Record<string, OptionMark> | undefined>
  send: () => void
  tryAgain: () => void
  giveUp: () => void
}

/**
 * How a question is asked: once in a quiz or a review, with two tries on slides and pages, and again as often as the
 * learner likes. All of it is folded from the history of answers, so that a reload or another tab changes nothing.
 */
export function useAsking(props: Asked, question: ComputedRef<Question | undefined>): Asking {
  const store = useProgressStore()
  /** At its first drawing a question is as it was drawn at build time: nobody answered it. */
  const hydrated = useHydrated(ref())
  const kept = computed(() => hydrated.value ? store.latest(props.id, props.sinceMs) : undefined)
  const response = ref<any>()
  const confidence = ref<Confidence>()
  const missing = ref<string>()
  /** Taken up again by the learner; until the next answer it is as if it was never answered */
  const retrying = ref(false)
  const gaveUp = ref(false)

  const phase = computed(() => {
    if (!question.value || !kept.value || retrying.value)
      return 'open'
    if (props.silent)
      return 'kept'
    const twoTries = props.mode === 'slide' || props.mode === 'page'
    return twoTries && !gaveUp.value && store.checkState(props.id) === 'second-try' ? 'second-try' : 'done'
  })
  /** Answers to an older wording may name options that are gone; then the outcome stands without them. */
  const fits = computed(() => validate(question.value!, kept.value!.response) === undefined)
  const marks = computed(() => {
    if (phase.value !== 'done')
      return undefined
    return fits.value ? reveal(question.value!, kept.value!.response) : {}
  })
  const outcome = computed(() => phase.value === 'done' || phase.value === 'second-try'
    ? outcomeOf(kept.value!.score)
    : undefined)

  watch([kept, question], () => {
    if (kept.value && question.value && !retrying.value)
      response.value = fits.value ? kept.value.response : undefined
  }, { immediate: true })
  watch(response, () => missing.value = undefined)

  function send() {
    missing.value = store.answer(question.value!, response.value, props.mode, confidence.value)
    if (missing.value)
      return
    retrying.value = false
    gaveUp.value = false
    confidence.value = undefined
  }
  function tryAgain() {
    retrying.value = true
    response.value = undefined
  }

  return { response, confidence, missing, phase, kept, outcome, marks, send, tryAgain, giveUp: () => gaveUp.value = true }
}
