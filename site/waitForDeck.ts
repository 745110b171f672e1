/** The keys that move a deck or make it black, as a clicker sends them (deck/keys.ts) */
const KEYS = new Set(['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', ' ', 'Home', 'End', 'b', '.'])

/** The canvas of a slide (styles/frame.css) */
const SLIDE_PX = { width: 980, height: 552 }

/**
 * Before the deck is awake: draws its first slide (deck/deckHtml.ts) as large as Slidev will, and keeps what is pressed.
 * @returns gives the deck the keys that were pressed, once, and keeps no more
 */
export function waitForDeck(html: HTMLElement): () => string[] {
  const fit = () => html.style.setProperty('--first-slide-scale', String(Math.min(innerWidth / SLIDE_PX.width, innerHeight / SLIDE_PX.height)))
  const keys: string[] = []
  function keep(event: KeyboardEvent) {
    if (!KEYS.has(event.key) || event.ctrlKey || event.altKey || event.metaKey)
      return
    event.preventDefault()
    event.stopImmediatePropagation()
    keys.push(event.key)
  }
  fit()
  addEventListener('resize', fit)
  addEventListener('keydown', keep, true)
  return () => {
    removeEventListener('resize', fit)
    removeEventListener('keydown', keep, true)
    return keys.splice(0)
  }
}
