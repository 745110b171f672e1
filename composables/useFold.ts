import type { ComputedRef } from 'vue'
import type { PublicQuestion, Revealed } from '../core/question-types/index.ts'
import { computed, inject, watch } from 'vue'
import { roomKey } from './room/roomKey.ts'
import { useShown } from './useShown.ts'
import { isOnSlide, useSlidePlace } from './useSlidePlace.ts'

/** Which parts of a question are shown: all, or after the answer on a slide what was chosen and what is right, or the rest */
export type Sight = 'all' | 'answer' | 'rest'

interface Fold {
  sight: ComputedRef<Sight>
  /** What the button says that shows the other half; none where all is in sight */
  label: ComputedRef<string | undefined>
  turn: () => void
}

/** Of these every part is answered, so none is left; why each is so is the rest. */
const ALL_ANSWERED = new Set<PublicQuestion['type']>(['sort', 'match', 'order'])

/**
 * A room does not scroll: after the answer a slide shows what was chosen and what is right, and the rest in its place at
 * a press. A page has room for all.
 * @param question what is asked
 * @param revealed given once the answer is checked
 */
export function useFold(question: () => PublicQuestion, revealed: () => Revealed | undefined): Fold {
  const folds = isOnSlide(useSlidePlace())
  const showsRest = useShown(`rest of ${question().id}`, false)
  const left = computed(() => Object.values(revealed()?.marks ?? {}).filter(mark => mark === 'left').length)
  const hasRest = computed(() => folds && revealed() !== undefined && (left.value > 0 || ALL_ANSWERED.has(question().type)))
  watch(() => !revealed() && showsRest.value, isStale => isStale && (showsRest.value = false))

  const label = computed(() => {
    if (!hasRest.value)
      return
    if (showsRest.value)
      return 'Back to the answer'
    return left.value === 0 ? 'Why?' : left.value === 1 ? 'And the other one?' : `And the other ${left.value}?`
  })
  return {
    sight: computed(() => !hasRest.value ? 'all' : showsRest.value ? 'rest' : 'answer'),
    label,
    turn: () => showsRest.value = !showsRest.value,
  }
}

/** @returns whether a part with this mark is shown */
export const isInSight = (sight: Sight | undefined, mark: string | undefined): boolean => !sight || sight === 'all' || (mark === 'left') === (sight === 'rest')

/** @returns whether options have letters: a room votes by fingers, and speaks of letters when it votes by phone; a page of one's own has none */
export const hasLetters = (): boolean => isOnSlide(useSlidePlace()) || (__PRESENTS__ && inject(roomKey, undefined) !== undefined)
