import { useHead } from '@unhead/vue'

/** Sets the document's title: `<what> · Wandering Nerve`. It goes before what Slidev would call it. */
export function usePageTitle(what: () => string): void {
  useHead({
    title: () => what()
      ? `${what()} · Wandering Nerve`
      : 'Wandering Nerve',
  }, { tagPriority: 'high' })
}
