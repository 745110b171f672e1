/*
 * What did not load: it is said in words, with a way to load the document anew. Asking again would not do: some browsers
 * remember a module that failed, and an old name is gone from the host for good. Part of early.js, as what is missing
 * may be any other script.
 */
import type { EarlyInput } from '../composables/replay.ts'
import { KEPT_KEY, UNSENT_EVENT } from '../stores/keys.ts'

/** After that long without a sign a learner wonders. */
const SLOW_MS = 5000

const WORDS = {
  slow: 'Still loading: the connection is slow, or was lost.',
  lost: 'A part could not be loaded: the connection was lost, or the course has a new version. What you chose is kept.',
  offline: 'There is still no connection. Try again in a moment.',
}

/** What was set in a question and not sent: its control is found by its place in it, and by its value where it has one. */
type KeptControl = [question: string, at: number, value: string | undefined, state: object]

const CONTROLS = 'input, select'
const controlsOf = (question: string) => document.querySelectorAll<HTMLInputElement>(`[data-question="${CSS.escape(question)}"] :is(${CONTROLS})`)
const valueOf = ({ type, value }: { type: string, value: string }) => type === 'radio' || type === 'checkbox' ? value : undefined

let notice: HTMLElement | undefined
let isLost = false
let slow = 0

/** Shows the words at the foot of the window; what is shown already is not said twice. */
function show(says: keyof typeof WORDS): void {
  const words = WORDS[says]
  if (!notice) {
    notice = document.createElement('div')
    notice.className = 'loss'
    notice.append(document.createElement('p'), button('Load it again', loadAnew), button('Not now', hide))
    document.body.append(notice)
  }
  // A slide that could not be loaded says `lost` in its own place (deck/deck.css).
  notice.dataset.says = says
  const [text] = notice.children
  text!.setAttribute('role', 'alert')
  if (text!.textContent !== words)
    text!.textContent = words
}

function hide(): void {
  notice?.remove()
  notice = undefined
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button'
  made.textContent = name
  made.addEventListener('click', act)
  return made
}

/** Says that something is missing. */
function tellOfLoss(): void {
  isLost = true
  show('lost')
}

/** Says so when it takes long, or does not come. @returns what is loading, which fails as it would */
export async function watchLoad<T>(loading: Promise<T>): Promise<T> {
  let isSlow = false
  const timer = setTimeout(() => {
    isSlow = true
    slow++
    if (!isLost)
      show('slow')
  }, SLOW_MS)
  try {
    return await loading
  }
  catch (error) {
    tellOfLoss()
    throw error
  }
  finally {
    clearTimeout(timer)
    if (isSlow && --slow === 0 && !isLost)
      hide()
  }
}

let early: EarlyInput | undefined

/** Loads the document anew, where that would bring one; what was chosen and not sent is there again then. */
export async function loadAnew(): Promise<void> {
  try {
    if (!(await fetch(location.href, { cache: 'no-store' })).ok)
      throw new Error('no document')
  }
  catch {
    return show('offline')
  }
  const unsent: Record<string, unknown> = {}
  window.dispatchEvent(new CustomEvent(UNSENT_EVENT, { detail: unsent }))
  const controls = Array.from(early?.controls ?? []).flatMap(([control, state]): KeptControl[] => {
    const question = control.closest<HTMLElement>('[data-question]')?.dataset.question
    return question ? [[question, [...controlsOf(question)].indexOf(control as HTMLInputElement), valueOf(control), state]] : []
  })
  try {
    sessionStorage.setItem(KEPT_KEY, JSON.stringify({ unsent, controls }))
  }
  catch {
    // Then it is chosen once more.
  }
  location.reload()
}

/** Brings back what was chosen before the document was loaded anew, in parts that wait to be hydrated. */
export function bringBack(input: EarlyInput): void {
  early = input
  try {
    const { controls, ...others } = JSON.parse(sessionStorage.getItem(KEPT_KEY) ?? '{}') as { controls?: KeptControl[] }
    if (!controls)
      return
    // Once, or a later load would set them again.
    sessionStorage.setItem(KEPT_KEY, JSON.stringify(others))
    for (const [question, at, value, state] of controls) {
      const control = controlsOf(question)[at]
      if (!control || valueOf(control) !== value)
        continue
      Object.assign(control, state)
      early.controls.set(control, state as { value: string })
    }
  }
  catch {
    // Then it is chosen once more.
  }
}
