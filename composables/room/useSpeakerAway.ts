import type { Ref } from 'vue'
import type { JoinedRoom } from './roomKey.ts'
import { onScopeDispose, ref, watch } from 'vue'

/** Who loads the presenter's view anew, or changes the network, is back sooner. */
const AWAY_MS = 15_000

/** @returns whether the room has said for a while that nobody is there who steers, and nothing happens in it */
export function useSpeakerAway({ state }: JoinedRoom): Readonly<Ref<boolean>> {
  const isAway = ref(false)
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(() => {
    const { line, room } = state.value
    return [line !== 'lost' && room?.isSpeakerHere === false, room?.seq] as const
  }, ([isGone]) => {
    isAway.value = false
    clearTimeout(waiting)
    if (isGone)
      waiting = setTimeout(() => isAway.value = true, AWAY_MS)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(waiting))
  return isAway
}
