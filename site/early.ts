/*
 * Runs before anything is drawn, on every page and in the deck: puts the learner's settings on the document, and keeps
 * what is pressed before the page is hydrated (replay.ts); on a phone it leads from a slide
 * to the same place as text. Built as one classic script.
 */
import type { Settings } from '../core/settings.ts'
import { onMediaChange } from '../composables/onMediaChange.ts'
import { record } from '../composables/replay.ts'
import { TOO_NARROW_FOR_SLIDES } from '../core/places.ts'
import { readSettings } from '../core/settings.ts'
import { SETTINGS_KEY } from '../stores/keys.ts'
import { takeStorageOfShell } from '../stores/shell.ts'
import { askWhenAnswered } from './askWhenAnswered.ts'
import { layOutLater } from './layOutLater.ts'
import { bringBack, loadAnew, watchLoad } from './lost.ts'
import { waitForDeck } from './waitForDeck.ts'

if (__LMS__)
  takeStorageOfShell()

const html = document.documentElement

// The page for unknown addresses is shown at any depth, and asks for this script at several.
const { entry, base } = html.dataset
if (entry && base && !window.coursePage)
  findCourse(entry, base, new URL('.', (document.currentScript as HTMLScriptElement).src).pathname)

// The deck changes its address without a new document, and what is relative would be looked for elsewhere.
if (!html.classList.contains('page')) {
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll<HTMLLinkElement>('link[rel=icon], link[rel=manifest]').forEach((link) => {
    link.setAttribute('href', link.href)
  }))
}

function findCourse(entry: string, base: string, root: string): void {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = root + entry
  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll<HTMLAnchorElement>(`a[href^="${base}"]`).forEach((link) => {
      link.href = root + link.getAttribute('href')!.slice(base.length)
    })
    // It would begin as soon as it has come, and the words come first.
    document.head.append(script)
  })
}

// A slide is a picture of fixed width, too small to read on a phone held upright, and zoom does not make it larger: a
// window of 1280 px at 400% is one of 320. Who wants it says ?slides.
const { reading } = html.dataset
if (reading && matchMedia(TOO_NARROW_FOR_SLIDES).matches && !new URLSearchParams(location.search).has('slides')) {
  html.hidden = true
  location.replace(reading)
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
let settings = readSettings(saved())

function saved(): string | null {
  try {
    return localStorage.getItem(SETTINGS_KEY)
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
onMediaChange(prefersDark, () => show(settings))

if (html.classList.contains('page')) {
  layOutLater(html)
  askWhenAnswered()
}

if (!window.coursePage) {
  const early = record(document)
  watchLoad(new Promise<void>((resolve, reject) => {
    window.coursePage = {
      early,
      takeKeys: html.classList.contains('page') ? undefined : waitForDeck(html),
      show,
      watchLoad,
      loadAnew,
      begin() {
        bringBack(early)
        resolve()
      },
    }
    addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && target.type === 'module' && reject(new Error(target.src)), true)
  })).catch(() => {})
}
