import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Confidence } from '../../core/progress.ts'
import type { BallotPhase } from '../../core/room/fold.ts'
import type { BallotView } from '../../core/room/messages.ts'
import type { JoinedRoom } from './roomKey.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { ownAnswer } from './ownAnswer.ts'

/** What a person is entering for one ballot. */
interface Draft {
  response: ShallowRef<unknown>
  confidence: Ref<Confidence | undefined>
  /** A mind is being changed that was sent before */
  isChanging: Ref<boolean>
  /** What was chosen when the speaker closed: it is there again where the question is opened again */
  unsent: ShallowRef<unknown>
  /** What was given when it was looked at last */
  seen: unknown
}

interface OwnDraft extends Omit<Draft, 'unsent' | 'seen'> {
  /** What was answered, here or as the room has it */
  given: ComputedRef<unknown>
  /** Something was chosen when the speaker closed, and not sent */
  isUnsent: ComputedRef<boolean>
}

/** The card moves between the page and its place above, as the speaker goes on or one looks back, and is another one each time. */
const drafts = new WeakMap<JoinedRoom, Map<string, Draft>>()

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function draftOf(room: JoinedRoom, id: string): Draft {
  const own = drafts.get(room) ?? new Map<string, Draft>()
  drafts.set(room, own)
  const draft = own.get(id) ?? { response: shallowRef(), confidence: ref(), isChanging: ref(false), unsent: shallowRef(), seen: undefined }
  own.set(id, draft)
  return draft
}

/** @returns what is entered for a ballot, which stays the same one for as long as the card stands: it is there again in the next card */
export function useDraft(room: JoinedRoom, ballot: () => BallotView): OwnDraft {
  const draft = draftOf(room, ballot().id)
  const { response, confidence, isChanging, unsent } = draft

  /** The same object as long as it says the same: whenever the room tells its state it is parsed anew. */
  const given = computed((before: unknown) => {
    const now = ownAnswer(room, ballot().id)?.response
    return isSame(now, before) ? before : now
  })

  function take(now: unknown): void {
    const isNews = !isSame(now, draft.seen)
    draft.seen = now
    isChanging.value &&= !isNews
    if (isNews && !isChanging.value)
      response.value = now
  }

  function follow(phase: BallotPhase | 'voided'): void {
    if (phase === 'open' && unsent.value !== undefined) {
      isChanging.value = given.value !== undefined
      response.value = unsent.value
      unsent.value = undefined
    }
    else if (phase !== 'open') {
      if (!isSame(response.value, given.value))
        unsent.value = response.value
      isChanging.value = false
      response.value = given.value
    }
  }

  watch(given, take, { immediate: true })
  watch(() => ballot().phase, follow, { immediate: true })

  return { response, confidence, isChanging, given, isUnsent: computed(() => unsent.value !== undefined) }
}
