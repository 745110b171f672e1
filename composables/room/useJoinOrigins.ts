import type { ComputedRef } from 'vue'
import type { JoinedRoom } from './roomKey.ts'
import { computed, onMounted, ref } from 'vue'

/**
 * Where phones find the room: the speaker's screen may be open under a name that no phone knows, such as localhost.
 * @returns addresses, the likeliest first, at least one
 */
export function useJoinOrigins(room: Pick<JoinedRoom, 'base'>): ComputedRef<string[]> {
  const told = ref<string[]>([])
  onMounted(async () => {
    const answer = await fetch(new URL('addresses', room.base), { cache: 'no-store' }).catch(() => undefined)
    told.value = answer?.ok ? (await answer.json()).origins : []
  })
  return computed(() => told.value.length > 0 ? told.value : [new URL(room.base).origin])
}
