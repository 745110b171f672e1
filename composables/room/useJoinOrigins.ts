import type { ComputedRef } from 'vue'
import type { JoinedRoom } from './roomKey.ts'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** So soon after the machine got another address that is shown. */
const LOOK_MS = 10_000

/**
 * Where phones find the room: the speaker's screen may be open under a name that no phone knows, such as localhost.
 * @returns addresses, the likeliest first, at least one
 */
export function useJoinOrigins(room: Pick<JoinedRoom, 'base'>): ComputedRef<string[]> {
  const told = ref<string[]>([])
  async function look() {
    const answer = await fetch(new URL('addresses', room.base), { cache: 'no-store' }).catch(() => undefined)
    // Without an answer what was told stands.
    if (answer?.ok)
      told.value = (await answer.json()).origins
  }
  let looking: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    look()
    looking = setInterval(look, LOOK_MS)
  })
  onBeforeUnmount(() => clearInterval(looking))
  return computed(() => told.value.length > 0 ? told.value : [new URL(room.base).origin])
}
