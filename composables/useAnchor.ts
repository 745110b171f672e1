import { nextTick, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'

/**
 * Leads to the place that the address names, now and whenever it names another; `show` makes it be there first.
 * The focus goes along, so that a keyboard goes on from there.
 */
export function useAnchor(show: () => unknown): void {
  const route = useRoute()

  async function go() {
    await show()
    await nextTick()
    const place = route.hash && document.getElementById(decodeURIComponent(route.hash.slice(1)))
    if (!place)
      return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }

  onMounted(go)
  watch(() => route.hash, hash => hash && go())
}
