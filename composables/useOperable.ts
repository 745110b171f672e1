import { useSlidePlace } from './useSlidePlace.ts'

/** Keys that move a deck where the control that has the focus does not use them; the deck decides (deck/keys.ts). */
const MOVES_DECK = /^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/

/**
 * For whatever is operated inside a slide, as `v-on="useOperable()"` on its root: other keys and strokes inside do
 * nothing to the deck, and Escape leaves it. On a page there is no deck, and its single keys work; Escape alone is kept, as
 * a dialog around it would close, too.
 * @param close called on Escape; `true` says that it closed something and the focus stays where it has put it
 */
export function useOperable(close: () => boolean = () => false): { keydown: (event: KeyboardEvent) => void, pointerdown: (event: PointerEvent) => unknown } {
  const { as } = useSlidePlace()
  return {
    keydown(event) {
      if (as === 'page' ? event.key === 'Escape' : !MOVES_DECK.test(event.key))
        event.stopPropagation()
      if (event.key === 'Escape' && !close() && as !== 'page' && document.activeElement instanceof HTMLElement)
        document.activeElement.blur()
    },
    // Slidev takes a stroke of the pointer for a step.
    pointerdown: event => as !== 'page' && event.stopPropagation(),
  }
}
