import type { ComputedRef, Ref } from 'vue'
import type { Asking, Phase, Policy } from '../core/asking.ts'
import type { AskedQuestion } from '../core/course.ts'
import type { Answer, Confidence } from '../core/progress.ts'
import type { Missing, Outcome, Revealed } from '../core/question-types/index.ts'
import { computed, inject, ref, shallowRef, watch } from 'vue'
import { askingOf, isOpen } from '../core/asking.ts'
import { outcomeOf, reveal, scoredAnswer, validate } from '../core/question-types/index.ts'
import { askingKey } from './askingKey.ts'

/** Who keeps the answers to a question: the learner's progress, the gallery's memory. */
export interface AnswerKeeper {
  question: () => AskedQuestion | undefined
  policy: () => Policy
  /** The answers that count here, oldest first */
  answers: () => readonly Answer[]
  /** Called with a complete answer */
  record: (response: unknown, confidence: Confidence | undefined) => void
}

/** What a card shows of a question, and what is done by its buttons. */
export interface QuestionState {
  response: Ref<unknown>
  confidence: Ref<Confidence | undefined>
  /** What is missing before the answer may be sent */
  missing: Ref<Missing | undefined>
  phase: ComputedRef<Phase>
  /** The answer that is shown */
  answer: ComputedRef<Answer | undefined>
  outcome: ComputedRef<Outcome | undefined>
  revealed: ComputedRef<Revealed | undefined>
  /** While another answer was chosen here, this one was given in another window; it counts */
  isOvertaken: Ref<boolean>
  send: () => void
  again: () => void
  giveUp: () => void
}

/** @returns what a card shows of a question in this phase, with this answer */
function showAsking(question: AnswerKeeper['question'], asking: () => Asking): Pick<QuestionState, 'phase' | 'answer' | 'outcome' | 'revealed'> {
  const answer = computed(() => asking().answer)
  const phase = computed(() => question() ? asking().phase : 'open')
  const isTold = computed(() => phase.value === 'done' || phase.value === 'second-try')
  const outcome = computed(() => isTold.value ? outcomeOf(answer.value!.score) : undefined)
  const revealed = computed(() => phase.value === 'done' ? reveal(question()!, answer.value!.response) : undefined)
  return { answer, phase, outcome, revealed }
}

/**
 * Joins a question to who keeps its answers. All of it is folded from them, so that a reload or another window changes
 * nothing; what is chosen here and not sent yet stays until its button is pressed.
 */
export function useAsking({ question, policy, answers, record }: AnswerKeeper): QuestionState {
  const response = shallowRef<unknown>()
  const confidence = ref<Confidence>()
  const missing = shallowRef<Missing>()
  const gaveUp = ref(false)
  const isOvertaken = ref(false)
  /** The answers as they are shown here */
  const shown = shallowRef<readonly Answer[]>([])
  /** Answers until then are as if never given, as the learner took the question up again */
  const takenUpAtMs = ref(Number.NEGATIVE_INFINITY)
  /** What the latest answer holds: what differs from it was chosen since */
  const settled = shallowRef<unknown>()

  const asking = computed((): Asking => {
    const now = askingOf(shown.value, policy())
    if (!now.answer || now.answer.atMs <= takenUpAtMs.value)
      return { phase: 'open' }
    return gaveUp.value && now.phase === 'second-try' ? { ...now, phase: 'done' } : now
  })
  const { answer, phase, outcome, revealed } = showAsking(question, () => asking.value)

  const latestAtMs = computed(() => answers().at(-1)?.atMs)

  function showLatest() {
    shown.value = answers()
    gaveUp.value = false
    isOvertaken.value = false
    const given = question() && answer.value?.response
    // Answers to an older wording may name options that are gone; then the outcome stands without them.
    response.value = settled.value = given !== undefined && validate(question()!, given) === undefined ? given : undefined
  }

  watch([latestAtMs, question], () => {
    if (response.value === settled.value || !isOpen(phase.value))
      showLatest()
  }, { immediate: true })
  watch(response, () => missing.value = undefined, { flush: 'sync' })

  function send() {
    if (latestAtMs.value !== shown.value.at(-1)?.atMs) {
      showLatest()
      isOvertaken.value = true
      return
    }
    missing.value = validate(question()!, response.value)
    if (missing.value)
      return
    record(response.value, confidence.value)
    showLatest()
    confidence.value = undefined
  }
  function again() {
    takenUpAtMs.value = latestAtMs.value ?? Number.NEGATIVE_INFINITY
    isOvertaken.value = false
    response.value = settled.value = undefined
  }

  return { response, confidence, missing, phase, answer, outcome, revealed, isOvertaken, send, again, giveUp: () => gaveUp.value = true }
}

/** What a deck's own way of asking needs, and pages have with their first question; the deck's start must not carry it. */
const ways = { useAsking, showAsking, scoredAnswer, validate }
export type AskingWays = typeof ways

/** As `useAsking`; on a slide in a talk it is the group that is asked. */
export function useAskingHere(keeper: AnswerKeeper): QuestionState {
  return inject(askingKey, useAsking, false)(keeper, ways)
}
