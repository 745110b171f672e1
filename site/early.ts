/*
 * Runs before anything is drawn, on every page and in the deck: puts the learner's settings on the document, and keeps
 * what is pressed before the page is hydrated (composables/useHydrated.ts hears of it then); on a phone it leads from a slide
 * to the same place as text. Built as one classic script.
 */
import type { Settings } from '../core/settings.ts'
import { readSettings } from '../core/settings.ts'

const html = document.documentElement

// A slide is a picture of fixed width, too small to read on a phone held upright. Who wants it says ?slides.
const { reading } = html.dataset
if (reading && matchMedia('(orientation: portrait) and (max-width: 699.98px)').matches && !new URLSearchParams(location.search).has('slides')) {
  html.hidden = true
  location.replace(reading)
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
let settings = readSettings(saved())

function saved(): string | null {
  try {
    return localStorage.getItem('wandering-nerve.settings')
  }
  catch {
    return null
  }
}

function show(now: Settings): void {
  settings = now
  const dark = settings.scheme === 'dark' || (settings.scheme === 'auto' && prefersDark.matches)
  html.classList.toggle('dark', dark)
  html.classList.toggle('light', !dark)
  html.dataset.text = settings.textSize
  html.dataset.motion = settings.motion
  html.dataset.paper = settings.paper
}

show(settings)
prefersDark.addEventListener('change', () => show(settings))

const clicks: HTMLElement[] = []
const controls = new Map<Element, { checked: boolean } | { value: string }>()

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element && event.target.closest<HTMLElement>('[data-hydrating] button')
  // What a browser opens by itself needs nobody to remember it.
  if (pressed && !pressed.hasAttribute('popovertarget'))
    clicks.push(pressed)
}, true)

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !target.closest('[data-hydrating]'))
    return
  // The last that was set comes last, as of several radio buttons it is the one that counts.
  controls.delete(target)
  controls.set(target, target.type === 'radio' || target.type === 'checkbox' ? { checked: (target as HTMLInputElement).checked } : { value: target.value })
}, true)

window.wanderingNerve = { clicks, controls, show }
