import type { ComputedRef, Ref } from 'vue'
import type { Phase } from '../../core/asking.ts'
import type { AskedQuestion } from '../../core/course.ts'
import type { Confidence } from '../../core/progress.ts'
import type { Missing, Outcome, Revealed } from '../../core/question-types/index.ts'
import type { BallotView } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { computed, shallowRef, watch } from 'vue'
import { outcomeOf, reveal, score, solution, validate } from '../../core/question-types/index.ts'
import { ownDelivery } from './ownAnswer.ts'
import { useDraft } from './useDraft.ts'

interface RoomAsking {
  response: Ref<unknown>
  confidence: Ref<Confidence | undefined>
  missing: Ref<Missing | undefined>
  phase: ComputedRef<Phase>
  outcome: ComputedRef<Outcome | undefined>
  revealed: ComputedRef<Revealed | undefined>
  /** Where the answer is, or why it is not taken; `undefined` where none was given */
  delivery: ComputedRef<ReturnType<typeof ownDelivery>>
  /** Something was chosen when the speaker closed, and not sent */
  isUnsent: ComputedRef<boolean>
  send: () => void
  /** Until the speaker closes a mind may be changed */
  change: () => void
}

/** Whoever did not answer sees what is right, and not as if it had been chosen. */
function unanswered(question: AskedQuestion): Revealed {
  const revealed = reveal(question, solution(question))
  return { ...revealed, marks: Object.fromEntries(Object.entries(revealed.marks).map(([part, mark]) => [part, mark === 'right' ? 'missed' : mark])) }
}

/** Joins a question's card to a ballot of a live room. Nothing of the key is worked out before the speaker reveals it. */
export function useRoomAsking(room: JoinedRoom, question: () => AskedQuestion | undefined, ballot: () => BallotView): RoomAsking {
  const { response, confidence, isChanging, given, isUnsent } = useDraft(room, ballot)
  const missing = shallowRef<Missing>()

  const isTold = computed(() => ballot().phase === 'revealed' && question() !== undefined)
  const phase = computed((): Phase => {
    if (isTold.value)
      return 'done'
    return ballot().phase !== 'open' || (given.value !== undefined && !isChanging.value) ? 'recorded' : 'open'
  })
  const isSound = computed(() => given.value !== undefined && question() !== undefined && validate(question()!, given.value) === undefined)
  const outcome = computed(() => isTold.value && isSound.value ? outcomeOf(score(question()!, given.value)) : undefined)
  const revealed = computed(() => isTold.value ? isSound.value ? reveal(question()!, given.value) : unanswered(question()!) : undefined)

  watch(response, () => missing.value = undefined, { flush: 'sync' })

  function send() {
    missing.value = question() && validate(question()!, response.value)
    if (missing.value || ballot().phase !== 'open')
      return
    isChanging.value = false
    room.vote({ ballot: ballot().id, response: response.value, ...confidence.value && { confidence: confidence.value } })
  }

  return { response, confidence, missing, phase, outcome, revealed, delivery: computed(() => ownDelivery(room, ballot().id)), isUnsent, send, change: () => isChanging.value = true }
}
