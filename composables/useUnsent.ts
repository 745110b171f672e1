import type { Ref } from 'vue'
import type { Confidence } from '../core/progress.ts'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { KEPT_KEY, UNSENT_EVENT } from '../stores/keys.ts'

/** @returns what was chosen under this name when the document was loaded anew; once */
function takeUnsent(name: string): unknown {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT_KEY) ?? '{}')
    const { [name]: mine, ...unsent } = kept.unsent ?? {}
    if (mine !== undefined)
      sessionStorage.setItem(KEPT_KEY, JSON.stringify({ ...kept, unsent }))
    return mine
  }
  catch {
    return undefined
  }
}

/** Has what is chosen and not sent kept when the document is loaded anew (site/lost.ts). */
function useUnsent(name: () => string, unsent: () => unknown): void {
  const keep = (event: Event) => {
    const value = unsent()
    if (value !== undefined)
      (event as CustomEvent<Record<string, unknown>>).detail[name()] = value
  }
  onMounted(() => window.addEventListener(UNSENT_EVENT, keep))
  onBeforeUnmount(() => window.removeEventListener(UNSENT_EVENT, keep))
}

interface UnsentAnswer { response?: unknown, confidence?: Confidence }

/** Has an answer kept that is chosen and not sent, and takes up what was kept once `isOpen`: the question is there and not answered. */
export function useUnsentAnswer(name: () => string, isOpen: () => boolean, response: Ref<unknown>, confidence: Ref<Confidence | undefined>): void {
  useUnsent(name, () => isOpen() ? { response: response.value, confidence: confidence.value } : undefined)
  watch(isOpen, (now) => {
    const unsent = now ? takeUnsent(name()) as UnsentAnswer | undefined : undefined
    if (unsent?.response !== undefined)
      response.value = unsent.response
    if (unsent?.confidence !== undefined)
      confidence.value = unsent.confidence
  }, { immediate: true })
}
