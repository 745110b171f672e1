import type { ComputedRef } from 'vue'
import type { Revealed } from '../core/question-types/index.ts'
import { computed, inject, watch } from 'vue'
import { roomKey } from './room/roomKey.ts'
import { useShown } from './useShown.ts'
import { isOnSlide, useSlidePlace } from './useSlidePlace.ts'

interface Folded {
  /** A room votes by fingers, and speaks of letters when it votes by phone; a page of one's own has none */
  letterOf: (key: string) => string | undefined
  /** What is in sight, in its order */
  inSight: ComputedRef<readonly string[]>
  /** What the button says that shows the others instead; none where all are in sight */
  others: ComputedRef<string | undefined>
  turn: () => void
}

/**
 * A room does not scroll: after the answer a slide shows what was chosen and what is right, and the rest in its place at
 * a press. A page has room for all.
 * @param question what is asked
 * @param keys what may be chosen, in the order shown
 * @param revealed given once the answer is checked
 */
export function useFolded(question: () => { id: string }, keys: () => readonly string[], revealed: () => Revealed | undefined): Folded {
  const folds = isOnSlide(useSlidePlace())
  const hasLetters = folds || (__PRESENTS__ && inject(roomKey, undefined) !== undefined)
  const showsRest = useShown(`rest of ${question().id}`, false)
  const isRest = (key: string) => revealed()?.marks[key] === 'left'
  const rest = computed(() => folds && revealed() ? keys().filter(isRest) : [])
  watch(() => !revealed() && showsRest.value, isStale => isStale && (showsRest.value = false))
  return {
    letterOf: key => hasLetters ? String.fromCharCode(65 + keys().indexOf(key)) : undefined,
    inSight: computed(() => rest.value.length === 0 ? keys() : keys().filter(key => isRest(key) === showsRest.value)),
    others: computed(() => rest.value.length === 0 ? undefined : showsRest.value ? 'What was chosen, and what is right' : rest.value.length === 1 ? 'And the other one?' : `And the other ${rest.value.length}?`),
    turn: () => showsRest.value = !showsRest.value,
  }
}
