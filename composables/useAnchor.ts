import { nextTick, onBeforeUnmount, onMounted } from 'vue'

/** @returns the anchor that a hash names; one that is no proper encoding (`#%`) as it stands, and nothing is called that */
function anchorIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  }
  catch {
    return hash.slice(1)
  }
}

/**
 * Leads to the place that the address names, now and whenever it names another. `show` runs when the place is not
 * there. The focus goes along, so that a keyboard goes on from there.
 */
export function useAnchor(show: () => unknown): void {
  const find = () => document.getElementById(anchorIn(location.hash))

  async function go() {
    if (!location.hash)
      return
    if (!find()) {
      show()
      await nextTick()
    }
    const place = find()
    if (!place)
      return
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    place.scrollIntoView()
  }

  onMounted(() => {
    go()
    window.addEventListener('hashchange', go)
  })
  onBeforeUnmount(() => window.removeEventListener('hashchange', go))
}
