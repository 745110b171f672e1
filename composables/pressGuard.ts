import { SECOND_PRESS_MS } from '../core/asking.ts'

/** What of an event tells whether it is a press of its own. */
type Press = Pick<KeyboardEvent, 'type' | 'timeStamp' | 'target'> & Partial<Pick<KeyboardEvent, 'key' | 'repeat' | 'detail'>>

export interface PressGuard {
  /** Something inside `root` was just decided, and what is pressed there now is something else than before. */
  hold: (root: Element) => void
  /** @returns whether this click or key belongs to the press before, and decides nothing */
  isSecond: (event: Press) => boolean
  /** The key that was down is up again. */
  release: () => void
  /** What comes next is no press of a person's. */
  forget: () => void
}

/**
 * Two presses in quick succession are one decision, by mouse, finger or key; so is a key that is held down, for as long
 * as it is held. Counted is from the end of the first press's work to the moment of the second press, so that a slow
 * phone does not make a quick double tap look like a slow one.
 */
export function pressGuard(nowMs: () => number): PressGuard {
  let decidedAtMs = new WeakMap<object, number>()
  let isHeld = false

  function isTooSoon({ target, timeStamp }: Press): boolean {
    for (let element = target as Element | null; element; element = element.parentElement) {
      if (timeStamp - (decidedAtMs.get(element) ?? Number.NEGATIVE_INFINITY) < SECOND_PRESS_MS)
        return true
    }
    return false
  }

  /** A key on a radio button or a box had to be brought there first, so it is no second press of the button before; a press by a pointer would count its clicks. */
  const isByKeyOnChoice = ({ target, detail }: Press) => detail === 0 && /^(?:radio|checkbox)$/.test((target as HTMLInputElement).type ?? '')

  return {
    hold(root) {
      decidedAtMs.set(root, nowMs())
      isHeld = true
    },
    isSecond(event) {
      if (event.type === 'click')
        return !isByKeyOnChoice(event) && isTooSoon(event)
      // Space presses a button when it is let go, and then it is a click.
      if (event.key !== 'Enter')
        return false
      if (!event.repeat)
        isHeld = false
      return isHeld || isTooSoon(event)
    },
    release: () => isHeld = false,
    forget() {
      decidedAtMs = new WeakMap()
      isHeld = false
    },
  }
}

const guard = pressGuard(() => performance.now())
let isListening = false

function stopSecond(event: Event): void {
  if (!guard.isSecond(event as KeyboardEvent))
    return
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** For a script that presses: each of its presses is heard. */
export const allowPresses = guard.forget

/** Everything inside `root` hears no second press for a moment, as something was just decided there. */
export function holdPresses(root: Element): void {
  guard.hold(root)
  if (isListening)
    return
  isListening = true
  document.addEventListener('click', stopSecond, true)
  document.addEventListener('keydown', stopSecond, true)
  document.addEventListener('keyup', guard.release, true)
}
