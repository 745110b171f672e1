import { onBeforeUnmount, onMounted } from 'vue'
import { KEPT_KEY, UNSENT_EVENT } from '../stores/keys.ts'

/** @returns what was chosen under this name when the document was loaded anew; once */
export function takeUnsent(name: string): unknown {
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
export function useUnsent(name: () => string, unsent: () => unknown): void {
  const keep = (event: Event) => {
    const value = unsent()
    if (value !== undefined)
      (event as CustomEvent<Record<string, unknown>>).detail[name()] = value
  }
  onMounted(() => window.addEventListener(UNSENT_EVENT, keep))
  onBeforeUnmount(() => window.removeEventListener(UNSENT_EVENT, keep))
}
