import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { IN_USE, TAKE_UPDATE } from '../core/update.ts'

/** A new build of the course: `waiting` to be taken; `taken` in another tab, while this one still shows the old. */
const update = shallowRef<'waiting' | 'taken'>()
/** How many things are going on that an update must not interrupt */
const busy = ref(0)
let registration: ServiceWorkerRegistration | undefined
let takenHere = false

/** What Chromium alone tells of the line */
interface Connection { saveData?: boolean, type?: string }

/** @returns whether the course may be kept unasked: not again and again over a line that is metered or to be spared */
export function mayKeep(): boolean {
  const { saveData, type } = (navigator as { connection?: Connection }).connection ?? {}
  return !saveData && type !== 'cellular'
}

/** Keeps the course in the browser, where it lets us; where not (private window, plain http), nothing else changes. */
export async function keepOffline(): Promise<void> {
  try {
    const worker = navigator.serviceWorker
    const hadOne = worker.controller !== null
    registration = await worker.register(`${import.meta.env.BASE_URL}service-worker.js`)
    const look = () => registration!.waiting && worker.controller && (update.value = 'waiting')
    look()
    tellOfUse(registration)
    registration.addEventListener('updatefound', () => registration!.installing?.addEventListener('statechange', look))
    worker.addEventListener('controllerchange', () => {
      if (takenHere)
        location.reload()
      else if (hadOne)
        update.value = 'taken'
    })
  }
  catch {
    // The course works without it, as long as there is a connection.
  }
}

/** So long after it was told nobody needs to be told again. */
const TOLD_MS = 300

/** Keeping takes a small machine's time: it waits while somebody uses the page (site/service-worker.ts). */
function tellOfUse(registration: ServiceWorkerRegistration): void {
  let toldAtMs = 0
  const tell = () => {
    if (!registration.installing || Date.now() - toldAtMs < TOLD_MS)
      return
    toldAtMs = Date.now()
    registration.installing.postMessage(IN_USE)
  }
  for (const sign of ['pointerdown', 'keydown', 'scroll'])
    document.addEventListener(sign, tell, { passive: true, capture: true })
}

/** While the calling component is there and `is` holds, no update is offered. */
export function useUpdateHold(is: () => boolean): void {
  let counted = false
  const count = (now: boolean) => {
    busy.value += Number(now) - Number(counted)
    counted = now
  }
  onMounted(() => watch(is, count, { immediate: true }))
  onBeforeUnmount(() => count(false))
}

/** @returns what is offered now, and how to take it: the page is loaded anew */
export function useUpdate(): { update: Ref<'waiting' | 'taken' | undefined>, busy: Ref<number>, take: () => void } {
  function take() {
    if (update.value === 'taken' || !registration?.waiting)
      return location.reload()
    takenHere = true
    registration.waiting.postMessage(TAKE_UPDATE)
  }
  return { update, busy, take }
}
