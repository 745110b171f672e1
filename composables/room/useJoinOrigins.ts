import type { ComputedRef, Ref } from 'vue'
import type { JoinedRoom } from './roomKey.ts'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** So soon after the machine got another address that is shown. */
const LOOK_MS = 10_000

interface JoinOrigins {
  /** Addresses, the likeliest first, at least one */
  origins: ComputedRef<string[]>
  /** The one that is shown, and its place among them */
  origin: ComputedRef<string>
  place: ComputedRef<number>
  /** Shows the next one, wherever the room shows one */
  another: () => void
}

/** Which address the speaker has chosen, by room: the code for a remote leads there, too. */
const chosenIn = new WeakMap<object, Ref<number>>()

/** @returns where phones find the room: the speaker's screen may be open under a name that no phone knows, such as localhost */
export function useJoinOrigins(room: Pick<JoinedRoom, 'base'>): JoinOrigins {
  const chosen = chosenIn.get(room) ?? ref(0)
  chosenIn.set(room, chosen)
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
  const origins = computed(() => told.value.length > 0 ? told.value : [new URL(room.base).origin])
  const place = computed(() => chosen.value % origins.value.length)
  return { origins, place, origin: computed(() => origins.value[place.value]!), another: () => void (chosen.value = place.value + 1) }
}
