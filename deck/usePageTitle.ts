import { watchEffect } from 'vue'

/** Sets the document's title: `<what> · Wandering Nerve`. */
export function usePageTitle(what: () => string): void {
  watchEffect(() => document.title = what() ? `${what()} · Wandering Nerve` : 'Wandering Nerve')
}
