import { beforeEach, expect, it, vi } from 'vitest'
import FigureBreathing from '../../components/figure/subject/FigureBreathing.vue'
import { onMediaChange } from '../../composables/onMediaChange.ts'
import { show } from './mount.ts'

/** Media queries as WebKit before 14 has them. */
const listeners: (() => void)[] = []
beforeEach(() => {
  listeners.length = 0
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addListener: (listener: () => void) => listeners.push(listener),
    removeListener: (listener: () => void) => listeners.splice(listeners.indexOf(listener), 1),
  }))
})

it('a media query of an older browser is followed, and let go of', () => {
  let changes = 0
  const stop = onMediaChange(window.matchMedia('(prefers-color-scheme: dark)'), () => changes++)
  listeners[0]!()
  expect(changes).toBe(1)
  stop()
  expect(listeners).toEqual([])
})

it('what runs before a page is drawn works in an older browser', async () => {
  await import('../../site/early.ts')
  expect(document.documentElement.classList.contains('light')).toBe(true)
  expect(listeners.length).toBe(1)
})

it('a figure that asks whether less motion is wanted works in an older browser', async () => {
  await show(FigureBreathing)
  expect(listeners.length).toBe(1)
})
