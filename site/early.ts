/*
 * Runs before anything is drawn, on every page and in the deck: puts the learner's settings on the document, and keeps
 * what is pressed before the page is alive (composables/useAwake.ts hears of it then). Built as one classic script.
 */
import type { Settings } from '../core/settings.ts'
import { readSettings } from '../core/settings.ts'

const html = document.documentElement
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
}

show(settings)
prefersDark.addEventListener('change', () => show(settings))

const clicks: HTMLElement[] = []
document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element && event.target.closest<HTMLElement>('[data-asleep] button')
  // What a browser opens by itself needs nobody to remember it.
  if (pressed && !pressed.hasAttribute('popovertarget'))
    clicks.push(pressed)
}, true)

window.wanderingNerve = { clicks, show }
