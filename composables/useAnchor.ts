import { nextTick, onMounted, watch } from 'vue'
import { useRoute } from 'vue-router'

/**
 * Leads to the place that the address names, now and whenever it names another. `show` runs at the start, and later
 * when the place is not there. The focus goes along, so that a keyboard goes on from there.
 */
export function useAnchor(show: () => unknown): void {
  const route = useRoute()
  const find = () => document.getElementById(decodeURIComponent(route.hash.slice(1)))

  function go() {
    const place = route.hash && find()
    if (!place)
      return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }

  async function showAndGo() {
    await show()
    await nextTick()
    go()
  }

  onMounted(showAndGo)
  watch(() => route.hash, hash => hash && (find() ? go() : showAndGo()))
}
