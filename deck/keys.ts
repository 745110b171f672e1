import { useNav } from '@slidev/client/composables/useNav.ts'
import { showGotoDialog, showOverview } from '@slidev/client/state/index.ts'
import { useRouter } from 'vue-router'
import { useSettingsStore } from '../stores/settings.ts'
import { liveRoom } from './liveRoom.ts'
import { talk } from './useTalk.ts'

/** A key that is held moves on this often. */
const REPEAT_MS = 150

const TYPES = 'input:not([type=radio], [type=checkbox], [type=range], [type=button], [type=submit]), textarea, select, [contenteditable]'
const CHOOSES = 'input[type=radio], input[type=range], :is([role=slider], [role=listbox], [role=option], [role=combobox], [role=radio], [role=tab], [role=spinbutton])'
const PRESSES = 'button, a[href], summary, input'

const at = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null

/** In a live room the speaker alone makes the screen black, for all. */
const mayTurnBlack = () => !liveRoom.value || talk.isPresenter

/** A dialog has the keys to itself. */
const isDialogOpen = () => showOverview.value || showGotoDialog.value || document.querySelector('dialog[open]') !== null

/**
 * The keys that move the deck, as a clicker sends them: they work wherever the focus is, except where they are the
 * control's own. Page Up and Page Down always move. Single letters and signs (b, ., o, g, d, f) can be switched off
 * (WCAG 2.1.4), and with Ctrl, Alt or Meta they are the browser's.
 */
export function listenToKeys(): void {
  const settings = useSettingsStore()
  const { next, prev, nextSlide, prevSlide, goFirst, goLast } = useNav()
  const router = useRouter()
  let movedMs = -REPEAT_MS
  let done: unknown

  function take(event: KeyboardEvent, act: () => unknown): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.repeat && event.timeStamp - movedMs < REPEAT_MS)
      return
    movedMs = event.timeStamp
    done = act()
  }

  /** Before everything on the page, and before Slidev: its own setup of shortcuts does not know f. */
  function onCapture(event: KeyboardEvent): void {
    const { key, target } = event
    const isSingle = /^[a-z`.]$/i.test(key)
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey
    if (isSingle && (settings.settings.keys === 'off' || hasModifier)) {
      // In a field it is a letter like any other.
      if (!at(target, TYPES))
        event.stopPropagation()
      return
    }
    if (hasModifier || isDialogOpen())
      return
    if (key === 'PageDown')
      take(event, next)
    else if (key === 'PageUp')
      take(event, prev)
    else if (key === 'Escape' && talk.black && mayTurnBlack())
      take(event, () => talk.setBlack(false))
    else if ((key === 'b' || key === 'B' || key === '.') && !at(target, TYPES))
      take(event, () => !event.repeat && mayTurnBlack() && talk.setBlack(!talk.black))
  }

  /** After everything that has a use for the key itself. */
  function onBubble(event: KeyboardEvent): void {
    const { key, shiftKey, target } = event
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isDialogOpen() || at(target, TYPES))
      return
    if (key === ' ') {
      if (!at(target, PRESSES))
        take(event, shiftKey ? prev : next)
      return
    }
    const moves: Record<string, () => unknown> = {
      ArrowRight: shiftKey ? nextSlide : next,
      ArrowLeft: shiftKey ? prevSlide : prev,
      ArrowDown: nextSlide,
      ArrowUp: prevSlide,
      Home: goFirst,
      End: goLast,
    }
    if (moves[key] && !at(target, CHOOSES))
      take(event, moves[key])
  }

  document.addEventListener('keydown', onCapture, true)
  window.addEventListener('keydown', onBubble)

  /** What was pressed before the deck was awake is done now, one after the other. */
  async function catchUp(): Promise<void> {
    await router.isReady()
    for (const key of window.coursePage?.takeKeys?.() ?? []) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await done
    }
  }
  catchUp()
}
