import type { Ref, ShallowRef } from 'vue'
import { ref, shallowRef } from 'vue'

/** Says so on the page when this takes long, or does not come (site/lost.ts). @returns it, as it is */
export function watchLoad<T>(loading: Promise<T>): Promise<T> {
  return (import.meta.env.SSR ? undefined : window.coursePage?.watchLoad(loading)) ?? loading
}

/** Loads the document anew; what was chosen and not sent is kept. */
export function loadAnew(): void {
  window.coursePage ? window.coursePage.loadAnew() : location.reload()
}

/** How a component is loaded lazily (`defineAsyncComponent`); what was prerendered stays where it does not come. */
export function partLoader<T>(loader: () => Promise<T>, ready: () => Promise<void> = () => Promise.resolve()): { loader: () => Promise<T>, onError: () => void } {
  return { loader: () => ready().then(() => watchLoad(loader())), onError() {} }
}

export interface Loaded<T> {
  /** `undefined` until it is there */
  data: ShallowRef<T | undefined>
  failed: Ref<boolean>
  /** @throws {Error} when it does not come; then `failed` says so, too */
  load: () => Promise<T>
  /** The same, for who looks at `failed` */
  want: () => void
}

/** Lazy data, in a chunk of its own: loaded once, when it is first asked for. A failure is not remembered here. */
export function loadOnce<T>(ask: () => Promise<T>): Loaded<T> {
  const data = shallowRef<T>()
  const failed = ref(false)
  let loading: Promise<T> | undefined
  function load(): Promise<T> {
    failed.value = false
    return loading ??= ask().then(value => data.value = value).catch((error) => {
      loading = undefined
      failed.value = true
      throw error
    })
  }
  return { data, failed, load, want: () => void load().catch(() => {}) }
}
