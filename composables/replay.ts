/*
 * What a learner does on a page before its script is there to hear it: `record` remembers it (site/early.ts, before
 * anything is drawn), `replay` does it again once a part is hydrated (useHydrated.ts).
 */

type Control = HTMLInputElement | HTMLSelectElement
type ControlState = { checked: boolean } | { value: string }

/** A press, and what the button said then */
interface Press {
  button: HTMLButtonElement
  label: string
}

export interface EarlyInput {
  presses: Press[]
  /** The last that was set comes last, as of several radio buttons it is the one that counts. */
  controls: Map<Control, ControlState>
}

const NOT_HYDRATED = '[data-hydrating]'
const labelOf = (button: HTMLButtonElement) => button.getAttribute('aria-label') ?? button.textContent!.trim()

/** Remembers what is set and pressed in parts of the page that are not hydrated yet. */
export function record(root: Document): EarlyInput {
  const presses: Press[] = []
  const controls: EarlyInput['controls'] = new Map()
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLButtonElement>(`${NOT_HYDRATED} button`)
    // What a browser opens by itself needs nobody to remember it.
    if (button && !button.hasAttribute('popovertarget'))
      presses.push({ button, label: labelOf(button) })
  }, true)
  root.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.closest(NOT_HYDRATED))
      return
    controls.delete(target)
    controls.set(target, target.type === 'radio' || target.type === 'checkbox' ? { checked: (target as HTMLInputElement).checked } : { value: target.value })
  }, true)
  return { presses, controls }
}

/**
 * Lets everything under `root` that is hydrated learn what was set and pressed in it before. `settled` resolves when
 * what one step changed is drawn: each step builds on the one before.
 */
export async function replay(root: Element, { controls, presses }: EarlyInput, settled: () => Promise<unknown>): Promise<void> {
  const isOurs = (element: Element) => root.contains(element) && !element.closest(NOT_HYDRATED)
  // Taken out at once: another part may be hydrated while this one waits.
  const set = [...controls].filter(([control]) => isOurs(control))
  set.forEach(([control]) => controls.delete(control))
  const pressed = presses.filter(({ button }) => isOurs(button))
  presses.splice(0, presses.length, ...presses.filter(press => !pressed.includes(press)))

  for (const question of new Set(set.map(([control]) => control.closest('[data-question]')))) {
    const button = pressed.find(({ button }) => question?.contains(button))?.button
    // Answered on an earlier visit, which the page did not know yet: the learner, who sent another answer, takes it up again.
    if (button && set.some(([control]) => control.disabled && question?.contains(control))) {
      button.click()
      await settled()
    }
  }
  for (const [control, state] of set) {
    if (control.disabled)
      continue
    // Being hydrated, a control shows what the learner's progress says, and that knows nothing of it yet.
    Object.assign(control, state)
    for (const type of ['input', 'change'])
      control.dispatchEvent(new Event(type, { bubbles: true }))
    await settled()
  }
  const answered = new Set(set.map(([control]) => control.closest('[data-question]')))
  const done = new Set<HTMLButtonElement>()
  for (const { button, label } of pressed) {
    // It does something else by now: the first press did it, or an answer of an earlier visit.
    if (labelOf(button) !== label && (done.has(button) || !answered.has(button.closest('[data-question]'))))
      continue
    done.add(button)
    button.click()
    await settled()
  }
}
