import type { ComputedRef, Ref } from 'vue'
import type { Phase } from '../../core/asking.ts'
import type { AskedQuestion } from '../../core/course.ts'
import type { Confidence } from '../../core/progress.ts'
import type { Missing, Outcome, Revealed } from '../../core/question-types/index.ts'
import type { BallotView, OwnAnswer } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { outcomeOf, reveal, score, solution, validate } from '../../core/question-types/index.ts'
import { deliveryOf } from '../../core/room/outbox.ts'

interface RoomAsking {
  response: Ref<unknown>
  confidence: Ref<Confidence | undefined>
  missing: Ref<Missing | undefined>
  phase: ComputedRef<Phase>
  outcome: ComputedRef<Outcome | undefined>
  revealed: ComputedRef<Revealed | undefined>
  /** Where the answer is; `undefined` where none was given */
  delivery: ComputedRef<ReturnType<typeof deliveryOf>>
  /** Something was chosen when the speaker closed, and not sent */
  isUnsent: ComputedRef<boolean>
  send: () => void
  /** Until the speaker closes a mind may be changed */
  change: () => void
}

/** @returns what this person answered to a ballot: here, though the room may not have it yet, or as the room has it */
export function ownAnswer({ state }: JoinedRoom, ballot: string): OwnAnswer | undefined {
  const { outbox, mine } = state.value
  return outbox.waiting.find(vote => vote.ballot === ballot) ?? mine[ballot]
}

/** @returns where this person's answer to a ballot is; what came with the room's state is kept by it */
export function ownDelivery({ state }: JoinedRoom, ballot: string): ReturnType<typeof deliveryOf> {
  const { outbox, mine, line } = state.value
  return deliveryOf(outbox, ballot, line === 'socket' || line === 'requests') ?? (ballot in mine ? 'kept' : undefined)
}

/** Whoever did not answer sees what is right, and not as if it had been chosen. */
function unanswered(question: AskedQuestion): Revealed {
  const revealed = reveal(question, solution(question))
  return { ...revealed, marks: Object.fromEntries(Object.entries(revealed.marks).map(([part, mark]) => [part, mark === 'right' ? 'missed' : mark])) }
}

/** Joins a question's card to a ballot of a live room. Nothing of the key is worked out before the speaker reveals it. */
export function useRoomAsking(room: JoinedRoom, question: () => AskedQuestion | undefined, ballot: () => BallotView): RoomAsking {
  const response = shallowRef<unknown>()
  const confidence = ref<Confidence>()
  const missing = shallowRef<Missing>()
  const isChanging = ref(false)
  /** What was chosen when the speaker closed: it is there again where the question is opened again */
  const unsent = shallowRef<unknown>()

  const given = computed(() => ownAnswer(room, ballot().id)?.response)
  const isTold = computed(() => ballot().phase === 'revealed' && question() !== undefined)
  const phase = computed((): Phase => {
    if (isTold.value)
      return 'done'
    return ballot().phase !== 'open' || (given.value !== undefined && !isChanging.value) ? 'recorded' : 'open'
  })
  const isSound = computed(() => given.value !== undefined && question() !== undefined && validate(question()!, given.value) === undefined)
  const outcome = computed(() => isTold.value && isSound.value ? outcomeOf(score(question()!, given.value)) : undefined)
  const revealed = computed(() => isTold.value ? isSound.value ? reveal(question()!, given.value) : unanswered(question()!) : undefined)

  watch([given, () => ballot().id], ([now], before) => {
    isChanging.value &&= now === before[0]
    if (!isChanging.value)
      response.value = now
  }, { immediate: true })
  watch(() => ballot().phase, (now, before) => {
    if (before === 'open') {
      unsent.value = response.value === given.value ? undefined : response.value
      isChanging.value = false
      response.value = given.value
    }
    else if (now === 'open' && unsent.value !== undefined) {
      isChanging.value = given.value !== undefined
      response.value = unsent.value
      unsent.value = undefined
    }
  })
  watch(response, () => missing.value = undefined, { flush: 'sync' })

  function send() {
    missing.value = question() && validate(question()!, response.value)
    if (missing.value || ballot().phase !== 'open')
      return
    isChanging.value = false
    room.vote({ ballot: ballot().id, response: response.value, ...confidence.value && { confidence: confidence.value } })
  }

  return { response, confidence, missing, phase, outcome, revealed, delivery: computed(() => ownDelivery(room, ballot().id)), isUnsent: computed(() => unsent.value !== undefined), send, change: () => isChanging.value = true }
}
